import { about, type StaffCtx } from '../../../../platform/access/ctx.ts';
import { invalid } from '../../../../platform/access/refusal.ts';
import { refuseMappingOf } from '../feed.ts';
import { mappingProblems, type Mapping } from '../feed-field.ts';
import { feedOf, keepMapping, updateReading, type Reading } from '../feed.store.ts';

/** Changes how a feed's columns are read. Throws refused under a live feed, invalid when no child could be told apart by it. */
export async function changeMapping(ctx: StaffCtx, feedId: string, mapping: Mapping, reading: Reading): Promise<void> {
  const feed = await feedOf(ctx, feedId);
  refuseMappingOf(feed);
  const problems = mappingProblems(mapping);
  if (problems.length > 0) throw invalid(problems.map(({ field, message }) => ({ field: `column-${field}`, message })));
  await keepMapping(ctx, feedId, mapping);
  await updateReading(ctx, feedId, reading);
  about(ctx, 'feed', feedId);
}
