import { sql } from 'kysely';
import { saw, type StaffCtx } from '../../../platform/access/ctx.ts';
import { householdOf, type Relative } from '../person.store.ts';
import { nameOf } from '../person.ts';
import type { Question } from './question.ts';
import type { Side, SourceVersion } from './side.ts';

interface Held {
  names: { person_id: string; given_name: string | null; family_name: string | null }[];
  addresses: {
    person_id: string;
    line1: string;
    town: string | null;
    postcode: string | null;
    valid_from: string | null;
    valid_to: string | null;
    source: string;
  }[];
  identifiers: { person_id: string; kind: string; value: string }[];
  phones: { person_id: string; value: string }[];
  involved: Map<string, number>;
  versions: (SourceVersion & { personId: string })[];
}

/** Both of a question as the reader may see them: nothing is read past row-level security, so both must have been opened before.
 *  Left is who stands in the index, right the record or the other person. */
export async function sidesOf(ctx: StaffCtx, question: Question): Promise<{ left: Side; right: Side; versions: readonly SourceVersion[] }> {
  const ids = [...new Set([question.personId, question.otherPersonId])];
  const people = await ctx.tx.selectFrom('person').selectAll().where('id', 'in', ids).execute();
  const held = await heldOf(ctx, ids);
  const households = new Map<string, Relative[]>();
  for (const id of ids) households.set(id, await householdOf(ctx, id));
  saw(ctx, ...ids);
  const side = (personId: string, heading: string): Side => {
    const person = people.find((one) => one.id === personId);
    const mine = <T extends { person_id: string }>(rows: readonly T[]): T[] => rows.filter((one) => one.person_id === personId);
    const household = households.get(personId) ?? [];
    const names = [
      ...(person ? [nameOf(person)] : []),
      ...mine(held.names).map((it) => nameOf({ given_name: it.given_name, family_name: it.family_name })),
      ...held.versions.filter((it) => it.personId === personId).map((it) => it.name),
    ];
    return {
      personId,
      heading,
      names: [...new Set(names)],
      bornOn: person?.date_of_birth ?? null,
      bornAsWritten: person?.expected_on ? `Expected ${person.expected_on}` : null,
      sex: person?.sex ?? 'U',
      addresses: mine(held.addresses).map((it) => ({
        line: [it.line1, it.town, it.postcode].filter(Boolean).join(', '),
        from: it.valid_from,
        to: it.valid_to,
        source: it.source,
      })),
      phones: [...new Set(mine(held.phones).map((it) => it.value))],
      numbers: numbersOf(mine(held.identifiers)),
      mothers: mothersOf(
        household,
        held.versions.filter((it) => it.personId === personId),
      ),
      household: household.map((it) => ({ name: it.name, part: it.part, relation: it.relation, bornOn: it.dateOfBirth })),
      involved: held.involved.get(personId) ?? 0,
      versions: held.versions.filter((it) => it.personId === personId),
    };
  };
  const left = side(question.personId, 'In the index');
  const record = held.versions.find((it) => it.recordId === question.recordId);
  if (question.kind === 'apart' && record) return { ...apart(left, record), versions: held.versions };
  const heading = question.kind === 'record' ? `Record${record ? ` from ${record.agency}` : ''}` : 'The other person';
  return { left, right: side(question.otherPersonId, heading), versions: held.versions };
}

/** A record that was joined, beside the person without it. */
function apart(whole: Side, record: SourceVersion): { left: Side; right: Side } {
  const rest = whole.versions.filter((it) => it.recordId !== record.recordId);
  return {
    left: rest.length > 0 ? { ...fromVersions(whole, rest), heading: 'In the index' } : whole,
    right: { ...fromVersions(whole, [record]), heading: `Record from ${record.agency}`, household: [], involved: 0 },
  };
}

