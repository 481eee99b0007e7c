import { z } from 'zod';
import { may, saw, type StaffCtx } from '../../../../../platform/access/ctx.ts';
import { found, invalid } from '../../../../../platform/access/refusal.ts';
import { londonInstant } from '../../../../../platform/time/london.ts';
import type { StandingClock } from '../../../../../platform/time/clock.store.ts';
import { clockTime, longMoment } from '../../../../../platform/time/plain-dates.ts';
import { optionalText } from '../../../../../platform/web/fields.ts';
import { Button, DateField, Form, TextField, type FieldState } from '../../../../../platform/web/form-kit.tsx';
import { Tag } from '../../../../../platform/web/govuk/tag.tsx';
import { ClockTag } from '../../../../../platform/web/patterns/clock-tag.tsx';
import { EmptyList, ListSummary } from '../../../../../platform/web/patterns/list-summary.tsx';
import { seeOther, type Again, type Answer, type Asked } from '../../../../../platform/web/route.ts';
import { formCarries, staffView } from '../../../../../platform/web/view.tsx';
import { runningClocks } from '../../../clocks.ts';
import { optionalDateOf, withDates } from '../../../typed-date.ts';
import { acceptStrategyRequest } from '../../actions/accept-strategy-request.ts';
import { strategyRequests } from '../../strategy.store.ts';
import { calledOf } from '../called-of.ts';

export const acceptStrategyShape = withDates(
  ['on'],
  z.object({
    on: optionalDateOf({ label: 'Day of the discussion' }),
    at: optionalText(5).pipe(
      z
        .string()
        .regex(/^([01]?\d|2[0-3]):[0-5]\d$/, 'Enter a time such as 15:30')
        .nullable(),
    ),
  }),
);
type Request = Awaited<ReturnType<typeof strategyRequests>>[number];

/** Strategy discussions asked for: not sent until someone here accepts, one at a time. */
export const strategyPage = (ctx: StaffCtx, asked: Asked): Promise<Answer> => view(ctx, asked, {});
export const strategyAgain = (ctx: StaffCtx, again: Again, asked: Asked): Promise<Answer> => view(ctx, asked, again);

async function view(ctx: StaffCtx, asked: Asked, state: FieldState): Promise<Answer> {
  const chosen = asked.params['requestId'];
  const rows = (await strategyRequests(ctx)).filter((row) => chosen === undefined || row.id === chosen);
  if (chosen !== undefined) found(rows[0]);
  const clocks = await runningClocks(
    ctx,
    'strategy-request',
    rows.map((row) => row.id),
  );
  saw(ctx, ...rows.map((row) => row.child_id));
  return staffView(
    ctx,
    {
      title: 'Strategy discussions',
      breadcrumbs: [{ href: '/referrals', label: 'Referrals' }, { label: 'Strategy discussions' }],
      ...(state.errors ? { errors: state.errors } : {}),
    },
    <>
      <h1 class="govuk-heading-l">Strategy discussions asked for</h1>
      <ListSummary
        count={rows.length}
        noun={['request', 'requests']}
        filter="not yet held"
        sort="oldest first"
        asOf={`${clockTime(ctx.now)} today`}
      />
      {rows.length === 0 ? (
        <EmptyList why="No strategy discussion is waiting." whatToDo="A request appears here the moment it is made." />
      ) : null}
      {rows.map((row) => (
        <OneRequest ctx={ctx} row={row} clocks={clocks.get(row.id) ?? []} chosen={chosen === row.id} state={state} />
      ))}
    </>,
  );
}

interface OneRequestProps {
  ctx: StaffCtx;
  row: Request;
  clocks: readonly StandingClock[];
  chosen: boolean;
  state: FieldState;
}

function OneRequest({ ctx, row, clocks, chosen, state }: OneRequestProps) {
  return (
    <section>
      <h2 class="govuk-heading-m">{calledOf(row)}</h2>
      <p class="govuk-body">
        {row.state === 'REQUESTED' ? (
          <Tag classes="govuk-tag--red">Not sent: nobody has accepted</Tag>
        ) : (
          <Tag classes="govuk-tag--green">Accepted</Tag>
        )}{' '}
        Asked for {longMoment(row.requested_at)} by {row.requested_by_name}.
        {clocks.map((clock) => (
          <>
            {' '}
            <ClockTag state={clock.reading.state} words={clock.reading.words} exact={clock.reading.exact} />
          </>
        ))}
      </p>
      <p class="govuk-body gt-as-typed">{row.reason}</p>
      {row.accepted_at ? (
        <p class="govuk-body">
          Accepted {longMoment(row.accepted_at)} by {row.accepted_by_name}.{' '}
          {may(ctx, 'referral.accept') ? (
            <a class="govuk-link" href={`/referrals/strategy/${row.id}/held`}>
              Record that it was held<span class="govuk-visually-hidden">: {calledOf(row)}</span>
            </a>
          ) : null}
        </p>
      ) : (
        <Accept ctx={ctx} row={row} chosen={chosen} state={state} />
      )}
    </section>
  );
}

function Accept({ ctx, row, chosen, state }: { ctx: StaffCtx; row: Request; chosen: boolean; state: FieldState }) {
  if (!may(ctx, 'referral.accept'))
    return <p class="govuk-body">A team manager in social work accepts this. Telephone the team if it is not accepted at once.</p>;
  if (row.requested_by === ctx.who.staffId) return <p class="govuk-body">You asked for this. Someone else accepts it.</p>;
  if (!chosen) return <Button href={`/referrals/strategy/${row.id}/accept`}>Accept the request about {calledOf(row)}</Button>;
  return (
    <Form action={`/referrals/strategy/${row.id}/accept`} {...formCarries(ctx)}>
      <DateField name="on" legend="When will it be held?" hint="Leave empty if not yet known" {...state} />
      <TextField name="at" label="At what time?" width={5} {...state} />
      <Button>Accept</Button>
    </Form>
  );
}

/** Takes the acceptance. */
export async function takeStrategyAccept(ctx: StaffCtx, data: z.output<typeof acceptStrategyShape>, asked: Asked): Promise<Answer> {
  if ((data.on === null) !== (data.at === null))
    throw invalid([{ field: data.on ? 'at' : 'on', message: 'Give both the day and the time, or neither' }]);
  const [hour = 0, minute = 0] = (data.at ?? '').split(':').map(Number);
  await acceptStrategyRequest(ctx, asked.params['requestId'] ?? '', data.on ? londonInstant(data.on, hour, minute) : null);
  return seeOther('/referrals/strategy', 'Accepted. The front door sees it as sent.');
}
