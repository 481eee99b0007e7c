import { z } from 'zod';
import type { StaffCtx } from '../../../../../platform/access/ctx.ts';
import { draftOf } from '../../../../../platform/web/draft.store.ts';
import { optionalText, version } from '../../../../../platform/web/fields.ts';
import { TextArea, type FieldState } from '../../../../../platform/web/form-kit.tsx';
import { seeOther, type Again, type Answer, type Asked } from '../../../../../platform/web/route.ts';
import { saveAnalysis } from '../../actions/save-analysis.ts';
import { lastTime } from '../../assessment.store.ts';
import { openAssessment } from '../../open-assessment.store.ts';
import { AssessmentForm } from '../../parts/assessment-form.tsx';
import { episodeView } from '../../parts/episode-shell.tsx';
import { LastTime } from '../../parts/last-time.tsx';

export const analysisShape = z.object({
  whatLed: optionalText(),
  peoplePresent: optionalText(2000),
  soWhat: optionalText(8000),
  whatNext: optionalText(8000),
  parentComments: optionalText(8000),
  parentCommentsMissing: optionalText(1000),
  disagreement: optionalText(),
  _version: version,
});

/** So what, then what next; the parents' comments; and a place of its own for where the family sees it differently. */
export const analysisPage = (ctx: StaffCtx, asked: Asked): Promise<Answer> => view(ctx, asked, null);
export const analysisAgain = (ctx: StaffCtx, again: Again, asked: Asked): Promise<Answer> => view(ctx, asked, again);

async function view(ctx: StaffCtx, asked: Asked, again: FieldState | null): Promise<Answer> {
  const opened = await openAssessment(ctx, asked.params['id'] ?? '');
  const { assessment, episode } = opened;
  const before = await lastTime(ctx, opened.family.id, { episodeId: episode.id });
  const draft = again ? null : await draftOf(ctx, 'assessment-analysis', assessment.id);
  const saved = {
    whatLed: assessment.what_led ?? episode.request_reason,
    peoplePresent: assessment.people_present,
    soWhat: assessment.so_what,
    whatNext: assessment.what_next,
    parentComments: assessment.parent_comments,
    parentCommentsMissing: assessment.parent_comments_missing,
    disagreement: assessment.disagreement,
  };
  const state: FieldState = again ?? { values: { ...saved, ...draft?.answers } };
  const seenVersion = typeof again?.values?.['_version'] === 'string' ? again.values['_version'] : assessment.version;
  return episodeView(
    ctx,
    opened,
    { title: 'So what, and what next', crumb: 'Analysis', errors: again?.errors, wide: true },
    <div class="gt-columns gt-columns--2">
      <AssessmentForm
        ctx={ctx}
        opened={opened}
        to="analysis"
        version={seenVersion}
        draftName={`assessment-analysis:${assessment.id}`}
        draft={draft}
        answers={[
          ['What led to this assessment', saved.whatLed],
          ['Who took part', saved.peoplePresent],
          ['So what?', saved.soWhat],
          ['What next?', saved.whatNext],
          ['Parents’ and carers’ comments', saved.parentComments ?? saved.parentCommentsMissing],
          ['Where the family sees it differently', saved.disagreement],
        ]}
      >
        <AnalysisFields state={state} />
      </AssessmentForm>
      <LastTime
        answers={[
          ['So what?', before?.so_what ?? null],
          ['What next?', before?.what_next ?? null],
        ]}
      />
    </div>,
  );
}

function AnalysisFields({ state }: { state: FieldState }) {
  return (
    <>
      <TextArea
        name="whatLed"
        label="What led to this assessment"
        hint="Filled in from the request; change it where it is wrong"
        rows={4}
        {...state}
      />
      <TextArea name="peoplePresent" label="Who took part" rows={2} {...state} />
      <TextArea name="soWhat" label="So what?" hint="What does it all mean for each of these children, day to day?" rows={8} {...state} />
      <TextArea name="whatNext" label="What next?" hint="What needs to change, in the light of that" rows={6} {...state} />
      <TextArea name="parentComments" label="Parents’ and carers’ comments" hint="In their words" rows={5} {...state} />
      <TextArea name="parentCommentsMissing" label="If there are none: why?" rows={2} {...state} />
      <TextArea name="disagreement" label="Where the family sees it differently" rows={4} {...state} />
    </>
  );
}

/** Takes the analysis. */
export async function takeAnalysis(ctx: StaffCtx, data: z.output<typeof analysisShape>, asked: Asked): Promise<Answer> {
  const episodeId = asked.params['id'] ?? '';
  await saveAnalysis(ctx, episodeId, data, data._version);
  return seeOther(`/early-help/${episodeId}/assessment`, 'Analysis saved.');
}
