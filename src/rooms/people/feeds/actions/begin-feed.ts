import { about, type StaffCtx } from '../../../../platform/access/ctx.ts';
import { invalid } from '../../../../platform/access/refusal.ts';
import { insertFeed, keepMapping, sendersToChoose, updateFeed, feedOf, type FeedFacts } from '../feed.store.ts';
import { readyMappings } from '../ready-mapping.ts';

/** Writes a new feed down as a draft, with the mapping its kind is most often sent with; gives its id. Throws invalid for a machine of
 *  another agency or an agency without an agreement. */
export async function beginFeed(ctx: StaffCtx, agencyId: string, facts: FeedFacts): Promise<string> {
  await refuseStrangers(ctx, agencyId, facts.clientId);
  const ready = readyMappings[facts.kind];
  const roleTold = facts.roleTold || ready.roleTold;
  const id = await insertFeed(
    ctx,
    agencyId,
    { ...facts, roleTold },
    { dateFormat: ready.dateFormat, femaleCodes: ready.female, maleCodes: ready.male },
  );
  await keepMapping(ctx, id, ready.mapping);
  about(ctx, 'feed', id);
  return id;
}

/** Changes what is written down about a feed. Throws notFound, invalid. */
export async function changeFeed(ctx: StaffCtx, feedId: string, facts: FeedFacts): Promise<void> {
  const feed = await feedOf(ctx, feedId);
  await refuseStrangers(ctx, feed.agencyId, facts.clientId);
  await updateFeed(ctx, feedId, facts);
  about(ctx, 'feed', feedId);
}

async function refuseStrangers(ctx: StaffCtx, agencyId: string, clientId: string | null): Promise<void> {
  const { agencies, machines } = await sendersToChoose(ctx);
  if (!agencies.some((one) => one.value === agencyId))
    throw invalid([{ field: 'agencyId', message: 'Select an agency whose agreement is recorded' }]);
  if (clientId && !machines.some((one) => one.value === clientId && one.agencyId === agencyId))
    throw invalid([{ field: 'clientId', message: 'Select a machine of this agency' }]);
}
