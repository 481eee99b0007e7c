import { z } from 'zod';
import type { StaffCtx } from '../../../../../platform/access/ctx.ts';
import { found, invalid } from '../../../../../platform/access/refusal.ts';
import { clockTime, fullDate, shortMoment } from '../../../../../platform/time/plain-dates.ts';
import { oneOf, optionalText } from '../../../../../platform/web/fields.ts';
import { Form, TextField, type FieldState } from '../../../../../platform/web/form-kit.tsx';
import { SummaryList } from '../../../../../platform/web/govuk/summary-list.tsx';
import { EmptyList, ListSummary } from '../../../../../platform/web/patterns/list-summary.tsx';
import { SortableTable } from '../../../../../platform/web/patterns/sortable-table.tsx';
import { seeOther, type Again, type Answer, type Asked } from '../../../../../platform/web/route.ts';
import { formCarries, staffView } from '../../../../../platform/web/view.tsx';
import { decideRequest } from '../../actions/decide-request.ts';
import { requestsForOfficer, type BrokerRequest } from '../../broker.store.ts';
import { londonDay } from '../../../today.ts';

export const decideShape = z.object({
  decision: oneOf(['pass on', 'do not pass on'], 'Choose whether to pass it on'),
  note: optionalText(300),
});

const whoAsks = (one: BrokerRequest): string => [one.askedBy, one.jobTitle, one.phone, one.email].filter(Boolean).join(', ');

/** The privacy officer's requests to pass on: those that wait, then those decided. Says nothing about whether there is a service. */
export async function brokerPage(ctx: StaffCtx): Promise<Answer> {
  const requests = await requestsForOfficer(ctx);
  const [waiting, decided] = [requests.filter((one) => one.decidedAt === null), requests.filter((one) => one.decidedAt !== null)];
  return staffView(
    ctx,
    { title: 'Messages to pass on', breadcrumbs: [{ href: '/today', label: 'Today' }, { label: 'Messages to pass on' }] },
    <>
      <h1 class="govuk-heading-l">Messages to pass on</h1>
      <p class="govuk-body">
        Practitioners ask any sexual health, mental health or substance misuse service that works with a child to contact them. Decide
        whether the reason is proper. What you pass on goes to every such service there is, or to none: Goldthread tells neither you nor
        whoever asked.
      </p>
      <ListSummary
        count={waiting.length}
        noun={['message', 'messages']}
        filter="waiting for you"
        sort="longest waiting first"
        asOf={`${clockTime(ctx.now)} today`}
      />
      {waiting.length === 0 ? (
        <EmptyList why="No message waits." whatToDo="When a practitioner asks, it appears here and on Today." />
      ) : (
        <SortableTable
          caption="Messages that wait"
          captionHidden
          path="/broker"
          columns={['About', 'Who asks', 'Since'].map((heading) => ({ heading }))}
          rows={waiting.map((one) => ({
            cells: [
              <a class="govuk-link" href={`/broker/${one.id}`}>
                {one.child}
              </a>,
              `${one.askedBy}, ${one.jobTitle}`,
              shortMoment(one.askedAt, londonDay(ctx)),
            ],
          }))}
        />
      )}
      <Decided ctx={ctx} rows={decided} />
    </>,
  );
}

/** One request: who asks, about whom, why; pass it on, or not and say why. */
export async function requestPage(ctx: StaffCtx, asked: Asked, again?: Again): Promise<Answer> {
  const one = found((await requestsForOfficer(ctx)).find((request) => request.id === asked.params['id']));
  const state: FieldState = { values: again?.values, errors: again?.errors };
  return staffView(
    ctx,
    {
      title: 'A message to pass on',
      errors: again?.errors ?? [],
      breadcrumbs: [{ href: '/broker', label: 'Messages to pass on' }, { label: one.child }],
    },
    <>
      <h1 class="govuk-heading-l">Pass this message on?</h1>
      <SummaryList
        rows={[
          { key: 'About', value: `${one.child}${one.dateOfBirth ? `, born ${fullDate(one.dateOfBirth)}` : ''}` },
          { key: 'Who asks', value: whoAsks(one) },
          { key: 'When', value: shortMoment(one.askedAt, londonDay(ctx)) },
          { key: 'Why', value: one.message },
        ]}
      />
      {one.decidedAt ? (
        <p class="govuk-body">
          Decided {shortMoment(one.decidedAt, londonDay(ctx))}: {one.decision}. {one.decisionNote}
        </p>
      ) : (
        <Form action={`/broker/${one.id}`} {...formCarries(ctx)}>
          <TextField name="note" label="Why not, if you do not pass it on" hint="Whoever asked reads this" {...state} />
          <div class="govuk-button-group">
            <button type="submit" name="decision" value="pass on" class="govuk-button" data-module="govuk-button">
              Pass on
            </button>
            <button
              type="submit"
              name="decision"
              value="do not pass on"
              class="govuk-button govuk-button--secondary"
              data-module="govuk-button"
            >
              Do not pass on
            </button>
          </div>
        </Form>
      )}
    </>,
  );
}

function Decided({ ctx, rows }: { ctx: StaffCtx; rows: readonly BrokerRequest[] }) {
  if (rows.length === 0) return null;
  return (
    <>
      <h2 class="govuk-heading-m">Decided</h2>
      <SortableTable
        caption="Messages decided"
        captionHidden
        path="/broker"
        columns={['About', 'Who asked', 'Decided', 'When'].map((heading) => ({ heading }))}
        rows={rows.map((one) => ({
          cells: [
            one.child,
            one.askedBy,
            `${one.decision ?? ''}${one.decisionNote ? `: ${one.decisionNote}` : ''}`,
            shortMoment(one.decidedAt ?? one.askedAt, londonDay(ctx)),
          ],
        }))}
      />
    </>
  );
}

export async function takeDecision(ctx: StaffCtx, data: z.output<typeof decideShape>, asked: Asked): Promise<Answer> {
  const passOn = data.decision === 'pass on';
  if (!passOn && !data.note) throw invalid([{ field: 'note', message: 'Say why it is not passed on' }]);
  await decideRequest(ctx, asked.params['id'] ?? '', passOn ? 'passed on' : 'not passed on', passOn ? null : data.note);
  return seeOther('/broker', passOn ? 'Passed on to any service there may be' : 'Not passed on; whoever asked can read why');
}
