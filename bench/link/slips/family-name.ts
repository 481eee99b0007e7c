import { type Clerk, type Draft, type Slip } from './draft.ts';
import { mishear, misscan, mistype, unmarked } from './letters.ts';

const change = (draft: Draft, chance: Clerk['chance'], how: (word: string) => string): boolean => {
  const at = chance.below(Math.max(1, draft.family.length));
  const [before, after] = [draft.family[at] ?? '', how(draft.family[at] ?? '')];
  draft.family[at] = after;
  return after !== before && after !== '';
};
const same = (one: readonly string[], other: readonly string[]): boolean => one.join(' ') === other.join(' ');
const respell =
  (clerk: Clerk) =>
  (word: string): string => {
    const others = clerk.family.names.spellings.get(word.toLowerCase()) ?? [];
    return others.length > 0 ? clerk.chance.pick(others) : word;
  };
const hasEnding = (draft: Draft, clerk: Clerk): boolean =>
  clerk.family.names.girlEndings !== null && clerk.child.sex === 'F' && !same(draft.family, clerk.child.fatherFamily);

/** A chain of own, father's and grandfather's name, divided between the columns in another way. */
function regroup(draft: Draft, { chance }: Clerk): boolean {
  const way = chance.next();
  if (way < 0.35) [draft.family, draft.middle] = [[...draft.middle, ...draft.family], []];
  else if (way < 0.6) [draft.family, draft.middle] = [[...draft.middle], []];
  else if (way < 0.85) [draft.given, draft.middle] = [[...draft.given, ...draft.middle], []];
  else draft.middle = [];
  return true;
}

/** The kinds of slip in a family name, and those between the two names. */
export const familySlips: readonly Slip[] = [
  {
    kind: 'family:earlier-name',
    rate: (_draft, { child, asOf }) => (child.before && asOf < child.before.until ? 0.9 : 0),
    make: (draft, { child }) => ((draft.family = [...(child.before?.family ?? [])]), true),
  },
  {
    kind: 'family:mothers',
    rate: (_draft, clerk) =>
      same(clerk.child.name.family, clerk.child.motherFamily) ? 0 : (clerk.family.names.style === 'western' ? 0.035 : 0.018) * clerk.care,
    make: (draft, { child }) => ((draft.family = [...child.motherFamily]), !same(draft.family, child.name.family)),
  },
  {
    kind: 'family:fathers',
    rate: (draft, { child, care }) => (draft.family.length === 1 && !same(child.name.family, child.fatherFamily) ? 0.015 * care : 0),
    make: (draft, { child }) => ((draft.family = [...child.fatherFamily]), true),
  },
  {
    kind: 'family:both-parents',
    rate: (draft) => (draft.family.length === 1 ? 0.005 : 0),
    make: (draft, { child }) => ((draft.family = [...new Set([...child.motherFamily, ...child.fatherFamily])]), draft.family.length > 1),
  },
  {
    kind: 'family:half-of-double',
    rate: (draft) => (draft.family.length > 1 ? 0.16 : 0),
    make: (draft, { chance }) => ((draft.family = [draft.family[chance.happens(0.65) ? draft.family.length - 1 : 0] ?? '']), true),
  },
  { kind: 'family:order', rate: (draft) => (draft.family.length > 1 ? 0.015 : 0), make: (draft) => (draft.family.reverse(), true) },
  {
    kind: 'family:join',
    rate: (draft) => (draft.family.length > 1 ? 0.15 : 0),
    make: (draft) => ((draft.join = draft.join === '-' ? ' ' : '-'), true),
  },
  {
    kind: 'family:ending-replaced',
    rate: (draft, clerk) => (hasEnding(draft, clerk) ? 0.05 * clerk.care : 0),
    make: (draft, { child, chance }) => (
      (draft.family = chance.happens(0.7) ? [...child.fatherFamily] : [...draft.family, ...child.fatherFamily]),
      true
    ),
  },
  {
    kind: 'family:ending-added',
    rate: (draft, clerk) => (clerk.family.names.girlEndings && clerk.child.sex === 'F' && !hasEnding(draft, clerk) ? 0.025 : 0),
    make: (draft, { family, chance }) => (draft.family.unshift(family.names.girlEndings?.draw(chance) ?? ''), true),
  },
  {
    kind: 'family:singh-kaur',
    rate: (_draft, { family, care }) => (family.names.style === 'sikh' ? 0.07 * care : 0),
    make: (draft, { child }) => {
      const title = child.sex === 'M' ? 'Singh' : 'Kaur';
      draft.family = same(draft.family, [title])
        ? [...child.fatherFamily]
        : draft.middle.includes(title)
          ? [title]
          : [title, ...draft.family];
      draft.middle = [];
      return true;
    },
  },
  {
    kind: 'family:chain',
    rate: (draft, { family }) => (family.names.style === 'chain' && draft.middle.length > 0 ? 0.13 : 0),
    make: regroup,
  },
  {
    kind: 'family:particle',
    rate: (draft) => (/^(de|da|do|dos|das|el|al|ben|o|mc|mac|van|st\.?)[ '-]/i.test(draft.family.at(-1) ?? '') ? 0.12 : 0),
    make: (draft, { chance }) =>
      change({ ...draft, family: draft.family }, chance, (word) => word.replace(/^(\p{L}+)[ '-]+/u, chance.happens(0.5) ? '' : '$1')),
  },
  {
    kind: 'family:ski-ska',
    rate: (draft, { child }) => (child.sex === 'F' && /[sc]ka$/.test(draft.family[0] ?? '') ? 0.06 : 0),
    make: (draft, { chance }) => change(draft, chance, (word) => word.replace(/a$/, 'i')),
  },
  {
    kind: 'family:respelt',
    rate: (_draft, clerk) => 0.011 * clerk.care * clerk.family.names.respelt,
    make: (draft, clerk) => change(draft, clerk.chance, respell(clerk)),
  },
  {
    kind: 'family:misheard',
    rate: (_draft, { care }) => 0.007 * care,
    make: (draft, { chance }) => change(draft, chance, (word) => mishear(unmarked(word), chance)),
  },
  {
    kind: 'family:typo',
    rate: (_draft, { care }) => 0.009 * care,
    make: (draft, { chance }) => change(draft, chance, (word) => mistype(word, chance)),
  },
  {
    kind: 'family:misread',
    rate: (_draft, { feed }) => (feed === 'housing' ? 0.006 : 0.001),
    make: (draft, { chance }) => change(draft, chance, (word) => misscan(word, chance)),
  },
  { kind: 'family:missing', rate: () => 0.001, make: (draft) => ((draft.family = []), true) },
  {
    kind: 'names:swapped',
    rate: (draft, { family, care }) => (draft.family.length > 0 && draft.given.length > 0 ? 0.003 * care * family.names.swapped : 0),
    make: (draft) => {
      [draft.given, draft.family] = [draft.family, draft.given];
      draft.join = ' ';
      return true;
    },
  },
];
