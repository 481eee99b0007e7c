import { randomUUID } from 'node:crypto';
import { actingAs, saw, type Ctx } from '../../../../platform/access/ctx.ts';
import { invalid, notAllowed, refused } from '../../../../platform/access/refusal.ts';
import { londonDate } from '../../../../platform/time/london.ts';
import { dutyBinds, shareErrors, type ItemToShare, type ShareToDecide } from '../share.ts';
import { dutyFacts, holdThings, insertDecision, insertItems, latestWords, type Known } from '../share.store.ts';

/**
 * Records a decision to share, share in part or withhold, in the caller's transaction, so that what goes out and the record of it stand together or not at
 * all. Returns the decision's id. Throws invalid with every field's message where something is missing or contradicts itself, and refused where
 * information would be given that was corrected since. For a job, `decidedBy` says whose decision it is.
 */
export async function decideToShare(ctx: Ctx, share: ShareToDecide): Promise<string> {
  const by = share.decidedBy ?? signedIn(ctx);
  const facts = await dutyFacts(ctx, by.agencyId, 'agencyId' in share.to ? share.to.agencyId : null);
  const dutyInForce = dutyBinds({ ...facts, on: londonDate(share.decidedAt ?? ctx.now) });
  const errors = shareErrors(share, dutyInForce);
  if (errors.length > 0) throw invalid(errors);
  const id = randomUUID();
  const items = await asLastSaid(ctx, share.items);
  await insertDecision(ctx, share, { id, ...by, dutyInForce });
  await insertItems(ctx, id, share.decision, items);
  saw(ctx, share.personId);
  return id;
}

function signedIn(ctx: Ctx): { staffId: string; agencyId: string | null } {
  if (ctx.who.kind !== 'staff') throw notAllowed();
  return { staffId: ctx.who.staffId, agencyId: actingAs(ctx.who)?.agencyId ?? null };
}

/** Items with the piece of information each is. Nobody is given words that were corrected since. */
async function asLastSaid(ctx: Ctx, items: readonly ItemToShare[]): Promise<Known[]> {
  const again = items.flatMap((item) => item.thingId ?? []);
  const corrected = await holdThings(ctx, again);
  const latest = await latestWords(ctx, [...corrected.keys()]);
  return items.map((item) => {
    const thingId = item.thingId ?? randomUUID();
    const times = corrected.get(thingId) ?? 0;
    if (times > 0 && latest.get(thingId)?.words !== item.words)
      throw refused('Some of this was corrected since it was first shared. Open the earlier share, and give it as it was corrected.');
    return { ...item, thingId, correctionsKnown: times };
  });
}
