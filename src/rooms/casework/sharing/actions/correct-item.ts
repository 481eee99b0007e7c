import { randomUUID } from 'node:crypto';
import { about, type StaffCtx } from '../../../../platform/access/ctx.ts';
import { invalid } from '../../../../platform/access/refusal.ts';
import { enqueue } from '../../../../platform/jobs/enqueue.ts';
import { insertCorrection, itemOf } from '../correction.store.ts';
import { holdThings, latestWords } from '../share.store.ts';
import type { ItemKind } from '../share.codes.ts';

export interface Correction {
  decisionId: string;
  itemId: string;
  nowKind: ItemKind;
  nowWords: string;
  because: string;
}

/**
 * Corrects a piece of information that was shared. In the same transaction the outbox is asked to reach everyone who was given it, also by shares the
 * corrector cannot see. What was said before stays as it was said. Returns the correction's id. Throws notFound, and invalid for a correction that says the same.
 */
export async function correctItem(ctx: StaffCtx, it: Correction): Promise<string> {
  const item = await itemOf(ctx, it.decisionId, it.itemId);
  const times = (await holdThings(ctx, [item.thingId])).get(item.thingId) ?? 0;
  const now = (await latestWords(ctx, [item.thingId])).get(item.thingId);
  if (now?.words === it.nowWords && now.kind === it.nowKind)
    throw invalid([{ field: 'nowWords', message: 'This is what it says already. Write what it should say' }]);
  const id = randomUUID();
  await insertCorrection(ctx, { id, personId: item.personId, thingId: item.thingId, place: times + 1, ...it });
  await enqueue(ctx, 'casework.spread-correction', { correctionId: id }, { key: `spread-correction:${id}` });
  about(ctx, 'share-decision', item.decisionId);
  return id;
}
