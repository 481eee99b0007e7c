import type { StaffCtx } from '../../../../platform/access/ctx.ts';
import { found, invalid } from '../../../../platform/access/refusal.ts';
import { dropDraft } from '../../../../platform/web/draft.store.ts';
import { mustContribute } from '../access.ts';
import { mayAskWhatNext, mustBeWritable } from '../assessment.ts';
import { assessmentOf, writeAnalysis, type AnalysisAnswer } from '../assessment.store.ts';
import { bothTexts } from '../disagreements.ts';
import { noteChange } from '../episode.store.ts';
import { openAssessment } from '../open-assessment.store.ts';

/** Saves the analysis: "so what?" before "what next?", comments and disagreement. Both texts when someone saved first. */
export async function saveAnalysis(ctx: StaffCtx, episodeId: string, answer: AnalysisAnswer, seenVersion: number): Promise<void> {
  const { assessment, standing } = await openAssessment(ctx, episodeId);
  mustContribute(standing);
  mustBeWritable(assessment.state);
  if (answer.whatNext && !mayAskWhatNext(answer.soWhat))
    throw invalid([{ field: 'soWhat', message: 'Answer “so what?” before “what next?”' }]);
  if (!(await writeAnalysis(ctx, assessment.id, answer, seenVersion))) {
    const now = found(await assessmentOf(ctx, episodeId));
    throw bothTexts({
      theirName: now.changed_by_name ?? now.started_by_name,
      theirAt: now.changed_at ?? ctx.now,
      fields: [
        { what: 'So what?', yours: answer.soWhat, theirs: now.so_what },
        { what: 'What next?', yours: answer.whatNext, theirs: now.what_next },
        { what: 'Parents’ and carers’ comments', yours: answer.parentComments, theirs: now.parent_comments },
        { what: 'Where the family sees it differently', yours: answer.disagreement, theirs: now.disagreement },
        { what: 'What led to this', yours: answer.whatLed, theirs: now.what_led },
        { what: 'Who took part', yours: answer.peoplePresent, theirs: now.people_present },
      ],
    });
  }
  await dropDraft(ctx, 'assessment-analysis', assessment.id);
  await noteChange(ctx, episodeId, 'assessment-changed', null, assessment.id);
}
