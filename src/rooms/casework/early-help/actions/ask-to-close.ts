import type { StaffCtx } from '../../../../platform/access/ctx.ts';
import { mustManage } from '../access.ts';
import { agreementOf } from '../agreement.store.ts';
import type { ClosureCode } from '../early-help.codes.ts';
import { after, mayCloseAs } from '../episode.ts';
import { lockEpisode, writeEpisode } from '../episode.store.ts';
import { openEpisode } from '../open-episode.store.ts';

/** Asks to close: with a code, what was achieved and the family's view. Someone else approves. */
export async function askToClose(
  ctx: StaffCtx,
  episodeId: string,
  closing: { code: ClosureCode; summary: string; familyView: string | null },
): Promise<void> {
  await lockEpisode(ctx, episodeId);
  const { episode, standing } = await openEpisode(ctx, episodeId);
  mustManage(standing);
  const state = after(episode.state, 'ask to close');
  const agreement = await agreementOf(ctx, episodeId);
  mayCloseAs(closing.code, { agreementWithdrawn: agreement?.withdrawn_on != null });
  await writeEpisode(
    ctx,
    episodeId,
    'closing-asked',
    {
      closure_code: closing.code,
      closure_summary: closing.summary,
      closure_family_view: closing.familyView,
      closure_asked_by: ctx.who.staffId,
      closure_asked_at: ctx.now,
    },
    state,
  );
  if (episode.team_id)
    await ctx.tx
      .insertInto('alert')
      .values({
        team_id: episode.team_id,
        kind: 'closing-asked',
        record_id: episodeId,
        href: `/early-help/${episodeId}/close`,
        raised_at: ctx.now,
      })
      .execute();
}
