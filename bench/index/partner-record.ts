/** One record of a partner's system, matched, decided, written and audited, over a loaded index: how long each takes, one at a time. */
import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import { actingFor } from '../../src/platform/access/transaction.ts';
import { openPool } from '../../src/platform/db/pool.ts';
import { queryBuilder } from '../../src/platform/db/query-builder.ts';
import type { Arrival, ArrivingRecord } from '../../src/rooms/people/matching/arriving-record.ts';
import { takeRecord } from '../../src/rooms/people/matching/take-record.ts';
import { randomFrom, type Random } from '../../src/rooms/people/sample/random.ts';
import { printTable } from '../print-table.ts';
import { behind, loginsOf } from '../program/behind.ts';
import type { LoadedIndex } from './loaded-index.ts';
import type { Truth } from './lines-of-families.ts';
import { misspelt } from './slips.ts';

const records = Number(process.env['RECORDS'] ?? 600);
/** Milliseconds in which 95 of 100 are to be matched, decided and audited, at a million people. */
const target = 10;

async function feedIn(superuser: Pool): Promise<Arrival> {
  const { rows } = await superuser.query<{ id: string }>(`select id from agency where agency_type = 'SCHOOL' limit 1`);
  const feedId = randomUUID();
  const agencyId = rows[0]?.id ?? '';
  await superuser.query(
    `insert into feed (id, agency_id, name, covers, expected_every) values ($1, $2, 'Measured roll', 'Children', '1 month')`,
    [feedId, agencyId],
  );
  return { feedId, agencyId, fileId: null, rowNumber: null };
}

/** Of ten records six are of a child as known or nearly, two misspelt or moved, two of children nobody knows. */
function recordOf(random: Random, child: Truth, number: number): ArrivingRecord & { isKnown: boolean } {
  const kind = random.next();
  const facts = {
    localId: `measured-${randomUUID()}-${number}`,
    sex: child.sex,
    line1: child.line1,
    postcode: child.postcode,
    phone: child.phone,
  };
  if (kind > 0.8)
    return {
      ...facts,
      givenName: misspelt(random, misspelt(random, child.given)),
      familyName: misspelt(random, child.family),
      dateOfBirth: `20${10 + random.below(14)}-0${1 + random.below(9)}-1${random.below(9)}`,
      line1: `${1 + random.below(200)} Measured Road`,
      postcode: null,
      phone: null,
      isKnown: false,
    };
  const name = { givenName: child.given, familyName: child.family, dateOfBirth: child.born, isKnown: true };
  if (kind <= 0.6) return { ...facts, ...name };
  return {
    ...facts,
    ...name,
    givenName: misspelt(random, child.given),
    ...(random.chance(0.5) ? { line1: '9 Other Street', postcode: null, phone: null } : {}),
  };
}

/** Prints one table; sets exit code 1 when the target is missed at a million people. */
export async function measurePartnerRecords(index: LoadedIndex, people: number): Promise<void> {
  const { application } = await loginsOf(index.dataDir);
  const pool = openPool(application, { max: 2 });
  const db = queryBuilder(pool);
  const arrival = await behind(index.dataDir, feedIn);
  const random = randomFrom(41, 1);
  const milliseconds: number[] = [];
  const told = { link: 0, review: 0, 'no link': 0, right: 0, known: 0 };
  for (let number = -60; number < records; number += 1) {
    const child = random.pick(index.truths);
    const { isKnown, ...record } = recordOf(random, child, number);
    const from = performance.now();
    const taken = await actingFor(db, { kind: 'system', job: 'bench' }, new Date(), 'people.index.matched', (ctx) =>
      takeRecord(ctx, arrival, record),
    );
    if (number < 0) continue;
    milliseconds.push(performance.now() - from);
    told[taken.band] += 1;
    if (isKnown) told.known += 1;
    if (isKnown && taken.personId === child.id) told.right += 1;
  }
  await pool.end();
  const sorted = milliseconds.toSorted((a, b) => a - b);
  const at = (part: number): string => (sorted[Math.floor(sorted.length * part)] ?? 0).toFixed(1);
  console.log(
    `\n${records} records of a partner's system, one at a time, each matched, decided, written and audited in its own transaction.\n`,
  );
  printTable(
    ['People', 'p50 ms', 'p95 ms', 'p99 ms', 'Target p95', 'Linked', 'Asked', 'Apart', 'Known and joined to the right child'],
    [
      [
        people.toLocaleString('en-GB'),
        at(0.5),
        at(0.95),
        at(0.99),
        String(target),
        String(told.link),
        String(told.review),
        String(told['no link']),
        `${told.right} of ${told.known}`,
      ],
    ],
  );
  if (people <= 1_000_000 && Number(at(0.95)) > target) process.exitCode = 1;
}
