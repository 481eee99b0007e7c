/** The demonstration's own NHS: the fake Personal Demographics Service on this computer, holding the borough's invented children as a GP's
 *  list would: nearly as the index has them. Nothing here runs in any other database. */
import { generateKeyPairSync } from 'node:crypto';
import { sql } from 'kysely';
import { startFakePds, type FakePatient } from '../fakes/pds/index.ts';
import { openPool } from './platform/db/pool.ts';
import { queryBuilder } from './platform/db/query-builder.ts';
import type { ReadyDatabase } from './platform/db/start-database.ts';
import { connectPds, openPds } from './platform/nhs/pds.ts';
import { pdsSettingsFrom } from './platform/nhs/pds-settings.ts';

type Environment = Readonly<Record<string, string | undefined>>;

interface ChildRow {
  given: string;
  family: string;
  born: string;
  sex: string;
  number: string | null;
  line1: string | null;
  town: string | null;
  postcode: string | null;
}

/** Starts it (DEMO_PDS_PORT, or any port) and connects this process to it, unless a real one is set. Gives what ends it. */
export async function startDemonstrationNhs(database: ReadyDatabase, env: Environment): Promise<() => Promise<void>> {
  const { migratorUrl } = database;
  if (migratorUrl === null || pdsSettingsFrom(env) !== null) return async () => {};
  const { publicKey, privateKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
  const patients = asTheNhsHasThem(await childrenOf(migratorUrl));
  const fake = await startFakePds({
    port: Number(env['DEMO_PDS_PORT'] ?? 0),
    applications: [{ apiKey: 'goldthread-demonstration', keyId: 'demonstration', publicKey }],
    patients: async () => patients,
  });
  const { base, tokenUrl } = fake;
  connectPds(openPds({ base, tokenUrl, apiKey: 'goldthread-demonstration', keyId: 'demonstration', privateKey, perSecond: 50 }));
  return async () => {
    connectPds(null);
    await fake.stop();
  };
}

const read = ['person', 'identifier', 'person_address'];
/** More than the demonstration borough has. A database measured with a nation in it starts as fast; the rest of its children the fake does not know. */
const mostPatients = 20_000;

/** The borough's children, past every policy, as their tables' owner and for the length of one reading: what the NHS would have of them. */
async function childrenOf(migratorUrl: string): Promise<ChildRow[]> {
  const db = queryBuilder(openPool(migratorUrl, { max: 1 }));
  try {
    return await db.transaction().execute(async (tx) => {
      await sql`set local role goldthread_owner`.execute(tx);
      for (const table of read) await sql`alter table ${sql.table(table)} no force row level security`.execute(tx);
      const { rows } = await sql<ChildRow>`
        select p.given_name as given, p.family_name as family, p.date_of_birth as born, p.sex, i.value as number, a.line1, a.town, a.postcode
          from person p
          left join lateral (select value from identifier i where i.person_id = p.id and i.kind = 'nhs-number' order by i.valid_to nulls first limit 1) i on true
          left join lateral (select line1, town, postcode from person_address a where a.person_id = p.id and a.valid_to is null limit 1) a on true
         where p.is_synthetic and p.given_name is not null and p.family_name is not null and p.date_of_birth > (current_date - interval '18 years')::date
         order by p.id limit ${mostPatients}`.execute(tx);
      for (const table of read) await sql`alter table ${sql.table(table)} force row level security`.execute(tx);
      return rows;
    });
  } finally {
    await db.destroy();
  }
}

/** Weights 10 to 2, modulus 11; undefined where no number has these nine digits (NHS Data Dictionary). */
function withCheckDigit(nine: string): string | undefined {
  const sum = [...nine].reduce((total, digit, at) => total + Number(digit) * (10 - at), 0);
  const digit = (11 - (sum % 11)) % 11;
  return digit === 10 ? undefined : nine + String(digit);
}

/** Numbers nobody bears, from the range that is never issued. */
function* freeNumbers(taken: ReadonlySet<string>): Generator<string, never> {
  for (let at = 0; ; at += 1) {
    const number = withCheckDigit(`999${String(at).padStart(6, '0')}`);
    if (number && !taken.has(number)) yield number;
  }
}

/** Nearly as the index has them, and where not, each difference that happens: moved, another spelling, a newer number, a withdrawn one, marked
 *  sensitive, not known, two of one name. Every so-manyth, so that it is the same each time. */
function asTheNhsHasThem(children: readonly ChildRow[]): FakePatient[] {
  const free = freeNumbers(new Set(children.flatMap((one) => one.number ?? [])));
  return children.flatMap((child, at) => {
    if (!child.number && at % 4 === 0) return [];
    const number = child.number ?? free.next().value;
    const home =
      child.line1 && child.postcode
        ? { lines: [child.line1, child.town ?? 'Harrow'].map((line) => line.toUpperCase()), postcode: child.postcode }
        : null;
    const patient: FakePatient = {
      number,
      given: child.given.split(' '),
      family: child.family,
      born: child.born,
      sex: child.sex === 'F' ? 'female' : child.sex === 'M' ? 'male' : 'unknown',
      homes: home ? [home] : [],
    };
    if (at % 43 === 1 && home)
      return [
        {
          ...patient,
          homes: [
            { lines: ['1 NEW STREET', 'HARROW'], postcode: 'HA2 9ZZ' },
            { ...home, to: '2026-06-01' },
          ],
        },
      ];
    if (at % 61 === 1) return [{ ...patient, family: child.family.replace(/[aeiou]/, 'e') }];
    if (at % 97 === 1) return supersededBy(patient, free.next().value);
    if (at % 211 === 1) return [{ ...patient, isInvalidated: true }];
    if (at % 307 === 1) return [{ ...patient, isSensitive: true }];
    return [patient];
  });
}

const supersededBy = (patient: FakePatient, number: string): FakePatient[] => [
  { ...patient, supersededBy: number },
  { ...patient, number },
];
