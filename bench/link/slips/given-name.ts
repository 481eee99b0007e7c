import { readNicknames } from '../population/name-table.ts';
import { type Clerk, type Draft, type Slip } from './draft.ts';
import { mishear, misscan, mistype, unmarked } from './letters.ts';

const nicknames = readNicknames();
const hasPrefix = (draft: Draft, clerk: Clerk): boolean =>
  clerk.family.names.prefixes !== null && clerk.child.sex === 'M' && draft.given.length > 1;
/** Changes the name the child is called by: the last word after Mohammed and the like, else the first. */
const change = (draft: Draft, clerk: Clerk, how: (word: string) => string): boolean => {
  const at = hasPrefix(draft, clerk) ? draft.given.length - 1 : 0;
  const [before, after] = [draft.given[at] ?? '', how(draft.given[at] ?? '')];
  draft.given[at] = after;
  return after !== before && after !== '';
};
const respell =
  (clerk: Clerk) =>
  (word: string): string => {
    const others = clerk.family.names.spellings.get(word.toLowerCase()) ?? [];
    return others.length > 0 ? clerk.chance.pick(others) : word;
  };
const ageAt = (clerk: Clerk): number => (clerk.asOf - clerk.child.born) / 365.25;

/** The kinds of slip in a given name, from those that change most to those that change a letter. Rates are the generator's own; its
 *  README says what they come to. */
export const givenSlips: readonly Slip[] = [
  {
    kind: 'given:baby',
    rate: (_draft, clerk) =>
      clerk.feed === 'school' || clerk.feed === 'housing' ? 0 : ageAt(clerk) < 0.6 ? 0.14 : ageAt(clerk) < 2 ? 0.02 : 0,
    make: (draft, clerk) => {
      const { twins, sex } = clerk.child;
      draft.middle = [];
      draft.given = clerk.chance.pick([['Baby'], ['Baby'], [sex === 'M' ? 'Baby Boy' : 'Baby Girl'], ['Infant']]);
      const place = 1 + clerk.family.children.filter((it) => it.twins === twins).indexOf(clerk.child);
      if (twins > 0) draft.given = [`${clerk.chance.pick(['Twin', 'Baby'])} ${clerk.chance.pick([place, 'A'])}`];
      return true;
    },
  },
  { kind: 'given:missing', rate: (_draft, { care }) => 0.002 * care, make: (draft) => ((draft.given = []), (draft.middle = []), true) },
  {
    kind: 'given:known-as',
    rate: (_draft, clerk) => (clerk.child.known === '' ? 0 : clerk.family.names.english ? 0.08 : 0.1),
    make: (draft, clerk) => ((draft.given = [clerk.child.known]), true),
  },
  {
    kind: 'given:middle-as-first',
    rate: (draft, clerk) => (draft.middle.length > 0 && clerk.family.names.style === 'western' ? 0.009 * clerk.care : 0),
    make: (draft, clerk) => {
      [draft.given, draft.middle] = [draft.middle, clerk.chance.happens(0.5) ? draft.given : []];
      return true;
    },
  },
  {
    kind: 'given:nickname',
    rate: (_draft, { care }) => 0.04 * care,
    make: (draft, clerk) =>
      change(draft, clerk, (word) => {
        const forms = nicknames.get(word.toLowerCase());
        return forms ? clerk.chance.pick(forms) : word;
      }),
  },
  {
    kind: 'given:prefix-dropped',
    rate: (draft, clerk) => (hasPrefix(draft, clerk) ? 0.07 : 0),
    make: (draft) => (draft.given.shift(), true),
  },
  {
    kind: 'given:prefix-alone',
    rate: (draft, clerk) => (hasPrefix(draft, clerk) ? 0.008 * clerk.care : 0),
    make: (draft) => (draft.given.splice(1), true),
  },
  {
    kind: 'given:prefix-shortened',
    rate: (draft, clerk) => (hasPrefix(draft, clerk) && /^m[ou]h/i.test(draft.given[0] ?? '') ? 0.08 : 0),
    make: (draft, { chance }) => ((draft.given[0] = chance.pick(['Md', 'Mohd', 'Muhd', 'M', 'Md.', 'Mohammed', 'Muhammad'])), true),
  },
  {
    kind: 'given:second-dropped',
    rate: (draft, clerk) => (draft.given.length > 1 && !hasPrefix(draft, clerk) ? 0.09 : 0),
    make: (draft) => (draft.given.splice(1), true),
  },
  {
    kind: 'given:half-of-hyphened',
    rate: (draft) => (/[- ]/.test(draft.given[0] ?? '') && !draft.slips.includes('given:baby') ? 0.05 : 0),
    make: (draft) => ((draft.given = [(draft.given[0] ?? '').split(/[- ]/)[0] ?? '']), true),
  },
  {
    kind: 'given:joined-otherwise',
    rate: (draft) =>
      draft.slips.includes('given:baby') ? 0 : draft.given.some((word) => /[- ]/.test(word)) ? 0.2 : draft.given.length > 1 ? 0.03 : 0,
    make: (draft, { chance }) => {
      const words = draft.given.join(' ').split(/[- ]/);
      draft.given = chance.happens(0.5) ? words : [words.map((word, at) => (at > 0 ? word.toLowerCase() : word)).join('')];
      return true;
    },
  },
  {
    kind: 'given:middle-added',
    rate: (draft, clerk) => (draft.middle.length > 0 && clerk.family.names.style === 'western' ? 0.018 : 0),
    make: (draft) => ((draft.given = [...draft.given, ...draft.middle]), (draft.middle = []), true),
  },
  {
    kind: 'given:respelt',
    rate: (_draft, clerk) => 0.011 * clerk.care * clerk.family.names.respelt,
    make: (draft, clerk) => change(draft, clerk, respell(clerk)),
  },
  {
    kind: 'given:misheard',
    rate: (_draft, { care }) => 0.006 * care,
    make: (draft, clerk) => change(draft, clerk, (word) => mishear(unmarked(word), clerk.chance)),
  },
  {
    kind: 'given:typo',
    rate: (_draft, { care }) => 0.007 * care,
    make: (draft, clerk) => change(draft, clerk, (word) => mistype(word, clerk.chance)),
  },
  {
    kind: 'given:misread',
    rate: (_draft, { feed }) => (feed === 'housing' ? 0.006 : 0.001),
    make: (draft, clerk) => change(draft, clerk, (word) => misscan(word, clerk.chance)),
  },
  {
    kind: 'given:initial',
    rate: (_draft, { care }) => 0.002 * care,
    make: (draft, clerk) => change(draft, clerk, (word) => word.slice(0, 1)),
  },
];
