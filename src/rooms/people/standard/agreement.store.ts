import type { StaffCtx } from '../../../platform/access/ctx.ts';
import { found } from '../../../platform/access/refusal.ts';
import type { AgreedField, PurposeCode, RecordType } from './agreement.ts';

/** A partner's system with its agreement, if it has one. */
export interface SystemRow {
  clientId: string;
  name: string;
  agencyName: string;
  active: boolean;
  scopes: string[];
  reference: string | null;
  purpose: string | null;
  purposeCode: PurposeCode | null;
  legalBasis: string | null;
  fields: AgreedField[] | null;
  recordTypes: RecordType[] | null;
  upToAge: number | null;
  validFrom: string | null;
  validTo: string | null;
}

const all = (ctx: StaffCtx) =>
  ctx.tx
    .selectFrom('machine_client as m')
    .innerJoin('agency as a', 'a.id', 'm.agency_id')
    .leftJoin('index_agreement as g', 'g.client_id', 'm.id')
    .select([
      'm.id as clientId',
      'm.name',
      'a.name as agencyName',
      'm.active',
      'm.scopes',
      'g.reference',
      'g.purpose',
      'g.purpose_code as purposeCode',
      'g.legal_basis as legalBasis',
      'g.fields',
      'g.record_types as recordTypes',
      'g.up_to_age as upToAge',
      'g.valid_from as validFrom',
      'g.valid_to as validTo',
    ])
    .orderBy('a.name')
    .orderBy('m.name');

/** Every partner's system, by agency and name. */
export async function systemsWithAgreements(ctx: StaffCtx): Promise<SystemRow[]> {
  return (await all(ctx).execute()) as SystemRow[];
}

/** One of them. Throws notFound. */
export async function systemWithAgreement(ctx: StaffCtx, clientId: string): Promise<SystemRow> {
  return found(await all(ctx).where('m.id', '=', clientId).executeTakeFirst()) as SystemRow;
}

export interface WrittenAgreement {
  reference: string;
  purpose: string;
  purposeCode: PurposeCode;
  legalBasis: string;
  fields: readonly AgreedField[];
  recordTypes: readonly RecordType[];
  upToAge: number;
  validFrom: string;
  validTo: string | null;
}

/** Writes a system's agreement, in force from its next call. */
export async function writeAgreement(ctx: StaffCtx, clientId: string, it: WrittenAgreement): Promise<void> {
  const row = {
    reference: it.reference,
    purpose: it.purpose,
    purpose_code: it.purposeCode,
    legal_basis: it.legalBasis,
    fields: [...it.fields],
    record_types: [...it.recordTypes],
    up_to_age: it.upToAge,
    valid_from: it.validFrom,
    valid_to: it.validTo,
    changed_at: ctx.now,
    changed_by: ctx.who.staffId,
  };
  await ctx.tx
    .insertInto('index_agreement')
    .values({ client_id: clientId, ...row })
    .onConflict((clash) => clash.column('client_id').doUpdateSet(row))
    .execute();
}
