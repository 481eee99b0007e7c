import type { StaffCtx } from '../../../platform/access/ctx.ts';
import { found } from '../../../platform/access/refusal.ts';
import { assessmentOf, pagesOf, type Assessment, type AssessmentPages } from './assessment.store.ts';
import type { AssessmentFacts, AssessmentState } from './assessment.ts';
import { openEpisode, type Opened } from './open-episode.store.ts';

export interface OpenedAssessment extends Opened { assessment: Assessment & { state: AssessmentState }; pages: AssessmentPages }

/** Opens an episode's assessment with all its pages. Throws notFound when there is none. */
export async function openAssessment(ctx: StaffCtx, episodeId: string): Promise<OpenedAssessment> {
  const opened = await openEpisode(ctx, episodeId);
  const assessment = found(await assessmentOf(ctx, episodeId)) as OpenedAssessment['assessment'];
  return { ...opened, assessment, pages: await pagesOf(ctx, assessment.id) };
}

/** An assessment as its rules read it: every child of the family counts, written about or not. */
export function factsOf({ assessment, pages, children }: OpenedAssessment): AssessmentFacts {
  return {
    domains: pages.domains, needs: pages.needs, soWhat: assessment.so_what, whatNext: assessment.what_next, parentComments: assessment.parent_comments, parentCommentsMissing: assessment.parent_comments_missing,
    children: children.filter((child) => child.part === 'child').map((child) => {
      const row = pages.children.find((one) => one.person_id === child.personId);
      return { personId: child.personId, name: child.name, seenOn: row?.seen_on ?? null, notSeenBecause: row?.not_seen_because ?? null, ownWords: row?.own_words ?? null, wordsMissing: row?.words_missing ?? null };
    }),
  };
}
