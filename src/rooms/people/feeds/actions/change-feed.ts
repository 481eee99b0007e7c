import { about, type StaffCtx } from '../../../../platform/access/ctx.ts';
import { feedOf, refuseStrangers, updateFeed, type FeedFacts } from '../feed.store.ts';

/** Changes what is written down about a feed. Throws notFound, invalid. */
export async function changeFeed(ctx: StaffCtx, feedId: string, facts: FeedFacts): Promise<void> {
  const feed = await feedOf(ctx, feedId);
  await refuseStrangers(ctx, feed.agencyId, facts.clientId);
  await updateFeed(ctx, feedId, facts);
  about(ctx, 'feed', feedId);
}
