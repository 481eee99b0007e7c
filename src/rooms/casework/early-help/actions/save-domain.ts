import type { StaffCtx } from '../../../../platform/access/ctx.ts';
import { found } from '../../../../platform/access/refusal.ts';
import { dropDraft } from '../../../../platform/web/draft.store.ts';
import { mustContribute } from '../access.ts';
import { mustBeWritable, nameOfDomain } from '../assessment.ts';
import { pagesOf, writeDomain, writeEvidence, type DomainAnswer } from '../assessment.store.ts';
import { bothTexts } from '../disagreements.ts';
import { noteChange } from '../episode.store.ts';
import { openAssessment } from '../open-assessment.store.ts';

/** Saves one domain of an assessment. When someone else saved it first, refuses with both texts. */
export async function saveDomain(
  ctx: StaffCtx,
  episodeId: string,
  domain: string,
  answer: DomainAnswer & { eventIds: readonly string[] },
  seenVersion: number,
): Promise<void> {
  const { assessment, standing } = await openAssessment(ctx, episodeId);
  mustContribute(standing);
  mustBeWritable(assessment.state);
  const key = { assessmentId: assessment.id, episodeId, domain };
  if (!(await writeDomain(ctx, key, answer, seenVersion))) {
    const now = found((await pagesOf(ctx, assessment.id)).domains.find((row) => row.domain === domain));
    throw bothTexts({
      theirName: now.changed_by_name,
      theirAt: now.changed_at,
      fields: [
        { what: `${nameOfDomain(domain)}: strengths`, yours: answer.strengths, theirs: now.strengths },
        { what: `${nameOfDomain(domain)}: needs`, yours: answer.needs, theirs: now.needs },
        { what: 'How we know', yours: answer.evidence, theirs: now.evidence },
        { what: 'How the children see it', yours: answer.childView, theirs: now.child_view },
        { what: 'How parents and carers see it', yours: answer.parentView, theirs: now.parent_view },
        { what: 'Score', yours: answer.score, theirs: now.score },
      ],
    });
  }
  await writeEvidence(ctx, key, answer.eventIds);
  await dropDraft(ctx, `assessment-${domain}`, assessment.id);
  await noteChange(ctx, episodeId, 'assessment-changed', null, assessment.id);
}
