import type { StaffCtx } from '../../../../platform/access/ctx.ts';
import { mustManage } from '../access.ts';
import { finish } from '../assessment.ts';
import { writeAssessmentState } from '../assessment.store.ts';
import { lockEpisode, noteChange } from '../episode.store.ts';
import { openAssessment } from '../open-assessment.store.ts';
import { factsOf } from '../facts-of.ts';

/** Finishes an assessment: it waits to be authorised. Refuses with what is missing. */
export async function finishAssessment(ctx: StaffCtx, episodeId: string): Promise<void> {
  await lockEpisode(ctx, episodeId);
  const opened = await openAssessment(ctx, episodeId);
  mustManage(opened.standing);
  const state = finish(opened.assessment.state, factsOf(opened));
  await writeAssessmentState(ctx, opened.assessment.id, state, { submitted_by: ctx.who.staffId, submitted_at: ctx.now });
  await noteChange(ctx, episodeId, 'assessment-submitted', null, opened.assessment.id);
}
