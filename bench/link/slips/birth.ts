import { type Clerk, type Draft, type Slip } from './draft.ts';

const dayInMs = 86_400_000;

/** The day as an ISO date. */
export function isoDate(day: number): string {
  return new Date(day * dayInMs).toISOString().slice(0, 10);
}

const valid = (iso: string): boolean => {
  const day = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(iso) && iso > '1990' && iso < '2028';
};
const put = (draft: Draft, iso: string): boolean => {
  if (iso === draft.born || !valid(iso)) return false;
  draft.born = iso;
  return true;
};
const shifted = (draft: Draft, days: number): string => new Date(Date.parse(draft.born) + days * dayInMs).toISOString().slice(0, 10);

function digit(draft: Draft, { chance }: Clerk): boolean {
  for (let tries = 0; tries < 10; tries += 1) {
    const at = chance.pick([3, 5, 6, 8, 9, 9, 8]);
    if (put(draft, draft.born.slice(0, at) + String(chance.below(10)) + draft.born.slice(at + 1))) return true;
  }
  return false;
}

/** Communities many of whose families arrived without papers: a birthday is often put as 1 January. */
const unpapered = new Set(['somali', 'arabic', 'mixed']);

/** The kinds of slip in a date of birth and a sex. */
export const birthSlips: readonly Slip[] = [
  { kind: 'dob:missing', rate: (_draft, { feed }) => (feed === 'housing' ? 0.02 : 0.002), make: (draft) => ((draft.born = ''), true) },
  {
    kind: 'dob:first-january',
    rate: (draft, clerk) =>
      draft.born === '' || clerk.feed === 'school' ? 0 : (unpapered.has(clerk.family.community) ? 0.006 : 0.001) * clerk.care,
    make: (draft) => put(draft, `${draft.born.slice(0, 4)}-01-01`),
  },
  {
    kind: 'dob:day-month',
    rate: (draft, { care }) => (draft.born === '' || Number(draft.born.slice(8)) > 12 ? 0 : 0.011 * care),
    make: (draft) => put(draft, `${draft.born.slice(0, 5)}${draft.born.slice(8)}-${draft.born.slice(5, 7)}`),
  },
  { kind: 'dob:digit', rate: (draft, { care }) => (draft.born === '' ? 0 : 0.005 * care), make: digit },
  {
    kind: 'dob:year',
    rate: (draft, { care }) => (draft.born === '' ? 0 : 0.0022 * care),
    make: (draft, { chance }) => put(draft, String(Number(draft.born.slice(0, 4)) + (chance.happens(0.5) ? 1 : -1)) + draft.born.slice(4)),
  },
  {
    kind: 'dob:next-day',
    rate: (draft, { care }) => (draft.born === '' ? 0 : 0.0018 * care),
    make: (draft, { chance }) => put(draft, shifted(draft, chance.happens(0.5) ? 1 : -1)),
  },
  {
    kind: 'dob:month',
    rate: (draft, { care }) => (draft.born === '' ? 0 : 0.0012 * care),
    make: (draft, { chance }) => put(draft, shifted(draft, chance.happens(0.5) ? 30 : -31)),
  },
  {
    kind: 'sex:missing',
    rate: (_draft, { feed }) => (feed === 'housing' ? 0.05 : 0.006),
    make: (draft, { chance }) => ((draft.sex = chance.happens(0.6) ? '' : 'U'), true),
  },
  {
    kind: 'sex:wrong',
    rate: (draft, { care }) => (draft.sex === 'M' || draft.sex === 'F' ? 0.003 * care : 0),
    make: (draft) => ((draft.sex = draft.sex === 'M' ? 'F' : 'M'), true),
  },
];
