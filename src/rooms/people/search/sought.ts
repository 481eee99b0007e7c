import { plainDate, type PlainDate } from '../../../platform/time/calendar-day.ts';

/** What is known of a date of birth: the day, the month, or some years it may lie in ("about 7 years old"). */
export type Born =
  | { kind: 'day'; date: PlainDate }
  | { kind: 'month'; year: number; month: number }
  | { kind: 'years'; years: readonly number[]; said: string };

/** Who is looked for, as it was understood from what was typed. Everything is optional; see `isNarrow`. */
export interface Sought {
  /** Names as typed, in one line. */
  name: string | null;
  born: Born | null;
  /** Normalised, with its space. */
  postcode: string | null;
  /** Half a postcode, E1. */
  outward: string | null;
  ward: string | null;
  /** NHS number, UPN or local number, normalised. */
  identifiers: readonly string[];
  /** Digits from 0. */
  phone: string | null;
  /** First line of an address, as typed. */
  line: string | null;
  /** Name of a mother or father, as typed. */
  parent: string | null;
  /** Not yet born: `born` is then when they are expected. */
  unborn: boolean;
}

export const nobodySought: Sought = {
  name: null,
  born: null,
  postcode: null,
  outward: null,
  ward: null,
  identifiers: [],
  phone: null,
  line: null,
  parent: null,
  unborn: false,
};

/** True when more than a name is known: with a quarter of a million people a name alone would show strangers. */
export const isNarrow = (sought: Sought): boolean =>
  sought.identifiers.length > 0 ||
  Boolean(sought.phone || sought.line) ||
  (Boolean(sought.name || sought.parent) && Boolean(sought.born || sought.postcode || sought.outward || sought.ward || sought.unborn));

/** Years of birth of someone who is, or is about, so many years old on a day. */
export function yearsOfAge(age: number, about: boolean, today: PlainDate): number[] {
  const year = Number(today.slice(0, 4));
  const years = [year - age - 1, year - age];
  return about ? [year - age - 2, ...years, year - age + 1] : years;
}

/** Years the birth, or for an unborn baby the expected date, lies in. */
export function yearsIn(sought: Sought, today: PlainDate): number[] {
  const { born } = sought;
  if (born?.kind === 'day') return [Number(born.date.slice(0, 4))];
  if (born?.kind === 'month') return [born.year];
  if (born?.kind === 'years') return [...born.years];
  const now = Number(today.slice(0, 4));
  return sought.unborn ? [now, now + 1] : [];
}

/** Month and year as keys have them, 2019-03; null unless known. */
export function monthIn({ born }: Sought): string | null {
  if (born?.kind === 'day') return born.date.slice(0, 7);
  return born?.kind === 'month' ? plainDate(born.year, born.month, 1).slice(0, 7) : null;
}
