import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Chance } from './population/chance.ts';
import { cellsOf, readCsv } from './scoring/read-csv.ts';
import { type Truth, truthOf } from './scoring/truth.ts';

/** A labelled public set: its file, which of its columns the matcher is given, and where it says who is who. */
export interface PublicSet {
  name: string;
  file: string;
  id: string;
  person: (cells: (column: string) => string) => string;
  columns: readonly string[];
  map: Readonly<Record<string, unknown>>;
  target: number | null;
  splink: string;
}

const febrl = {
  id: 'rec_id',
  person: (cell: (column: string) => string) => cell('rec_id').split('-')[1] ?? '',
  columns: ['given_name', 'surname', 'street_number', 'address_1', 'address_2', 'suburb', 'postcode', 'state', 'date_of_birth'],
  map: {
    givenName: 'given_name',
    familyName: 'surname',
    addressLine: ['street_number', 'address_1', 'address_2'],
    town: 'suburb',
    postcode: 'postcode',
    dateOfBirth: { column: 'date_of_birth', format: 'YYYYMMDD' },
  },
};

/** The sets looked for, without the column (social security number) that would make them easy. */
export const publicSets: readonly PublicSet[] = [
  { name: 'FEBRL1 without SSN', file: 'dataset1.csv', ...febrl, target: null, splink: '–' },
  { name: 'FEBRL2 without SSN', file: 'dataset2.csv', ...febrl, target: null, splink: '–' },
  { name: 'FEBRL3 without SSN', file: 'dataset3.csv', ...febrl, target: 0.9985, splink: '0.9873' },
  {
    name: 'fake_1000',
    file: 'fake_1000.csv',
    id: 'unique_id',
    person: (cell) => cell('cluster'),
    columns: ['first_name', 'surname', 'dob', 'city', 'email'],
    map: {
      givenName: 'first_name',
      familyName: 'surname',
      dateOfBirth: { column: 'dob', format: 'YYYY-MM-DD' },
      town: 'city',
      email: 'email',
    },
    target: 0.97,
    splink: '0.926',
  },
];

const cell = (text: string): string => (/[",]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** Writes a copy for the matcher whose ids and order tell nothing of who is who, and returns the truth; null where the set is not there. */
export function preparePublicSet(set: PublicSet, source: string | undefined, folder: string): Truth | null {
  const file = join(source ?? '', set.file);
  if (!source || !existsSync(file)) return null;
  const known = [...new Set([set.id, ...set.columns, ...(set.id === 'unique_id' ? ['cluster'] : [])])];
  const { places, lines } = readCsv(file, known);
  const chance = new Chance(lines.length);
  const mixed = lines.map((line) => ({ line, at: chance.next() })).sort((one, other) => one.at - other.at);
  const truth: [string, string][] = [];
  const out = mixed.map(({ line }, number) => {
    const cells = cellsOf(line);
    const of = (column: string): string => (cells[places[known.indexOf(column)] ?? -1] ?? '').trim();
    truth.push([`r${number}`, set.person(of)]);
    return [`r${number}`, ...set.columns.map((column) => cell(of(column)))].join(',');
  });
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'records.csv'), `${['id', ...set.columns].join(',')}\n${out.join('\n')}\n`);
  writeFileSync(join(folder, 'map.json'), JSON.stringify({ id: 'id', ...set.map }));
  return truthOf(truth);
}
