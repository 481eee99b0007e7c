import { randomUUID } from 'node:crypto';
import { actingAs, saw, type Ctx } from '../../../../platform/access/ctx.ts';
import { invalid, notAllowed, refused } from '../../../../platform/access/refusal.ts';
import { enqueue } from '../../../../platform/jobs/enqueue.ts';
import { londonDate } from '../../../../platform/time/london.ts';
import { dutyBinds, shareErrors, type ItemToShare, type ShareToDecide } from '../share.ts';
import { dutyFacts, holdThings, insertDecision, insertItems, latestWords, type Known } from '../share.store.ts';

/**
 * Records a decision to share, share in part or withhold, in the caller's transaction, so that what goes out and the record of it stand together or not at
 * all. Returns the decision's id. Throws invalid with every field's message where something is missing or contradicts itself, and refused where a
 * person would give what was corrected since. Beside other work (`origin`) nothing is held up: the correction follows. For a job, `decidedBy` says whose it is.
 */
export async function decideToShare(ctx: Ctx, share: ShareToDecide): Promise<string> {
  const by = share.decidedBy ?? signedIn(ctx);
  const facts = await dutyFacts(ctx, by.agencyId, 'agencyId' in share.to ? share.to.agencyId : null);
  const dutyInForce = dutyBinds({ ...facts, on: londonDate(share.decidedAt ?? ctx.now) });
  const errors = shareErrors(share, dutyInForce);
  if (errors.length > 0) throw invalid(errors);
  const id = randomUUID();
  const { items, isStale } = await asKnown(ctx, share.items);
  if (isStale && !share.origin)
    throw refused('Some of this was corrected since it was first shared. Open the earlier share, and give it as it was corrected.');
  await insertDecision(ctx, share, { id, ...by, dutyInForce });
  await insertItems(ctx, id, share.decision, items);
  if (isStale) await enqueue(ctx, 'casework.follow-with-corrections', { decisionId: id }, { key: `follow-with-corrections:${id}` });
  saw(ctx, share.personId);
  return id;
}

function signedIn(ctx: Ctx): { staffId: string; agencyId: string | null } {
  if (ctx.who.kind !== 'staff') throw notAllowed();
  return { staffId: ctx.who.staffId, agencyId: actingAs(ctx.who)?.agencyId ?? null };
}

/** Items with the piece of information each is, and whether any is in words that were corrected since. */
async function asKnown(ctx: Ctx, items: readonly ItemToShare[]): Promise<{ items: Known[]; isStale: boolean }> {
  const again = items.flatMap((item) => item.thingId ?? []);
  const corrected = await holdThings(ctx, again);
  const latest = await latestWords(ctx, [...corrected.keys()]);
  const isOld = ({ thingId, words }: ItemToShare): boolean => !!thingId && corrected.has(thingId) && latest.get(thingId)?.words !== words;
  const known = items.map((item) => ({
    ...item,
    thingId: item.thingId ?? randomUUID(),
    correctionsKnown: isOld(item) ? 0 : (corrected.get(item.thingId ?? '') ?? 0),
  }));
  return { items: known, isStale: items.some(isOld) };
}
