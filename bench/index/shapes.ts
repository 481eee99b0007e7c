import type { Random } from '../../src/rooms/people/sample/random.ts';
import type { Truth } from './lines-of-families.ts';
import { misspelt } from './slips.ts';

/** One way of asking: the fields as a person fills them in. The box is `q`; the others are the form's own. */
export interface Shape {
  name: string;
  ask: (random: Random, child: Truth) => Record<string, string>;
  /** The child must be among the first twenty at least so often, at one million people and fewer. */
  atLeast?: number;
}

const born = (date: string): Record<string, string> => {
  const [year = '', month = '', day = ''] = date.split('-');
  return { 'born-year': year, 'born-month': String(Number(month)), 'born-day': String(Number(day)) };
};
const yearOf = (date: string): Record<string, string> => ({ 'born-year': date.slice(0, 4) });
const written = (date: string): string => date.split('-').map(Number).toReversed().join('/');
const whole = ({ given, family }: Truth): string => `${given} ${family}`;
const wrong = (random: Random, child: Truth): string => {
  const names = [child.given, child.family];
  const both = random.chance(0.4);
  const at = random.below(2);
  return names.map((name, place) => (both || place === at ? misspelt(random, name) : name)).join(' ');
};
const outward = (postcode: string): string => postcode.split(' ')[0] ?? '';

export const shapes: readonly Shape[] = [
  {
    name: 'three letters of each name, district',
    ask: (_r, it) => ({ q: `${it.given.slice(0, 3)} ${it.family.slice(0, 3)}`, area: outward(it.postcode) }),
  },
  {
    name: 'three letters of each name, date of birth',
    ask: (_r, it) => ({ q: `${it.given.slice(0, 3)} ${it.family.slice(0, 3)}`, ...born(it.born) }),
  },
  { name: 'full name, date of birth', ask: (_r, it) => ({ q: whole(it), ...born(it.born) }), atLeast: 0.995 },
  { name: 'full name and date in one box', ask: (_r, it) => ({ q: `${it.family} ${it.given} ${written(it.born)}` }), atLeast: 0.995 },
  { name: 'misspelt name, date of birth', ask: (r, it) => ({ q: wrong(r, it), ...born(it.born) }), atLeast: 0.995 },
  { name: 'misspelt name, year', ask: (r, it) => ({ q: wrong(r, it), ...yearOf(it.born) }) },
  { name: 'misspelt name, district', ask: (r, it) => ({ q: wrong(r, it), area: outward(it.postcode) }) },
  {
    name: 'full name, month and year',
    ask: (_r, it) => ({ q: whole(it), 'born-month': String(Number(it.born.slice(5, 7))), ...yearOf(it.born) }),
  },
  { name: 'three letters of family name, date of birth', ask: (_r, it) => ({ q: it.family.slice(0, 3), ...born(it.born) }) },
  { name: 'first name, postcode', ask: (_r, it) => ({ q: `${it.given.split(' ')[0]}`, area: it.postcode }), atLeast: 0.99 },
  { name: 'full name, district', ask: (_r, it) => ({ q: `${whole(it)} ${outward(it.postcode)}` }) },
  { name: 'address line and postcode', ask: (_r, it) => ({ q: `${it.line1} ${it.postcode}` }) },
  { name: 'telephone number', ask: (_r, it) => ({ q: it.phone.replace(/^(\d{5})/, '$1 ') }) },
  { name: 'NHS number', ask: (_r, it) => ({ q: it.nhsNumber.replace(/^(\d{3})(\d{3})/, '$1 $2 ') }) },
  { name: "mother's name, child's year", ask: (_r, it) => ({ q: `mother ${it.mother} ${it.born.slice(0, 4)}` }) },
  {
    name: 'nobody there',
    ask: (r, it) => ({
      q: [...`${it.given}${it.family}`]
        .toReversed()
        .join('')
        .replace(/^(.{5})/, '$1 '),
      ...born(`${1990 + r.below(6)}-07-1${r.below(9)}`),
    }),
  },
];
