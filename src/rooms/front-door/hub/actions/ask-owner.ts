import { refused } from '../../../../platform/access/refusal.ts';
import type { StaffCtx } from '../../../../platform/access/ctx.ts';
import { enquiryToChange } from '../enquiry.store.ts';
import { mayAsk } from '../onward.ts';
import { itemOf, writeOwnerAsked } from '../picture.store.ts';

/** Asks the agency that owns an item whether it may go to someone outside the hub, and for what (hub rule, domain 2.5). */
export async function askOwner(ctx: StaffCtx, it: { enquiryId: string; itemId: string; toWhom: string; purpose: string }): Promise<void> {
  const { enquiry } = await enquiryToChange(ctx, it.enquiryId);
  const item = await itemOf(ctx, enquiry.id, it.itemId);
  if (!mayAsk(item)) throw refused(`${item.agency} gave this to the hub alone, so it is not asked to pass it on.`);
  if (item.asks.some((one) => one.toWhom === it.toWhom && one.agreed === null))
    throw refused(`${item.agency} is asked that already and has not answered.`);
  await writeOwnerAsked(ctx, item, it);
}
