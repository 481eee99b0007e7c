import { about, type StaffCtx } from '../../../../platform/access/ctx.ts';
import { refused } from '../../../../platform/access/refusal.ts';
import { stateAfter, type DecisionKind } from '../feed.ts';
import { mappingProblems } from '../feed-field.ts';
import { runsOfFeed } from '../feed-run.store.ts';
import { askedToGoLive, readableFeed, setFeedState, writeDecision } from '../feed.store.ts';

/** Takes a step in a feed's life, with the reason. Throws refused in words: no agreement, nothing seen in shadow, the same person twice. */
export async function decideFeed(ctx: StaffCtx, feedId: string, kind: DecisionKind, why: string): Promise<void> {
  const feed = await readableFeed(ctx, feedId);
  const next = stateAfter(feed, kind);
  if (kind === 'shadow') {
    if (!feed.agreementReference || !feed.purpose || !feed.lawfulBasis)
      throw refused('Write down its agreement, purpose and lawful basis first: no feed runs without them');
    if (mappingProblems(feed.mapping).length > 0) throw refused('Its mapping is not complete yet');
  }
  if (kind === 'ask to go live' && !(await runsOfFeed(ctx, feedId)).some((run) => run.kind !== 'dry run' && run.state === 'finished'))
    throw refused('Nothing has run in shadow yet. Load a file and read what would have happened first.');
  if (kind === 'go live') await refuseAlone(ctx, feedId);
  await writeDecision(ctx, { feedId, kind, why });
  if (next !== feed.state) await setFeedState(ctx, feedId, next);
  about(ctx, 'feed', feedId);
}

async function refuseAlone(ctx: StaffCtx, feedId: string): Promise<void> {
  const asked = await askedToGoLive(ctx, feedId);
  if (!asked) throw refused('Nobody has asked for it yet');
  if (asked.byId === ctx.who.staffId) throw refused('You asked for it. A second person of the index desk agrees.');
}