function fromVersions(whole: Side, versions: readonly SourceVersion[]): Side {
  const all = <T>(pick: (it: SourceVersion) => T | null): T[] => versions.flatMap((it) => pick(it) ?? []);
  return {
    ...whole,
    versions,
    names: [...new Set(versions.map((it) => it.name))],
    bornOn: all((it) => it.bornOn)[0] ?? null,
    bornAsWritten: all((it) => it.bornAsWritten)[0] ?? null,
    sex: versions.find((it) => it.sex !== 'U')?.sex ?? 'U',
    addresses: versions.flatMap((it) => (it.address ? [{ line: it.address, from: it.addressFrom, to: null, source: it.agency }] : [])),
    phones: all((it) => it.phone),
    numbers: { 'nhs-number': all((it) => it.nhsNumber), upn: all((it) => it.upn) },
    mothers: [...new Set(all((it) => it.motherName))],
  };
}

function numbersOf(rows: readonly { kind: string; value: string }[]): Record<string, string[]> {
  const numbers: Record<string, string[]> = {};
  for (const { kind, value } of rows) numbers[kind] = [...new Set([...(numbers[kind] ?? []), value])];
  return numbers;
}

const mothersOf = (household: readonly Relative[], versions: readonly SourceVersion[]): string[] => [
  ...new Set([
    ...household.filter((it) => it.relation === 'mother').map((it) => it.name),
    ...versions.flatMap((it) => it.motherName ?? []),
  ]),
];

async function heldOf(ctx: StaffCtx, ids: readonly string[]): Promise<Held> {
  const { tx } = ctx;
  const names = await tx
    .selectFrom('person_name')
    .select(['person_id', 'given_name', 'family_name'])
    .where('person_id', 'in', ids)
    .execute();
  const addresses = await tx
    .selectFrom('person_address')
    .select(['person_id', 'line1', 'town', 'postcode', 'valid_from', 'valid_to', 'source'])
    .where('person_id', 'in', ids)
    .orderBy('valid_to', (it) => it.desc().nullsFirst())
    .execute();
  const identifiers = await tx.selectFrom('identifier').select(['person_id', 'kind', 'value']).where('person_id', 'in', ids).execute();
  const phones = await tx
    .selectFrom('person_contact_point')
    .select(['person_id', 'value'])
    .where('person_id', 'in', ids)
    .where('kind', '=', 'phone')
    .execute();
  const counts = await tx
    .selectFrom('involvement')
    .where('person_id', 'in', ids)
    .where('ended_on', 'is', null)
    .groupBy('person_id')
    .select(['person_id', sql<string>`count(*)`.as('many')])
    .execute();
  return {
    names,
    addresses,
    identifiers,
    phones,
    involved: new Map(counts.map((it) => [it.person_id, Number(it.many)])),
    versions: await versionsOf(ctx, ids),
  };
}

async function versionsOf(ctx: StaffCtx, ids: readonly string[]): Promise<Held['versions']> {
  const rows = await ctx.tx
    .selectFrom('source_record as s')
    .innerJoin('agency as a', 'a.id', 's.agency_id')
    .innerJoin('person as p', 'p.id', 's.person_id')
    .selectAll('s')
    .select(['a.name as agency', 'p.shield'])
    .where('s.person_id', 'in', ids)
    .where('s.replaced_by', 'is', null)
    .orderBy('s.received_at', 'desc')
    .limit(40)
    .execute();
  return rows.map((row) => ({
    personId: row.person_id,
    recordId: row.id,
    agency: row.agency,
    name: [row.given_name, row.middle_name, row.family_name].filter(Boolean).join(' ') || 'No name given',
    bornOn: row.date_of_birth,
    bornAsWritten: row.date_of_birth_as_written,
    sex: row.sex,
    address: [row.line1, row.line2, row.town, row.postcode].filter(Boolean).join(', ') || null,
    addressFrom: row.address_from,
    phone: row.phone,
    nhsNumber: row.nhs_number,
    upn: row.upn,
    motherName: row.mother_name,
    factsOn: row.facts_on,
    receivedAt: row.received_at,
  }));
}
