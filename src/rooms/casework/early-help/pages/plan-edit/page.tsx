import { z } from 'zod';
import type { StaffCtx } from '../../../../../platform/access/ctx.ts';
import { draftOf } from '../../../../../platform/web/draft.store.ts';
import { optionalText, version } from '../../../../../platform/web/fields.ts';
import { Button, DateField, Form, TextArea, type FieldState } from '../../../../../platform/web/form-kit.tsx';
import { seeOther, type Again, type Answer, type Asked } from '../../../../../platform/web/route.ts';
import { formCarries } from '../../../../../platform/web/view.tsx';
import { boxesOf, optionalDateOf, withDates } from '../../../typed-date.ts';
import { savePlan } from '../../actions/save-plan.ts';
import { openPlan, type OpenedPlan } from '../../open-plan.store.ts';
import { episodeView } from '../../parts/episode-shell.tsx';
import { savedWords } from '../../parts/saved-words.ts';

export const planTextShape = withDates(
  ['copyGivenOn'],
  z.object({
    worriedAbout: optionalText(),
    goingWell: optionalText(),
    contingency: optionalText(),
    whoToCall: optionalText(1000),
    copyGivenOn: optionalDateOf({ label: 'Day of the copy' }),
    _version: version,
  }),
);

/** The text of the plan. */
export const planEditPage = (ctx: StaffCtx, asked: Asked): Promise<Answer> => view(ctx, asked, null);
export const planEditAgain = (ctx: StaffCtx, again: Again, asked: Asked): Promise<Answer> => view(ctx, asked, again);

async function view(ctx: StaffCtx, asked: Asked, again: FieldState | null): Promise<Answer> {
  const opened = await openPlan(ctx, asked.params['id'] ?? '');
  const draft = again ? null : await draftOf(ctx, 'family-plan', opened.episode.id);
  const state = again ?? { values: { ...valuesOf(opened), ...draft?.answers } };
  const seenVersion = typeof again?.values?.['_version'] === 'string' ? again.values['_version'] : (opened.plan?.version ?? 0);
  return episodeView(
    ctx,
    opened,
    { title: 'Edit the plan', crumb: 'Edit the plan', errors: again?.errors },
    <Form
      action={`${opened.path}/plan/edit`}
      {...formCarries(ctx)}
      version={seenVersion}
      draft={`family-plan:${opened.episode.id}`}
      autosave="/drafts/save"
      draftStatus={savedWords(draft)}
    >
      <TextArea
        name="worriedAbout"
        label="What are we worried about?"
        hint="In words the family would use. The family’s copy is this same page."
        rows={5}
        {...state}
      />
      <TextArea name="goingWell" label="What is going well?" rows={5} {...state} />
      <TextArea name="contingency" label="What do we do if things get worse?" rows={4} {...state} />
      <TextArea name="whoToCall" label="Who to call, and when?" rows={3} {...state} />
      <DateField name="copyGivenOn" legend="When did the family get its copy?" hint="Leave empty if not yet" {...state} />
      <Button>Save the plan</Button>
    </Form>,
  );
}

const valuesOf = ({ plan, episode }: OpenedPlan): Record<string, string | null> => ({
  worriedAbout: plan?.worried_about ?? null,
  goingWell: plan?.going_well ?? null,
  contingency: plan?.contingency ?? null,
  whoToCall: plan?.who_to_call ?? (episode.lead_name ? `${episode.lead_name}${episode.lead_phone ? `, ${episode.lead_phone}` : ''}` : null),
  ...boxesOf('copyGivenOn', plan?.copy_given_on),
});

/** Takes the text of the plan. */
export async function takePlanText(ctx: StaffCtx, data: z.output<typeof planTextShape>, asked: Asked): Promise<Answer> {
  const episodeId = asked.params['id'] ?? '';
  await savePlan(ctx, episodeId, data, data._version);
  return seeOther(`/early-help/${episodeId}/plan`, 'Plan saved.');
}
