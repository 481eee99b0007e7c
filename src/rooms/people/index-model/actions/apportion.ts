import { saw, type StaffCtx } from '../../../../platform/access/ctx.ts';
import { found, refused } from '../../../../platform/access/refusal.ts';
import { apportionItem, itemsInWords, openItems } from '../apportion.store.ts';
import { keepSearchKeys } from '../../person.store.ts';

/** Someone says whose an entry is that was written while two people were wrongly one. Only who may read the entry itself may say so.
 *  Throws notFound, refused (already answered, not theirs to read, the other person holds the same already). */
export async function apportion(
  ctx: StaffCtx,
  it: { personId: string; itemId: string; decision: 'stays' | 'goes'; reason: string },
): Promise<void> {
  const raised = (await openItems(ctx, it.personId)).filter((one) => one.id === it.itemId);
  const item = found((await itemsInWords(ctx, raised))[0]);
  if (item.words === null) throw refused('You may not read this entry, so someone at work with the person says whose it is');
  await apportionItem(ctx, it.itemId, it.decision, it.reason);
  if (it.decision === 'goes') for (const id of [item.personId, item.otherId]) await keepSearchKeys(ctx, id);
  saw(ctx, item.personId, item.otherId);
}
