import { z } from 'zod';
import type { StaffCtx } from '../../../../../platform/access/ctx.ts';
import { invalid } from '../../../../../platform/access/refusal.ts';
import { requiredText } from '../../../../../platform/web/fields.ts';
import { Button, Choices, Form, TextArea, type FieldState } from '../../../../../platform/web/form-kit.tsx';
import { WarningText } from '../../../../../platform/web/govuk/warning-text.tsx';
import { longMoment } from '../../../../../platform/time/plain-dates.ts';
import { seeOther, type Again, type Answer, type Asked } from '../../../../../platform/web/route.ts';
import { formCarries } from '../../../../../platform/web/view.tsx';
import { stepUp } from '../../actions/step-up.ts';
import { openEpisode } from '../../open-episode.store.ts';
import { episodeView } from '../../parts/episode-shell.tsx';
import { ids } from '../../parts/ids.ts';

export const stepUpShape = z.object({ childIds: ids, reason: requiredText('Write what you are worried about') });

/** Send a worry to the front door with the plan attached; the team goes on until social care accepts. */
export const stepUpPage = (ctx: StaffCtx, asked: Asked): Promise<Answer> => view(ctx, asked, {});
export const stepUpAgain = (ctx: StaffCtx, again: Again, asked: Asked): Promise<Answer> => view(ctx, asked, again);

async function view(ctx: StaffCtx, asked: Asked, state: FieldState): Promise<Answer> {
  const opened = await openEpisode(ctx, asked.params['id'] ?? '');
  const { episode, path, children } = opened;
  return episodeView(
    ctx,
    opened,
    { title: 'Step up a worry', crumb: 'Step up', errors: state.errors },
    <>
      <WarningText>If a child is in immediate danger, call 999 now.</WarningText>
      <p class="govuk-body">
        The front door gets this as a contact with the family’s plan attached. The team around the family goes on with its work until social
        care has accepted.
      </p>
      {episode.stepped_up_at ? (
        <p class="govuk-body">
          <strong>A worry was sent on {longMoment(episode.stepped_up_at)}.</strong>
        </p>
      ) : null}
      <Form action={`${path}/step-up`} {...formCarries(ctx)}>
        <Choices
          name="childIds"
          legend="Which children is it about?"
          items={children.map((child) => ({ value: child.personId, text: child.name }))}
          {...state}
        />
        <TextArea
          name="reason"
          label="What are you worried about, and what has changed?"
          hint="Facts first, then what it means for each child"
          rows={7}
          {...state}
        />
        <Button>Send to the front door</Button>
      </Form>
    </>,
  );
}

/** Takes the worry. */
export async function takeStepUp(ctx: StaffCtx, data: z.output<typeof stepUpShape>, asked: Asked): Promise<Answer> {
  if (data.childIds.length === 0) throw invalid([{ field: 'childIds', message: 'Select at least one child' }]);
  const episodeId = asked.params['id'] ?? '';
  await stepUp(ctx, episodeId, data);
  return seeOther(`/early-help/${episodeId}`, 'Sent to the front door with the plan. The team goes on until social care accepts.');
}
