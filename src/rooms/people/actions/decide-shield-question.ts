import { sql } from 'kysely';
import { about, saw, type StaffCtx } from '../../../platform/access/ctx.ts';
import { found, refused } from '../../../platform/access/refusal.ts';
import { keepSearchKeys } from '../person.store.ts';
import { shieldAfter, type ShieldDecision } from '../shield.ts';
import { endedAlready } from '../ended.store.ts';

/** The shield desk's decision about a record that inherited a shield. "Same person" and "keep shielded" settle the shield, known from
 *  then on to those at work with the person and those the desk names; the two
 *  records are never joined, and that they belong together is readable here alone. "Not the same" lifts it once no other question
 *  or decision holds it, and ends the leave that came with it. Throws refused for one already decided. */
export async function decideShieldQuestion(ctx: StaffCtx, questionId: string, decision: ShieldDecision, reason: string): Promise<void> {
  const question = found(
    await ctx.tx.selectFrom('shield_question').selectAll().where('id', '=', questionId).forUpdate().executeTakeFirst(),
  );
  if (question.decided_at) throw refused('This question has already been decided');
  await ctx.tx
    .updateTable('shield_question')
    .set({ decided_at: ctx.now, decided_by: ctx.who.staffId, decision, decision_reason: reason })
    .where('id', '=', questionId)
    .execute();
  const all = await ctx.tx.selectFrom('shield_question').select(['decision']).where('person_id', '=', question.person_id).execute();
  await settle(
    ctx,
    question.person_id,
    all.map((it) => it.decision as ShieldDecision | null),
  );
  await ctx.tx
    .updateTable('alert')
    .set({ seen_by: ctx.who.staffId, seen_at: ctx.now })
    .where('kind', '=', 'shield-question')
    .where('record_id', '=', question.person_id)
    .where('seen_at', 'is', null)
    .execute();
  about(ctx, 'shield-question', questionId);
  saw(ctx, question.person_id, question.shielded_id);
}

async function settle(ctx: StaffCtx, personId: string, decisions: readonly (ShieldDecision | null)[]): Promise<void> {
  const after = shieldAfter(decisions);
  if (after === 'waits') return;
  const { shield } = found(await ctx.tx.selectFrom('person').select('shield').where('id', '=', personId).executeTakeFirst());
  await sql`select search.set_shield(${personId}, ${after === 'lifted' ? 'none' : shield}, false)`.execute(ctx.tx);
  await endInheritedLeave(ctx, personId, after);
  await keepSearchKeys(ctx, personId);
}

/** Leave that came with the shield ends with it; where the shield stays, it stays for those at work with the person. */
async function endInheritedLeave(ctx: StaffCtx, personId: string, after: 'stays' | 'lifted'): Promise<void> {
  const stillAtWork = sql<boolean>`exists (select 1 from involvement i where i.person_id = shield_allow.person_id and i.ended_on is null and i.opens <> 'nothing'
    and (i.staff_id = shield_allow.staff_id or i.team_id = shield_allow.team_id
      or i.team_id is null and i.staff_id is null and i.agency_id = (select t.agency_id from team t where t.id = shield_allow.team_id)))`;
  let ending = ctx.tx
    .updateTable('shield_allow')
    .set({ valid_to: endedAlready })
    .where('person_id', '=', personId)
    .where('granted_by', 'is', null);
  if (after === 'stays') ending = ending.where((it) => it.not(stillAtWork));
  await ending.execute();
}
