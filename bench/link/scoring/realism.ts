/** `node bench/link/scoring/realism.ts FOLDER`: how often two records of one child disagree, by field and community, to hold against
 *  published figures. */
import { join } from 'node:path';
import { printTable } from '../../print-table.ts';
import { cellsOf, readCsv } from './read-csv.ts';
import { eachGroup } from './score.ts';
import { readTruth } from './truth.ts';

const columns = ['record_ref', 'forename', 'surname', 'gender', 'birth_date', 'postcode', 'telephone'] as const;
const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[łŁı]/g, (letter) => (letter === 'ı' ? 'i' : 'l'))
    .toLowerCase();
const letters = (text: string): string => plain(text).replace(/[^a-z]/g, '');
const first = (text: string): string => plain(text).split(/[ -]/)[0] ?? '';
const sexOf = (text: string): string => (/^[mf]/i.test(text) ? text[0]!.toLowerCase() : '');
const fields: readonly { what: string; published: string; of: (cells: readonly string[]) => string }[] = [
  { what: 'forename, as written', published: '12 % (ALSPAC)', of: (cells) => cells[1]! },
  { what: 'forename, letters only', published: '11–12 %', of: (cells) => letters(cells[1]!) },
  { what: 'forename, its first word', published: '–', of: (cells) => first(cells[1]!) },
  { what: 'surname, as written', published: '18 % (ALSPAC)', of: (cells) => cells[2]! },
  { what: 'surname, letters only', published: '13–18 %', of: (cells) => letters(cells[2]!) },
  { what: 'date of birth', published: '3 %', of: (cells) => cells[4]! },
  { what: 'sex', published: '–', of: (cells) => sexOf(cells[3]!) },
  {
    what: 'sex and date of birth',
    published: '0.11 % (HES–PDS)',
    of: (cells) => (sexOf(cells[3]!) && cells[4] ? sexOf(cells[3]!) + cells[4] : ''),
  },
  { what: 'postcode', published: '20 %; 53 % (HES–PDS)', of: (cells) => letters(cells[5]!) + cells[5]!.replace(/\D/g, '') },
  { what: 'telephone', published: '–', of: (cells) => cells[6]!.replace(/\D/g, '').replace(/^44/, '0') },
];

const folder = process.argv[2] ?? '';
const truth = readTruth(join(folder, 'truth.csv'));
const { places, lines } = readCsv(join(folder, 'records.csv'), columns);
const values = new Map<string, string[]>();
for (const line of lines) {
  const cells = cellsOf(line);
  const row = places.map((at) => cells[at] ?? '');
  values.set(
    row[0] ?? '',
    fields.map((field) => field.of(row)),
  );
}
const tally = fields.map(() => ({ both: 0, unlike: 0, empty: 0, communities: new Map<string, { both: number; unlike: number }>() }));
let pairs = 0;
eachGroup(truth.person, (group) => {
  for (const [at, one] of group.entries()) {
    for (const other of group.slice(at + 1)) {
      pairs += 1;
      const [left, right] = [values.get(truth.ids[one] ?? '') ?? [], values.get(truth.ids[other] ?? '') ?? []];
      for (const [field, it] of tally.entries()) {
        if (left[field] === '' || right[field] === '') it.empty += 1;
        else {
          const of = it.communities.get(truth.community[one] ?? '') ?? { both: 0, unlike: 0 };
          it.communities.set(truth.community[one] ?? '', of);
          const unlike = left[field] === right[field] ? 0 : 1;
          it.both += 1;
          it.unlike += unlike;
          of.both += 1;
          of.unlike += unlike;
        }
      }
    }
  }
});
const share = (part: number, whole: number): string => `${((100 * part) / Math.max(1, whole)).toFixed(1)} %`;
const people = new Set(truth.person).size;
console.log(
  `${truth.ids.length} records of ${people} children, ${(truth.ids.length / people).toFixed(2)} each; ${pairs} pairs of records of one child`,
);
printTable(
  ['Field', 'Disagree where both hold it', 'Published', 'One lacks it', 'Least (community)', 'Most (community)'],
  fields.map((field, at) => {
    const it = tally[at]!;
    const sorted = [...it.communities].map(([code, of]) => [code, of.unlike / of.both] as const).sort(([, a], [, b]) => a - b);
    const shown = (of: readonly [string, number] | undefined): string => (of ? `${share(of[1], 1)} ${of[0]}` : '');
    return [field.what, share(it.unlike, it.both), field.published, share(it.empty, pairs), shown(sorted[0]), shown(sorted.at(-1))];
  }),
);
