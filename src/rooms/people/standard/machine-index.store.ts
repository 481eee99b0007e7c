import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { MachineCtx } from '../../../platform/identity/machine/api-route.ts';
import { notAllowed } from '../../../platform/access/refusal.ts';
import { askedKeys, heardOf, keyWeights, type KeyFacts } from '../search-keys.ts';
import type { AgreedField, Agreement, PurposeCode, RecordType } from './agreement.ts';
import type { HeldPerson } from './held-person.ts';

interface AgreementRow {
  client_id: string;
  reference: string;
  purpose: string;
  purpose_code: PurposeCode;
  fields: AgreedField[];
  record_types: RecordType[];
  up_to_age: number;
}

/** The agreement that binds the system asking; its purpose stands in the audit. Throws notAllowed when none is in force today. */
export async function agreementOf(ctx: MachineCtx): Promise<Agreement> {
  const { rows } = await sql<{ agreement: AgreementRow | null }>`select search.my_agreement() as agreement`.execute(ctx.tx);
  const row = rows[0]?.agreement;
  if (!row?.client_id) throw notAllowed();
  ctx.note.purpose = row.purpose;
  ctx.note.detail['agreement'] = row.reference;
  return {
    clientId: row.client_id,
    reference: row.reference,
    purpose: row.purpose,
    purposeCode: row.purpose_code,
    fields: row.fields,
    recordTypes: row.record_types,
    upToAge: row.up_to_age,
  };
}

/** People who may be the one described, most alike first, at most 20; the search role leaves out whoever this system may not learn of and
 *  writes down everyone compared. */
export async function peopleLike(ctx: MachineCtx, facts: KeyFacts): Promise<HeldPerson[]> {
  const keys = askedKeys(facts);
  const asked = createHash('sha256').update(JSON.stringify(facts)).digest('hex');
  const { rows } = await sql<{ people: HeldPerson[] }>`
    select search.match_for_machine(${keys.map((it) => it.key)}::bigint[], ${keys.map((it) => it.kind)}::text[], ${keys.map((it) => keyWeights[it.kind])}::integer[],
      ${heardOf(facts.names)}::text[], ${[...facts.identifiers]}::text[], ${asked}, ${ctx.request.id}) as people`.execute(ctx.tx);
  return rows[0]?.people ?? [];
}

/** One person by our id or by NHS number; null for nobody, for someone hidden and for someone outside the agreement alike. */
export async function personFor(ctx: MachineCtx, by: { id: string } | { number: string }): Promise<HeldPerson | null> {
  const { rows } = await sql<{ person: HeldPerson | null }>`
    select search.patient_for_machine(${'id' in by ? by.id : null}::uuid, ${'number' in by ? by.number : null}, ${ctx.request.id}) as person`.execute(
    ctx.tx,
  );
  return rows[0]?.person ?? null;
}

/** One kind of record that an agency holds. Moments as the database writes them. */
export interface HeldRecord {
  custodianId: string;
  custodianName: string;
  recordType: RecordType;
  systemId: string;
  firstSeen: string;
  lastSeen: string;
  contact: { name: string; phone: string | null; email: string | null };
}

/** Which kinds of record are held about whoever bears a number; none where the agreement does not cover them, nobody bears it, or they are
 *  hidden or restricted. */
export async function recordsHeld(ctx: MachineCtx, number: string, types: readonly RecordType[] | null): Promise<HeldRecord[]> {
  const { rows } = await sql<{ records: HeldRecord[] }>`
    select search.held_for_machine(${number}, ${types ? [...types] : null}::text[], ${ctx.request.id}) as records`.execute(ctx.tx);
  return rows[0]?.records ?? [];
}
