import { about, type StaffCtx } from '../../../../platform/access/ctx.ts';
import { refused } from '../../../../platform/access/refusal.ts';
import { londonDate } from '../../../../platform/time/london.ts';
import { contactOf } from '../../contact.store.ts';
import { keepDate } from '../transfer.store.ts';

/** Writes that something due with a transfer happened, today. */
export async function keepTransferDate(ctx: StaffCtx, contactId: string, dateId: string): Promise<void> {
  const contact = await contactOf(ctx, contactId);
  about(ctx, 'contact', contact.id);
  if (!(await keepDate(ctx, contact.id, dateId, londonDate(ctx.now)))) throw refused('That date has been kept already.');
}
