/** Whom to call now, and what is said first (domain S-007). */
import { invalid } from '../../../platform/access/refusal.ts';
import { londonDate, londonInstant } from '../../../platform/time/london.ts';

export interface UrgentLine {
  id: string;
  name: string;
  phone: string;
  open: string;
  forWhom: string;
  note: string | null;
  validFrom: string;
  validTo: string | null;
}

/** The lines open at a moment, those open always last; a line for professionals is left out for anyone else. Not empty while one is open always
 *  or both halves of the day have one. */
export function linesNow(lines: readonly UrgentLine[], at: { hubOpen: boolean; on: string; professional: boolean }): UrgentLine[] {
  const now = at.hubOpen ? 'hub hours' : 'out of hours';
  return lines
    .filter((line) => line.validFrom <= at.on && (line.validTo === null || line.validTo >= at.on))
    .filter((line) => (line.open === now || line.open === 'always') && (at.professional || line.forWhom === 'anyone'))
    .toSorted(
      (a, b) =>
        Number(a.open === 'always') - Number(b.open === 'always') ||
        Number(b.forWhom === 'professionals') - Number(a.forWhom === 'professionals'),
    );
}

/** What is said and done when a child is in immediate danger, in this order. */
export const dangerScript: readonly string[] = [
  'Call 999 now, or have the caller do it while you stay on the line. Do not finish a form first.',
  'Give the address, who is there, what is happening, whether there are weapons, dogs or someone who must not be alarmed.',
  'Write down the police incident number.',
  'Stay with the child, or with whoever is with them, until help has come, if that is safe for you.',
  'Tell the front door manager, or out of hours the emergency duty team, by voice. A message is not enough.',
  'Write down each thing done in the action log as soon as hands are free.',
];

export const actionKinds = [
  'called 999',
  'called the police',
  'called health',
  'spoke to the family',
  'visited',
  'child moved',
  'passed to a manager',
  'other',
] as const;

/** The last moment at which London's clocks showed "HH:MM", not after `now`. */
export function momentOf(now: Date, at: string): Date {
  const [, hour, minute] = /^([01]?\d|2[0-3])[:.]([0-5]\d)$/.exec(at.trim()) ?? [];
  if (hour === undefined || minute === undefined) throw invalid([{ field: 'at', message: 'Enter the time as 14:05' }]);
  const today = londonInstant(londonDate(now), Number(hour), Number(minute));
  return today <= now ? today : londonInstant(londonDate(new Date(now.getTime() - 86_400_000)), Number(hour), Number(minute));
}
