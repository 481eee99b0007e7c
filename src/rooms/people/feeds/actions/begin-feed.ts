import { about, type StaffCtx } from '../../../../platform/access/ctx.ts';
import { insertFeed, keepMapping, refuseStrangers, type FeedFacts } from '../feed.store.ts';
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
