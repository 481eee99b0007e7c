import { sql } from 'kysely';
import type { Clause } from '../../../access/clauses.ts';
import type { StaffCtx } from '../../../access/ctx.ts';
import { conflict, found } from '../../../access/refusal.ts';
import { londonDate } from '../../../time/london.ts';
import type { Agency, AgencyType } from './agency.ts';

const people = sql<number>`(select count(distinct m.staff_id) from membership m where m.agency_id = agency.id and (m.valid_to is null or m.valid_to >= current_date))`;

const all = (ctx: StaffCtx) =>
  ctx.tx
    .selectFrom('agency')
    .select([
      'id',
      'name',
      sql<AgencyType>`agency_type`.as('type'),
      'agreement_reference as agreementReference',
      'agreement_signed_on as agreementSignedOn',
      'dpia_reference as dpiaReference',
      'live_from as liveFrom',
      'suspended_at as suspendedAt',
      'suspended_reason as suspendedReason',
      'phone',
      'email',
      sql<Clause[]>`clauses`.as('clauses'),
      'agreement_until as agreementUntil',
      'version',
      'changed_at as changedAt',
      'changed_by as changedBy',
      people.as('people'),
    ]);

/** Every agency, by name. */
export async function agencies(ctx: StaffCtx): Promise<Agency[]> {
  return all(ctx).orderBy('name').execute();
}

/** One agency; refuses with not found. */
export async function agencyOf(ctx: StaffCtx, id: string): Promise<Agency> {
  return found(await all(ctx).where('id', '=', id).executeTakeFirst());
}

export type AgencyFacts = Pick<Agency, 'name' | 'type' | 'phone' | 'email'>;

const columns = (facts: AgencyFacts) => ({ name: facts.name, agency_type: facts.type, phone: facts.phone, email: facts.email });

/** Enters an agency on the register, without an agreement and so without anything it may do; gives its id. */
export async function enterAgency(ctx: StaffCtx, facts: AgencyFacts): Promise<string> {
  const { id } = await ctx.tx
    .insertInto('agency')
    .values({ ...columns(facts), changed_at: ctx.now, changed_by: ctx.who.staffId })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** Changes an agency's facts, if it still has the version the form was filled from; otherwise refuses with both texts. */
export async function changeAgency(ctx: StaffCtx, id: string, version: number, facts: AgencyFacts): Promise<void> {
  const changed = await ctx.tx
    .updateTable('agency')
    .set({ ...columns(facts), version: version + 1, changed_at: ctx.now, changed_by: ctx.who.staffId })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  if (changed.numUpdatedRows === 0n) throw await disagreement(ctx, id, facts);
}

async function disagreement(ctx: StaffCtx, id: string, mine: AgencyFacts) {
  const now = await agencyOf(ctx, id);
  const who = now.changedBy
    ? await ctx.tx.selectFrom('staff').select('display_name').where('id', '=', now.changedBy).executeTakeFirst()
    : undefined;
  const labels: [keyof AgencyFacts, string][] = [
    ['name', 'Name'],
    ['type', 'Kind of agency'],
    ['phone', 'Telephone'],
    ['email', 'Secure email'],
  ];
  const differ = labels.filter(([key]) => mine[key] !== now[key]);
  return conflict(
    (differ.length > 0 ? differ : labels.slice(0, 1)).map(([key, what]) => ({
      what,
      yours: mine[key] ?? '',
      theirs: now[key] ?? '',
      theirName: who?.display_name ?? 'another administrator',
      theirAt: now.changedAt ?? ctx.now,
    })),
  );
}

/** Suspends an agency at once, or lifts its suspension (`reason` null). Its people lose every right with their next request; sessions
 *  of those who work nowhere else are ended. Answers how many sessions were. */
export async function suspendAgency(ctx: StaffCtx, id: string, reason: string | null): Promise<number> {
  await ctx.tx
    .updateTable('agency')
    .set({
      suspended_at: reason ? ctx.now : null,
      suspended_reason: reason,
      version: sql`version + 1`,
      changed_at: ctx.now,
      changed_by: ctx.who.staffId,
    })
    .where('id', '=', id)
    .execute();
  if (!reason) return 0;
  const today = londonDate(ctx.now);
  const { numAffectedRows } = await sql`update session s set ended_at = ${ctx.now}, ended_because = 'revoked' where s.ended_at is null
    and exists (select from membership m where m.staff_id = s.staff_id and m.agency_id = ${id})
    and not exists (select from membership m join agency a on a.id = m.agency_id and a.suspended_at is null
      where m.staff_id = s.staff_id and m.valid_from <= ${today} and (m.valid_to is null or m.valid_to >= ${today}))`.execute(ctx.tx);
  return Number(numAffectedRows ?? 0n);
}
