import { about, saw, type StaffCtx } from '../../../platform/access/ctx.ts';
import { refused } from '../../../platform/access/refusal.ts';
import { cancelClock, meetClock } from '../../../platform/time/clock.store.ts';
import { closeIfDone } from '../closing.ts';
import { contactToChange } from '../contact.store.ts';
import { comesBack, lockHandover, markAccepted } from '../handover.store.ts';

export type HandoverAnswer = { handoverId: string } & ({ accept: true; byName: string } | { accept: false; reason: string });

/** Accepts something passed on, or sends it back. Until it is accepted nobody may rely on it. */
export async function answerHandover(ctx: StaffCtx, answer: HandoverAnswer): Promise<void> {
  const handover = await lockHandover(ctx, answer.handoverId);
  about(ctx, 'contact', handover.contact_id);
  saw(ctx, handover.person_id);
  if (handover.accepted_at || handover.returned_at) throw refused('This has been answered already.');
  const clock = { rule: 'C02A', subjectKind: 'contact-handover', subjectId: handover.id };
  if (answer.accept) {
    const mine =
      handover.to_staff_id === ctx.who.staffId ||
      ctx.who.memberships.some((one) => one.teamId !== null && one.teamId === handover.to_team_id);
    await markAccepted(ctx, handover.id, mine ? { staffId: ctx.who.staffId, name: ctx.who.name } : { staffId: null, name: answer.byName });
    await meetClock(ctx, { ...clock, metAt: ctx.now });
    await closeIfDone(ctx, await contactToChange(ctx, handover.contact_id));
    return;
  }
  await contactToChange(ctx, handover.contact_id);
  await comesBack(ctx, handover, answer.reason);
  await cancelClock(ctx, clock);
}
