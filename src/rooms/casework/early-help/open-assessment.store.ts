import type { StaffCtx } from '../../../platform/access/ctx.ts';
import { found } from '../../../platform/access/refusal.ts';
import { assessmentOf, pagesOf, type Assessment, type AssessmentPages } from './assessment.store.ts';
import type { AssessmentState } from './assessment.ts';
import { openEpisode, type Opened } from './open-episode.store.ts';

export interface OpenedAssessment extends Opened {
  assessment: Assessment & { state: AssessmentState };
  pages: AssessmentPages;
}

/** Opens an episode's assessment with all its pages. Throws notFound when there is none. */
export async function openAssessment(ctx: StaffCtx, episodeId: string): Promise<OpenedAssessment> {
  const opened = await openEpisode(ctx, episodeId);
  const assessment = found(await assessmentOf(ctx, episodeId)) as OpenedAssessment['assessment'];
  return { ...opened, assessment, pages: await pagesOf(ctx, assessment.id) };
}
