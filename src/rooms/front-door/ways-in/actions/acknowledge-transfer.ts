import { about, type StaffCtx } from '../../../../platform/access/ctx.ts';
import { refused } from '../../../../platform/access/refusal.ts';
import { meetClock } from '../../../../platform/time/clock.store.ts';
import { contactOf } from '../../contact.store.ts';
import { acknowledge } from '../transfer.store.ts';

/** Writes that the other council was told we have it, by whom and how; the clock stops. */
export async function acknowledgeTransfer(ctx: StaffCtx, contactId: string, to: string): Promise<void> {
  const contact = await contactOf(ctx, contactId);
  about(ctx, 'contact', contact.id);
  if (!(await acknowledge(ctx, contact.id, to))) throw refused('This transfer has been acknowledged already.');
  await meetClock(ctx, { rule: 'C02T', subjectKind: 'transfer-in', subjectId: contact.id });
}
