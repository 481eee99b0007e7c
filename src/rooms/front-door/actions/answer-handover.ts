import { about, saw, type StaffCtx } from '../../../platform/access/ctx.ts';
import { found, refused } from '../../../platform/access/refusal.ts';
import { cancelClock, meetClock } from '../../../platform/time/clock.store.ts';
import { closeIfDone } from '../closing.ts';
import { contactToChange } from '../contact.store.ts';

export type HandoverAnswer = { handoverId: string } & ({ accept: true; byName: string } | { accept: false; reason: string });

/** Accepts something passed on, or sends it back. Until it is accepted nobody may rely on it. */
export async function answerHandover(ctx: StaffCtx, answer: HandoverAnswer): Promise<void> {
  const handover = found(
    await ctx.tx.selectFrom('contact_handover').selectAll().where('id', '=', answer.handoverId).forUpdate().executeTakeFirst(),
  );
  about(ctx, 'contact', handover.contact_id);
  saw(ctx, handover.person_id);
  if (handover.accepted_at || handover.returned_at) throw refused('This has been answered already.');
  const clock = { rule: 'C02A', subjectKind: 'contact-handover', subjectId: handover.id };
  const change = ctx.tx.updateTable('contact_handover').where('id', '=', handover.id);
  if (answer.accept) {
    const mine =
      handover.to_staff_id === ctx.who.staffId ||
      ctx.who.memberships.some((one) => one.teamId !== null && one.teamId === handover.to_team_id);
    await change
      .set({ accepted_at: ctx.now, accepted_by: mine ? ctx.who.staffId : null, accepted_by_name: mine ? ctx.who.name : answer.byName })
      .execute();
    await meetClock(ctx, { ...clock, metAt: ctx.now });
    await closeIfDone(ctx, await contactToChange(ctx, handover.contact_id));
    return;
  }
  await change.set({ returned_at: ctx.now, return_reason: answer.reason }).execute();
  await cancelClock(ctx, clock);
  await backToScreening(ctx, handover.contact_id, handover.decision_id);
}

/** The decision that passed it on no longer stands; the contact is screened again. */
async function backToScreening(ctx: StaffCtx, contactId: string, decisionId: string | null): Promise<void> {
  const contact = await contactToChange(ctx, contactId);
  await ctx.tx
    .updateTable('contact')
    .set({ state: 'SCREENING', version: contact.version + 1, closed_at: null })
    .where('id', '=', contact.id)
    .execute();
  if (decisionId) await ctx.tx.updateTable('contact_decision').set({ superseded_at: ctx.now }).where('id', '=', decisionId).execute();
}
