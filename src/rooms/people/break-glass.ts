/** Hours an emergency access lasts unless the setting break-glass-hours says otherwise (domain 2.6). */
const usualHours = 8;

/** The hours a setting gives, from 1 to 72; anything else is taken as not set. */
export function hoursFrom(setting: string | undefined): number {
  const hours = Number(setting ?? usualHours);
  return hours >= 1 && hours <= 72 ? hours : usualHours;
}

/** What the privacy officer may find about an emergency access. */
export const findings = ['justified', 'not justified', 'follow up'] as const;
