import { fullDate } from '../../../platform/time/plain-dates.ts';
import type { Assertion } from './assertion.ts';

/** A value someone said, ready to be compared with what others said. */
export interface Told<Facts> {
  facts: Facts;
  by: Assertion;
  /** Said under the person who stays, not under one who was joined to them. */
  own: boolean;
  /** The record it rests on has a newer version. */
  replaced: boolean;
}

export type ChosenFact = 'name' | 'born' | 'sex' | 'address';

const health = ['GP', 'COMMUNITY_HEALTH', 'ACUTE', 'ICB', 'CAMHS', 'LA_PUBLIC_HEALTH'];
const education = ['SCHOOL', 'LA_EDUCATION', 'EARLY_YEARS'];
const council = ['LA_SOCIAL_CARE', 'LA_EARLY_HELP', 'LA_YOT', 'LA_HOUSING', 'LA_ADULT'];
/** Which kinds of agency are believed first (agency.agency_type). A name, a date of birth and a sex are registered at birth and reach
 *  health first, then schools, which see papers. For an address the newest comes first; on the same day whoever visits homes does. */
const believed: Readonly<Record<'identity' | 'address', readonly (readonly string[])[]>> = {
  identity: [health, education, council],
  address: [council, education, health],
};

const rank = (one: Assertion): number => (one.kind === 'as recorded' ? 1 : one.isManual ? 0 : 2);
const kindOf = (what: ChosenFact, one: Assertion): number => {
  const place = believed[what === 'address' ? 'address' : 'identity'].findIndex((kinds) => kinds.includes(one.agencyType ?? ''));
  return place < 0 ? 3 : place;
};
/** The day a fact was true as far as its source says, else the day it was told. */
export const dayOf = (facts: object, by: Assertion): string => (facts as { on?: string | null }).on ?? by.madeAt.slice(0, 10);

/** Less than nought when `a` is shown before `b`: a person's decision before anything a machine read, what stood here before a feed, then
 *  for a person's the one who stays; for feeds the kind of source and the newest, for an address the newest first. Ties by id. */
function before<Facts extends object>(what: ChosenFact, day: (it: Told<Facts>) => string) {
  return (a: Told<Facts>, b: Told<Facts>): number => {
    const home = what === 'address';
    const newest = day(b).localeCompare(day(a), 'en');
    const kind = rank(a.by) === 2 || home ? kindOf(what, a.by) - kindOf(what, b.by) : 0;
    const ranked = (it: Told<Facts>): number => (home ? Math.sign(rank(it.by)) : rank(it.by));
    const own = ranked(a) < (home ? 1 : 2) ? Number(b.own) - Number(a.own) : 0;
    return (
      ranked(a) - ranked(b) ||
      own ||
      (home ? newest || kind : kind || newest) ||
      (a.by.madeAt < b.by.madeAt ? 1 : a.by.madeAt > b.by.madeAt ? -1 : 0) ||
      b.by.place - a.by.place ||
      (a.by.id < b.by.id ? -1 : a.by.id > b.by.id ? 1 : 0)
    );
  };
}

/** The one to show, or null when nobody said any; what a newer version of the same record replaced is not chosen. */
export function chosen<Facts extends object>(
  what: ChosenFact,
  told: readonly Told<Facts>[],
  day: (it: Told<Facts>) => string = (it) => dayOf(it.facts, it.by),
): Told<Facts> | null {
  return told.filter((it) => !it.replaced).toSorted(before(what, day))[0] ?? null;
}

/** Why this one is shown, for the page: "from School roll, 3 September 2026". */
export function because(facts: object, by: Assertion): string {
  if (by.kind === 'as recorded') return 'as recorded here before sources were kept apart';
  const source = (facts as { source?: string | null }).source;
  const day = fullDate(dayOf(facts, by));
  if (by.isManual) return source ? `recorded here from ${source}, ${day}` : `recorded here, ${day}`;
  return `from ${source ?? 'a source that gave no name'}, ${day}`;
}
