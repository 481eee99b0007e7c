import type { StaffCtx } from '../../../../platform/access/ctx.ts';
import { addEvent } from '../../chronology/actions/add-event.ts';
import { beginClock, stopClock } from '../../clocks.ts';
import { judge } from '../assessment.ts';
import { writeAssessmentState } from '../assessment.store.ts';
import { after } from '../episode.ts';
import { lockEpisode, noteChange, today, writeEpisode } from '../episode.store.ts';
import { openAssessment } from '../open-assessment.store.ts';

/** Authorises a finished assessment (stops C34, starts C32 for the first team meeting) or sends it back with what to put right. Never by its author. */
export async function judgeAssessment(
  ctx: StaffCtx,
  episodeId: string,
  verdict: { authorise: true } | { authorise: false; why: string },
): Promise<void> {
  await lockEpisode(ctx, episodeId);
  const { assessment, standing, episode, children } = await openAssessment(ctx, episodeId);
  judge(assessment.state, { submittedBy: assessment.submitted_by, by: ctx.who.staffId, mayApprove: standing.approves });
  if (!verdict.authorise) {
    await writeAssessmentState(ctx, assessment.id, 'RETURNED', { returned_why: verdict.why });
    await noteChange(ctx, episodeId, 'assessment-returned', null, assessment.id);
    return;
  }
  const state = after(episode.state, 'authorise assessment');
  await writeAssessmentState(ctx, assessment.id, 'AUTHORISED', {
    authorised_by: ctx.who.staffId,
    authorised_at: ctx.now,
    returned_why: null,
  });
  await writeEpisode(ctx, episodeId, 'assessment-authorised', { assessed_on: today(ctx) }, state, assessment.id);
  await stopClock(ctx, 'C34', 'early-help', episodeId, ctx.now);
  await beginClock(ctx, 'C32', 'early-help', episodeId, ctx.now);
  for (const child of children) {
    await addEvent(ctx, {
      personId: child.personId,
      category: 'help',
      description: 'Early help assessment completed',
      source: 'Early help',
      isAutomatic: true,
      linkedKind: 'assessment',
      linkedId: assessment.id,
    });
  }
}
