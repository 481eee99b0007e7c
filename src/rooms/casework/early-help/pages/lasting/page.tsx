import { z } from 'zod';
import type { StaffCtx } from '../../../../../platform/access/ctx.ts';
import { fullDate } from '../../../../../platform/time/plain-dates.ts';
import { oneOf, requiredText } from '../../../../../platform/web/fields.ts';
import { Button, Choice, Form, TextArea, type FieldState } from '../../../../../platform/web/form-kit.tsx';
import { seeOther, type Again, type Answer, type Asked } from '../../../../../platform/web/route.ts';
import { formCarries } from '../../../../../platform/web/view.tsx';
import { recordLasting } from '../../actions/record-lasting.ts';
import { openPlan } from '../../open-plan.store.ts';
import { episodeView } from '../../parts/episode-shell.tsx';
import { GoalProgress } from '../../parts/goal-progress.tsx';

export const lastingShape = z.object({
  sustained: oneOf(['yes', 'partly', 'no', 'not known'], 'Select whether it has lasted'),
  note: requiredText('Write what you found, and from whom', 2000),
});

/** Six months after closing: has the change lasted? */
export const lastingPage = (ctx: StaffCtx, asked: Asked): Promise<Answer> => view(ctx, asked, {});
export const lastingAgain = (ctx: StaffCtx, again: Again, asked: Asked): Promise<Answer> => view(ctx, asked, again);

async function view(ctx: StaffCtx, asked: Asked, state: FieldState): Promise<Answer> {
  const opened = await openPlan(ctx, asked.params['id'] ?? '');
  const { episode, path, goals, standing } = opened;
  const due = episode.sustain_due_on;
  return episodeView(
    ctx,
    opened,
    { title: 'Has the change lasted?', crumb: 'Has it lasted?', errors: state.errors },
    <>
      <p class="govuk-body">{due ? `To be checked from ${fullDate(due)}, six months after closing.` : 'No check is due for this help.'}</p>
      <GoalProgress goals={goals} path={path} />
      {due && !episode.sustained_on && standing.manages ? (
        <Form action={`${path}/lasting`} {...formCarries(ctx)}>
          <Choice
            name="sustained"
            legend="Has the change lasted?"
            items={[
              { value: 'yes', text: 'Yes' },
              { value: 'partly', text: 'Partly' },
              { value: 'no', text: 'No' },
              { value: 'not known', text: 'We could not find out' },
            ]}
            {...state}
          />
          <TextArea name="note" label="What did you find, and from whom?" rows={4} {...state} />
          <Button>Save</Button>
        </Form>
      ) : null}
    </>,
  );
}

/** Takes the answer. */
export async function takeLasting(ctx: StaffCtx, data: z.output<typeof lastingShape>, asked: Asked): Promise<Answer> {
  const episodeId = asked.params['id'] ?? '';
  await recordLasting(ctx, episodeId, data);
  return seeOther(`/early-help/${episodeId}`, 'Saved.');
}
