import { saw, type StaffCtx } from '../../../../platform/access/ctx.ts';
import { found } from '../../../../platform/access/refusal.ts';
import { dropDraft } from '../../../../platform/web/draft.store.ts';
import { mustContribute } from '../access.ts';
import { mustBeWritable } from '../assessment.ts';
import { pagesOf, writeChild, type ChildAnswer } from '../assessment.store.ts';
import { bothTexts } from '../disagreements.ts';
import { noteChange } from '../episode.store.ts';
import { openAssessment } from '../open-assessment.store.ts';

/** Saves one child's page: seen or not, and the child's own words apart from the adult's summary. Both texts when someone saved first. */
export async function saveChild(
  ctx: StaffCtx,
  episodeId: string,
  personId: string,
  answer: ChildAnswer,
  seenVersion: number,
): Promise<void> {
  const { assessment, standing, children } = await openAssessment(ctx, episodeId);
  const child = found(children.find((one) => one.personId === personId));
  mustContribute(standing);
  mustBeWritable(assessment.state);
  if (!(await writeChild(ctx, { assessmentId: assessment.id, episodeId, personId }, answer, seenVersion))) {
    const now = found((await pagesOf(ctx, assessment.id)).children.find((row) => row.person_id === personId));
    throw bothTexts({
      theirName: now.changed_by_name,
      theirAt: now.changed_at,
      fields: [
        { what: `${child.name}’s own words`, yours: answer.ownWords, theirs: now.own_words },
        { what: 'Why there are none', yours: answer.wordsMissing, theirs: now.words_missing },
        { what: 'What the worker understood', yours: answer.adultSummary, theirs: now.adult_summary },
        { what: 'Seen on', yours: answer.seenOn, theirs: now.seen_on },
      ],
    });
  }
  await dropDraft(ctx, 'assessment-child', personId);
  await noteChange(ctx, episodeId, 'assessment-changed', null, assessment.id);
  saw(ctx, personId);
}
