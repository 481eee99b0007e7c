/** The form filled from an earlier decision: the same pieces of information, as they were last corrected, for another recipient, or the same decided again. */
import type { StaffCtx } from '../../../../../platform/access/ctx.ts';
import type { FormValues } from '../../../../../platform/web/form-kit.tsx';
import { usualBasis } from '../../share.ts';
import { latestWords } from '../../share.store.ts';
import { itemsOf, wholeShare } from '../../whole-share.store.ts';
import { itemRows } from './form.ts';

/** A fresh form: what safeguarding partners mostly rely on, for the decider to check. */
export const freshValues: FormValues = { ...usualBasis, openTo: 'social care' };

/** Values for "give the same to another" (`again` false) or "decide again" (`again` true). Throws notFound for a decision the reader may not read. */
export async function valuesLike(ctx: StaffCtx, id: string, again: boolean): Promise<FormValues> {
  const share = await wholeShare(ctx, id);
  const items = (await itemsOf(ctx, id)).slice(0, itemRows.length);
  const latest = await latestWords(
    ctx,
    items.map((item) => item.thingId),
  );
  const typed = items.map((item, at) => {
    const now = latest.get(item.thingId) ?? item;
    const n = at + 1;
    return {
      [`kind${n}`]: now.kind,
      [`words${n}`]: now.words,
      [`saidBy${n}`]: item.saidBy,
      [`thing${n}`]: item.thingId,
      ...(item.thirdParty ? { [`marks${n}`]: 'third' } : {}),
    };
  });
  const { article6, article9, dpaCondition, statute, statuteNote, confidence, openTo, purpose } = share;
  return {
    ...Object.assign({}, ...typed),
    ...{ article6, article9, dpaCondition, statute, statuteNote, confidence, openTo, purpose },
    ...(again
      ? { agencyId: share.agencyId, body: share.agencyId ? '' : share.recipient, toPerson: share.toPerson, replacesId: share.id }
      : {}),
  };
}
