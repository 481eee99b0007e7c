const clock = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
const day = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', day: 'numeric', month: 'short', year: 'numeric' });

/** A moment as a person in England reads it: "14:02, 24 Nov 2026". */
export function exactTime(moment: Date): string {
  return `${clock.format(moment)}, ${day.format(moment)}`;
}

/** The day of a moment in England: "24 Nov 2026". */
export function exactDay(moment: Date): string {
  return day.format(moment);
}
