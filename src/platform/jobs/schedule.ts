/** Scheduled jobs: time is cut into slots, and each slot's job has a key of its own, so one process puts it there. */
import { addDays } from '../time/calendar-day.ts';
import { londonInstant, londonTime } from '../time/london.ts';

/** "1 minute", "15 minutes", "1 hour", "1 day". Slots shorter than a day are counted from 1970; days are London days. */
export type Every = `${number} ${'second' | 'minute' | 'hour'}${'' | 's'}` | '1 day';

const LENGTHS: Readonly<Record<string, number>> = { second: 1_000, minute: 60_000, hour: 3_600_000 };

/** The start of the slot that an instant falls in. `at` ("HH:MM", London) is when a daily slot begins. Throws RangeError. */
export function slotOf(every: Every, at: string, now: Date): Date {
  if (every === '1 day') return dailySlot(at, now);
  const [count = '', unit = ''] = every.split(' ');
  const length = Number(count) * (LENGTHS[unit.replace(/s$/, '')] ?? 0);
  if (!(length > 0)) throw new RangeError(`"${every}" is not a length of time`);
  return new Date(Math.floor(now.getTime() / length) * length);
}

function dailySlot(at: string, now: Date): Date {
  const [hour = 0, minute = 0] = at.split(':').map(Number);
  const { date } = londonTime(now);
  const today = londonInstant(date, hour, minute);
  return today <= now ? today : londonInstant(addDays(date, -1), hour, minute);
}

/** The key that keeps a slot's job single across processes. */
export function slotKey(kind: string, slot: Date): string {
  return `slot:${kind}:${slot.toISOString()}`;
}
