import { sql } from 'kysely';
import type { Ctx, StaffCtx } from '../../../platform/access/ctx.ts';
import { londonDate } from '../../../platform/time/london.ts';
import type { ReferralDecision } from './referral.codes.ts';
import type { ReferralState } from './referral.ts';

export interface ReferralToInsert {
  id: string;
  childId: string;
  contactId?: string | null;
  steppedUpFrom?: string | null;
  receivedAt: Date;
  sourceCode: string;
  primaryNeed: string;
  reason: string;
  decidedBy: string;
  teamId: string;
  previousOn: string | null;
}

/** The child's open referral, whichever team has it, as far as the reader may know; null when none. */
export async function openReferralOf(ctx: Ctx, childId: string): Promise<{ reference: string } | null> {
  const { rows } = await sql<{
    reference: string;
  }>`select reference from access.open_work_for(array[${childId}]::uuid[]) where kind = 'referral'`.execute(ctx.tx);
  return rows[0] ?? null;
}

/** The team referrals go to: the one named in the setting `referral-inbox-team`, else the first social work team by name; null when there is none. */
export async function inboxTeam(ctx: Ctx): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    select t.id from team t left join setting s on s.key = 'referral-inbox-team' and s.value = t.id::text
    where t.purpose = 'social-work' order by s.value is null, t.name limit 1`.execute(ctx.tx);
  return rows[0]?.id ?? null;
}

/** Writes a referral. Nothing is read back: whoever sends it need not be able to open it. */
export async function insertReferral(ctx: Ctx, row: ReferralToInsert): Promise<void> {
  await ctx.tx
    .insertInto('referral')
    .values({
      id: row.id,
      child_id: row.childId,
      contact_id: row.contactId ?? null,
      stepped_up_from: row.steppedUpFrom ?? null,
      received_at: row.receivedAt,
      source_code: row.sourceCode,
      primary_need: row.primaryNeed,
      reason: row.reason,
      sent_by: row.decidedBy,
      team_id: row.teamId,
      previous_referral_on: row.previousOn,
      is_re_referral: row.previousOn !== null,
      state: 'RECEIVED',
    })
    .execute();
}

/** The reference people say, for example R-1042. */
export async function referenceOf(ctx: Ctx, id: string): Promise<string> {
  const row = await ctx.tx.selectFrom('referral').select('reference').where('id', '=', id).executeTakeFirstOrThrow();
  return row.reference;
}

const listed = (ctx: Ctx) =>
  ctx.tx
    .selectFrom('referral as r')
    .innerJoin('person as p', 'p.id', 'r.child_id')
    .innerJoin('team as t', 't.id', 'r.team_id')
    .leftJoin('staff as a', 'a.id', 'r.allocated_to')
    .select([
      'r.id',
      'r.reference',
      'r.child_id',
      'r.received_at',
      'r.source_code',
      'r.primary_need',
      'r.state',
      'r.is_re_referral',
      'r.accepted_at',
      't.name as team_name',
      'a.display_name as worker_name',
      'p.given_name',
      'p.family_name',
      'p.preferred_name',
      'p.date_of_birth',
    ]);

/** Referrals the reader may open, newest first: of the inbox (not accepted), pending, or all open. */
export async function referralsIn(ctx: Ctx, states: readonly ReferralState[]) {
  return listed(ctx)
    .where('r.state', 'in', [...states])
    .orderBy('r.received_at')
    .limit(500)
    .execute();
}

/** One referral with its team and people; undefined when there is none the reader may open. */
export async function referralById(ctx: Ctx, id: string) {
  return ctx.tx
    .selectFrom('referral as r')
    .innerJoin('team as t', 't.id', 'r.team_id')
    .innerJoin('staff as s', 's.id', 'r.sent_by')
    .leftJoin('staff as a', 'a.id', 'r.allocated_to')
    .leftJoin('staff as d', 'd.id', 'r.decided_by')
    .leftJoin('staff as c', 'c.id', 'r.accepted_by')
    .selectAll('r')
    .select([
      't.name as team_name',
      's.display_name as sent_by_name',
      'a.display_name as worker_name',
      'd.display_name as decided_by_name',
      'c.display_name as accepted_by_name',
    ])
    .where('r.id', '=', id)
    .executeTakeFirst();
}

/** Takes a referral row for change; undefined when there is none the reader may change. */
export async function lockReferral(ctx: Ctx, id: string) {
  return ctx.tx.selectFrom('referral').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
}

/** Marks a referral accepted by the team, and whose it is where that is known. */
export async function writeAccepted(ctx: StaffCtx, id: string, state: ReferralState, allocatedTo: string | null): Promise<void> {
  await ctx.tx
    .updateTable('referral')
    .set((eb) => ({ state, accepted_at: ctx.now, accepted_by: ctx.who.staffId, allocated_to: allocatedTo, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute();
}

/** Writes the decision on a referral. */
export async function writeReferralDecision(
  ctx: StaffCtx,
  id: string,
  state: ReferralState,
  decision: ReferralDecision,
  facts: { reason: string; primaryNeed: string; allocatedTo: string | null },
): Promise<void> {
  await ctx.tx
    .updateTable('referral')
    .set((eb) => ({
      state,
      decision,
      decision_reason: facts.reason,
      primary_need: facts.primaryNeed,
      allocated_to: facts.allocatedTo,
      decided_at: ctx.now,
      decided_by: ctx.who.staffId,
      closed_on: state === 'ACCEPTED' ? null : londonDate(ctx.now),
      version: eb('version', '+', 1),
    }))
    .where('id', '=', id)
    .execute();
}

/** Social workers and managers of a team, to allocate to. */
export async function workersOf(ctx: Ctx, teamId: string): Promise<{ id: string; name: string }[]> {
  return ctx.tx
    .selectFrom('membership as m')
    .innerJoin('staff as s', 's.id', 'm.staff_id')
    .select(['s.id', 's.display_name as name'])
    .distinct()
    .where('m.team_id', '=', teamId)
    .where('m.role', 'in', ['SW', 'TM'])
    .where('m.valid_to', 'is', null)
    .orderBy('s.display_name')
    .execute();
}
