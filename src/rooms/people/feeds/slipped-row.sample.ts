/** For tests: rows a partner's system may send about a child, with the slips such systems make, and no other: whoever reads both would say
 *  that they may be of one child. Written from the slips feeds are known for, not from what the shield compares. */
import fc from 'fast-check';

export interface KnownChild {
  given: string;
  family: string;
  born: string;
  sex: 'F' | 'M';
  line1: string;
  postcode: string;
  nhs: string;
}

export interface SlippedRow {
  given: string;
  family: string;
  born: string;
  sex: string;
  line1: string;
  postcode: string;
  nhs: string;
}

const vowels: Readonly<Record<string, string>> = { a: 'e', e: 'i', i: 'y', o: 'u', u: 'o', y: 'i' };
/** A letter doubled, dropped, swapped with the next, or a vowel taken for another; never the first. */
function misspelt(name: string, at: number, kind: number): string {
  const place = 1 + (at % Math.max(1, name.length - 1));
  const letter = name[place] ?? '';
  const [before, after] = [name.slice(0, place), name.slice(place + 1)];
  if (kind === 0) return `${before}${letter}${letter}${after}`;
  if (kind === 1 && name.length > 3) return before + after;
  if (kind === 2 && after) return `${before}${after[0] ?? ''}${letter}${after.slice(1)}`;
  return `${before}${vowels[letter] ?? letter}${after}`;
}

/** One slip in a date: day and month swapped, another day, another month, another year. */
function slippedDate(born: string, kind: number): string {
  const [year = '', month = '', day = ''] = born.split('-');
  if (kind === 0 && Number(day) <= 12) return `${year}-${day}-${month}`;
  if (kind === 1) return `${year}-${month}-${String(1 + (Number(day) % 28)).padStart(2, '0')}`;
  if (kind === 2) return `${year}-${String(1 + (Number(month) % 12)).padStart(2, '0')}-${day}`;
  return `${Number(year) - 1}-${month}-${day}`;
}

const slips = fc.record({
  given: fc.constantFrom('same', 'same', 'misspelt', 'initial', 'with another', 'upper case'),
  family: fc.constantFrom('same', 'same', 'misspelt', 'another', 'double', 'upper case'),
  swapped: fc.constantFrom(false, false, false, true),
  born: fc.constantFrom('same', 'same', 'same', 'slipped', 'missing'),
  home: fc.constantFrom('same', 'moved', 'missing'),
  number: fc.constantFrom('missing', 'missing', 'same'),
  sex: fc.constantFrom('same', 'same', 'missing'),
  at: fc.nat(12),
  kind: fc.nat(3),
});
type Slips = typeof slips extends fc.Arbitrary<infer T> ? T : never;

/** A reader would still say "this may be that child": a number; the date of birth and a name, or the home; a slip in the date and a name
 *  whole; no date, and both names whole or one with the home. */
function stillThem(s: Slips): boolean {
  const whole = (how: string): boolean => ['same', 'upper case', 'with another', 'double'].includes(how);
  if (s.number === 'same') return true;
  if (s.born === 'same') return whole(s.given) || whole(s.family) || s.given === 'misspelt' || s.home === 'same';
  if (s.born === 'slipped') return whole(s.given) || whole(s.family);
  return whole(s.given) && whole(s.family);
}

function apply(child: KnownChild, s: Slips): SlippedRow {
  const given =
    {
      same: child.given,
      misspelt: misspelt(child.given, s.at, s.kind),
      initial: child.given.slice(0, 1),
      'with another': `${child.given} Rose`,
      'upper case': child.given.toUpperCase(),
    }[s.given] ?? '';
  const family =
    {
      same: child.family,
      misspelt: misspelt(child.family, s.at, s.kind),
      another: 'Pemberton',
      double: `${child.family}-Pemberton`,
      'upper case': child.family.toUpperCase(),
    }[s.family] ?? '';
  return {
    given: s.swapped ? family : given,
    family: s.swapped ? given : family,
    born: s.born === 'same' ? child.born : s.born === 'slipped' ? slippedDate(child.born, s.kind) : '',
    sex: s.sex === 'same' ? child.sex : '',
    line1: s.home === 'same' ? child.line1 : s.home === 'moved' ? '99 Elsewhere Row' : '',
    postcode: s.home === 'same' ? child.postcode : s.home === 'moved' ? 'LE1 4XZ' : '',
    // Without a date of birth a row is only taken when it bears a number: then it is the child's own, or one that is nobody's.
    nhs: s.number === 'same' ? child.nhs : '',
  };
}

/** Rows about one of these children that a reader would say may be theirs. */
export const slippedRow = (children: readonly KnownChild[]): fc.Arbitrary<{ child: number; row: SlippedRow }> =>
  fc
    .record({ child: fc.nat(children.length - 1), slips: slips.filter(stillThem) })
    .map(({ child, slips: s }) => ({ child, row: apply(children[child] ?? (children[0] as KnownChild), s) }));
