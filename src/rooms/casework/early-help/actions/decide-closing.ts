import type { StaffCtx } from '../../../../platform/access/ctx.ts';
import { found } from '../../../../platform/access/refusal.ts';
import { enqueue } from '../../../../platform/jobs/enqueue.ts';
import { londonInstant } from '../../../../platform/time/london.ts';
import { addEvent } from '../../chronology/actions/add-event.ts';
import { stopEveryClock } from '../../clocks.ts';
import type { ClosureCode } from '../early-help.codes.ts';
import { after, closureWords, mayApproveClosing, sustainmentDue } from '../episode.ts';
import { lockEpisode, today, writeEpisode } from '../episode.store.ts';
import { openEpisode } from '../open-episode.store.ts';
import { writePlanState } from '../plan.store.ts';

/** Approves closing or sends it back. Never by the lead professional or whoever asked. Six months on, the team is told to look whether the change has lasted. */
export async function decideClosing(ctx: StaffCtx, episodeId: string, approve: boolean): Promise<void> {
  await lockEpisode(ctx, episodeId);
  const { episode, standing, children } = await openEpisode(ctx, episodeId);
  mayApproveClosing(ctx.who.staffId, {
    leadStaffId: episode.lead_staff_id,
    askedBy: episode.closure_asked_by,
    mayApprove: standing.approves,
  });
  if (!approve) {
    await writeEpisode(
      ctx,
      episodeId,
      'closing-sent-back',
      { closure_code: null, closure_asked_by: null, closure_asked_at: null },
      after(episode.state, 'send back'),
    );
    return;
  }
  const state = after(episode.state, 'approve closing');
  const code = found(episode.closure_code) as ClosureCode;
  const lookAgainOn = sustainmentDue(code, today(ctx));
  for (const child of children) {
    await addEvent(ctx, {
      personId: child.personId,
      category: 'help',
      description: `Early help ended: ${closureWords(code).toLowerCase()}`,
      source: 'Early help',
      isAutomatic: true,
      linkedKind: 'closing',
      linkedId: episodeId,
    });
  }
  await stopEveryClock(ctx, 'early-help', episodeId);
  await writePlanState(ctx, episodeId, 'closed');
  await writeEpisode(
    ctx,
    episodeId,
    'closed',
    { closed_on: today(ctx), closure_approved_by: ctx.who.staffId, sustain_due_on: lookAgainOn },
    state,
  );
  if (lookAgainOn)
    await enqueue(
      ctx,
      'casework.sustainment-due',
      { episodeId },
      { key: `sustainment:${episodeId}`, runAt: londonInstant(lookAgainOn, 8) },
    );
}
