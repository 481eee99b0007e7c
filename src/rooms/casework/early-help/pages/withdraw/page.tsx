import { z } from 'zod';
import type { StaffCtx } from '../../../../../platform/access/ctx.ts';
import { oneOf, requiredText } from '../../../../../platform/web/fields.ts';
import { Button, Choice, DateField, Form, TextArea, type FieldState } from '../../../../../platform/web/form-kit.tsx';
import { seeOther, type Again, type Answer, type Asked } from '../../../../../platform/web/route.ts';
import { formCarries } from '../../../../../platform/web/view.tsx';
import { dateOf, withDates } from '../../../typed-date.ts';
import { withdrawAgreement } from '../../actions/withdraw-agreement.ts';
import { safeAnswers } from '../../agreement.ts';
import { openEpisode } from '../../open-episode.store.ts';
import { episodeView } from '../../parts/episode-shell.tsx';

export const withdrawShape = withDates(
  ['on'],
  z.object({
    on: dateOf({ label: 'Day it was withdrawn' }),
    why: requiredText('Write why, in the family’s words'),
    safe: oneOf(safeAnswers, 'Answer “is it safe to stop?”'),
    safeWhy: requiredText('Say why you think so'),
  }),
);

/** The family withdraws its agreement: is it safe to stop? */
export const withdrawPage = (ctx: StaffCtx, asked: Asked): Promise<Answer> => view(ctx, asked, {});
export const withdrawAgain = (ctx: StaffCtx, again: Again, asked: Asked): Promise<Answer> => view(ctx, asked, again);

async function view(ctx: StaffCtx, asked: Asked, state: FieldState): Promise<Answer> {
  const opened = await openEpisode(ctx, asked.params['id'] ?? '');
  return episodeView(
    ctx,
    opened,
    { title: 'The family withdraws its agreement', crumb: 'Withdraw', errors: state.errors },
    <Form action={`${opened.path}/agreement/withdraw`} {...formCarries(ctx)}>
      <DateField name="on" legend="When did they say so?" {...state} />
      <TextArea name="why" label="Why, in the family’s words" rows={4} {...state} />
      <Choice
        name="safe"
        legend="Is it safe to stop?"
        hint="Think of each child on their own. If it is not safe, or you are not sure, the next page sends the worry to the front door."
        items={[
          { value: 'yes', text: 'Yes, it is safe to stop' },
          { value: 'no', text: 'No' },
          { value: 'not sure', text: 'Not sure' },
        ]}
        {...state}
      />
      <TextArea name="safeWhy" label="Why do you think so?" rows={4} {...state} />
      <Button>Record the withdrawal</Button>
    </Form>,
  );
}

/** Takes the withdrawal; leads on to closing, or to a step-up when it is not safe. */
export async function takeWithdrawal(ctx: StaffCtx, data: z.output<typeof withdrawShape>, asked: Asked): Promise<Answer> {
  const episodeId = asked.params['id'] ?? '';
  const next = await withdrawAgreement(ctx, episodeId, data);
  return next === 'close'
    ? seeOther(`/early-help/${episodeId}/close`, 'Withdrawal recorded. Now ask to close.')
    : seeOther(
        `/early-help/${episodeId}/step-up`,
        'Withdrawal recorded. It may not be safe to stop: send the worry to the front door now.',
      );
}
