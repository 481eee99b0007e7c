import type { StaffCtx } from '../../../../platform/access/ctx.ts';
import { mustContribute } from '../access.ts';
import { mustBeWritable } from '../assessment.ts';
import { writeNeeds } from '../assessment.store.ts';
import { noteChange } from '../episode.store.ts';
import { openAssessment } from '../open-assessment.store.ts';

/** Saves which needs of the family needs framework the assessment found. */
export async function saveNeeds(ctx: StaffCtx, episodeId: string, codes: readonly string[]): Promise<void> {
  const { assessment, standing } = await openAssessment(ctx, episodeId);
  mustContribute(standing);
  mustBeWritable(assessment.state);
  await writeNeeds(ctx, { assessmentId: assessment.id, episodeId }, codes);
  await noteChange(ctx, episodeId, 'assessment-changed', null, assessment.id);
}
