import { closeSync, openSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { Chance } from './population/chance.ts';
import { Families, type Plan } from './population/family.ts';
import { recordsOf } from './population/feed.ts';
import { ShuffledLines } from './shuffled-lines.ts';

/** A population to make: its size in children with at least one record, and the shape of its families. */
export interface Wanted extends Plan {
  children: number;
  seed: number;
  identifiers: boolean;
}

const headings = [
  'record_ref',
  'feed',
  'forename',
  'middle_names',
  'surname',
  'gender',
  'birth_date',
  'address1',
  'address2',
  'locality',
  'postcode',
  'telephone',
  'email_address',
];
const map = {
  id: 'record_ref',
  source: 'feed',
  givenName: 'forename',
  middleName: 'middle_names',
  familyName: 'surname',
  sex: 'gender',
  dateOfBirth: { column: 'birth_date', format: 'YYYY-MM-DD' },
  addressLine: ['address1', 'address2'],
  town: 'locality',
  postcode: 'postcode',
  phone: 'telephone',
  email: 'email_address',
};
const truthHeadings = ['id', 'person', 'community', 'mother', 'twins', 'sex', 'feed', 'slips'];

const cell = (text: string): string => (/[",]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** Record references in no order: a walk through the numbers below a prime that meets each once. */
function reference(at: number): string {
  const prime = 99_999_989;
  return `R${String(Number((BigInt(at) * 61_803_399n) % BigInt(prime))).padStart(8, '0')}`;
}

function* numbered(wanted: Wanted) {
  const chance = new Chance(wanted.seed);
  const families = new Families(wanted, chance);
  for (let children = 0; children < wanted.children;) {
    const family = families.next();
    const records = recordsOf(family, wanted.identifiers, chance);
    if (records.length === 0) continue;
    children += new Set(records.map((record) => record.child.person)).size;
    yield { family, records, children };
  }
}

/** Writes records.csv, map.json and truth.csv to the folder, holding little in memory; the same wish gives the same bytes. */
export function makePopulation(folder: string, wanted: Wanted): { records: number; children: number } {
  const lines = new ShuffledLines(folder, Math.max(1, Math.ceil(wanted.children / 10_000)), new Chance(wanted.seed + 7919));
  const truth = openSync(join(folder, 'truth.csv'), 'w');
  writeSync(truth, `${truthHeadings.join(',')}\n`);
  let [records, children, kept] = [0, 0, [] as string[]];
  for (const { family, records: written, children: soFar } of numbered(wanted)) {
    children = soFar;
    for (const { columns, child, feed, slips } of written) {
      const id = reference((records += 1));
      lines.add(`${id},${columns.map(cell).join(',')}`);
      kept.push([id, child.person, family.community, family.mother, child.twins || '', child.sex, feed, slips.join(' ')].join(','));
    }
    if (kept.length > 5_000) {
      writeSync(truth, `${kept.join('\n')}\n`);
      kept = [];
    }
  }
  if (kept.length > 0) writeSync(truth, `${kept.join('\n')}\n`);
  closeSync(truth);
  const extra = wanted.identifiers ? { nhsNumber: 'nhs_number', upn: 'upn' } : {};
  lines.close(join(folder, 'records.csv'), [...headings, ...Object.values(extra)].join(','));
  writeFileSync(join(folder, 'map.json'), `${JSON.stringify({ ...map, ...extra }, null, 2)}\n`);
  return { records, children };
}
