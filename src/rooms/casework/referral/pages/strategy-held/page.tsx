import { z } from 'zod';
import { saw, type StaffCtx } from '../../../../../platform/access/ctx.ts';
import { found } from '../../../../../platform/access/refusal.ts';
import { longMoment } from '../../../../../platform/time/plain-dates.ts';
import { oneOf } from '../../../../../platform/web/fields.ts';
import { Button, Choice, DateField, Form, type FieldState } from '../../../../../platform/web/form-kit.tsx';
import { seeOther, type Again, type Answer, type Asked } from '../../../../../platform/web/route.ts';
import { formCarries, staffView } from '../../../../../platform/web/view.tsx';
import { dateOf, withDates } from '../../../typed-date.ts';
import { recordStrategyHeld } from '../../actions/record-strategy-held.ts';
import { strategyOutcomeCodes, strategyOutcomes } from '../../referral.codes.ts';
import { strategyRequests } from '../../strategy.store.ts';
import { calledOf } from '../called-of.ts';

export const heldShape = withDates(
  ['heldOn'],
  z.object({ heldOn: dateOf({ label: 'Day of the discussion' }), outcome: oneOf(strategyOutcomeCodes, 'Select what was decided') }),
);

/** Record that a strategy discussion was held and what was decided. */
export const strategyHeldPage = (ctx: StaffCtx, asked: Asked): Promise<Answer> => view(ctx, asked, {});
export const strategyHeldAgain = (ctx: StaffCtx, again: Again, asked: Asked): Promise<Answer> => view(ctx, asked, again);

async function view(ctx: StaffCtx, asked: Asked, state: FieldState): Promise<Answer> {
  const row = found((await strategyRequests(ctx)).find((one) => one.id === asked.params['requestId']));
  saw(ctx, row.child_id);
  const trail = [
    { href: '/referrals', label: 'Referrals' },
    { href: '/referrals/strategy', label: 'Strategy discussions' },
    { label: 'Record it' },
  ];
  return staffView(
    ctx,
    { title: `Strategy discussion: ${calledOf(row)}`, breadcrumbs: trail, ...(state.errors ? { errors: state.errors } : {}) },
    <>
      <h1 class="govuk-heading-l">Strategy discussion about {calledOf(row)}</h1>
      <p class="govuk-body">Asked for {longMoment(row.requested_at)}. At least social care, police and health take part.</p>
      <Form action={`/referrals/strategy/${row.id}/held`} {...formCarries(ctx)}>
        <DateField name="heldOn" legend="When was it held?" {...state} />
        <Choice
          name="outcome"
          legend="What was decided?"
          items={strategyOutcomeCodes.map((value) => ({ value, text: strategyOutcomes[value] }))}
          {...state}
        />
        <Button>Record the discussion</Button>
      </Form>
    </>,
  );
}

/** Takes the record of a discussion. */
export async function takeStrategyHeld(ctx: StaffCtx, data: z.output<typeof heldShape>, asked: Asked): Promise<Answer> {
  await recordStrategyHeld(ctx, asked.params['requestId'] ?? '', { on: data.heldOn, outcome: data.outcome });
  return seeOther('/referrals/strategy', 'Discussion recorded.');
}
