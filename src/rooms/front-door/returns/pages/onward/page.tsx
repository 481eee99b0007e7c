import { z } from 'zod';
import type { StaffCtx } from '../../../../../platform/access/ctx.ts';
import { refused } from '../../../../../platform/access/refusal.ts';
import { londonDate } from '../../../../../platform/time/london.ts';
import { clockTime, longMoment, shortMoment } from '../../../../../platform/time/plain-dates.ts';
import { oneOf, optionalText } from '../../../../../platform/web/fields.ts';
import { Button, Choice, Form, TextArea } from '../../../../../platform/web/form-kit.tsx';
import { EmptyList, ListSummary } from '../../../../../platform/web/patterns/list-summary.tsx';
import { SortableTable } from '../../../../../platform/web/patterns/sortable-table.tsx';
import { SummaryList } from '../../../../../platform/web/govuk/summary-list.tsx';
import { seeOther, type Again, type Answer, type Asked } from '../../../../../platform/web/route.ts';
import { formCarries, staffView } from '../../../../../platform/web/view.tsx';
import { answerOnward } from '../../actions/answer-onward.ts';
import { onwardAsk, onwardAsks, type OnwardAsk } from '../../onward.store.ts';
import { questionsFor } from '../../question-sets.codes.ts';
import { askOf, kindWords, reachWords } from '../../return.ts';

const list = { href: '/asked-of-us', label: 'Asked of us' };
const onward = { href: '/asked-of-us/onward', label: 'Asked for outside the hub' };

/** Items of ours somebody outside the hub should have, each to be agreed or not by itself. */
export async function onwardPage(ctx: StaffCtx): Promise<Answer> {
  const asks = await onwardAsks(ctx);
  const waiting = asks.filter((one) => one.agreed === null).length;
  return staffView(
    ctx,
    { title: 'Asked for outside the hub', wide: true, breadcrumbs: [list, { label: onward.label }] },
    <>
      <h1 class="govuk-heading-l">Asked for outside the hub</h1>
      <p class="govuk-body">
        What you return may be weighed in the hub. It leaves the hub only when you say so: item by item, for one recipient and one purpose.
      </p>
      <ListSummary
        count={asks.length}
        noun={['item', 'items']}
        filter={`${waiting} waiting for your answer`}
        sort="those that wait first"
        asOf={`${clockTime(ctx.now)} today`}
      />
      {asks.length === 0 ? (
        <EmptyList why="Nobody has asked for an item of yours." whatToDo="The hub asks here when an assessment or a plan needs one." />
      ) : (
        <Asks ctx={ctx} asks={asks} />
      )}
    </>,
  );
}

function Asks({ ctx, asks }: { ctx: StaffCtx; asks: readonly OnwardAsk[] }) {
  return (
    <SortableTable
      path="/asked-of-us/onward"
      caption="Items asked for outside the hub"
      captionHidden
      columns={['About', 'Item', 'To whom', 'What for', 'Asked', 'Answer'].map((heading) => ({ heading }))}
      rows={asks.map((ask) => ({
        cells: [
          <a class="govuk-link" href={`/asked-of-us/${ask.requestId}`}>
            {ask.about ?? 'The household'}
          </a>,
          ask.words,
          ask.toWhom,
          ask.purpose,
          shortMoment(ask.askedAt, londonDate(ctx.now)),
          ask.agreed === null ? (
            <a class="govuk-link" href={`/asked-of-us/onward/${ask.id}`}>
              Answer<span class="govuk-visually-hidden"> whether it may go to {ask.toWhom}</span>
            </a>
          ) : (
            `${ask.agreed ? 'May go' : 'May not go'}, said by ${ask.answeredBy}`
          ),
        ],
      }))}
    />
  );
}

export const onwardShape = z.object({
  agreed: oneOf(['yes', 'no'], 'Select whether it may go'),
  reason: optionalText(1000),
});

/** One question: the item in full, to whom it is to go and for what. Nothing is chosen beforehand. */
export const onwardAskPage = (ctx: StaffCtx, asked: Asked): Promise<Answer> => shown(ctx, asked, { values: {}, errors: [] });
export const onwardAgain = (ctx: StaffCtx, again: Again, asked: Asked): Promise<Answer> => shown(ctx, asked, again);

async function shown(ctx: StaffCtx, asked: Asked, { values, errors }: Again): Promise<Answer> {
  const ask = await onwardAsk(ctx, asked.params['askId'] ?? '');
  return staffView(
    ctx,
    { title: 'May this item leave the hub?', errors, breadcrumbs: [list, onward, { label: ask.toWhom }] },
    <>
      <h1 class="govuk-heading-l">May this item leave the hub?</h1>
      <SummaryList
        rows={[
          { key: 'Item', value: ask.words },
          { key: 'Question', value: askOf(questionsFor(ask.discipline), ask.question) },
          { key: 'What it is', value: kindWords[ask.kind] },
          { key: 'About', value: ask.about ?? 'The household' },
          { key: 'You said', value: reachWords[ask.reach] },
          { key: 'To whom it is to go', value: ask.toWhom },
          { key: 'What for', value: ask.purpose },
          { key: 'Asked', value: `By ${ask.askedBy} on ${longMoment(ask.askedAt)}` },
        ]}
      />
      {ask.agreed === null ? <AnswerForm ctx={ctx} ask={ask} values={values} errors={errors} /> : <Answered ask={ask} />}
    </>,
  );
}

function AnswerForm({ ctx, ask, values, errors }: { ctx: StaffCtx; ask: OnwardAsk } & Again) {
  return (
    <Form action={`/asked-of-us/onward/${ask.id}`} {...formCarries(ctx)}>
      <Choice
        name="agreed"
        legend={`May it go to ${ask.toWhom} for this purpose?`}
        items={[
          { value: 'yes', text: 'It may go', attributes: { 'data-shortcut': 'y' } },
          { value: 'no', text: 'It may not go', attributes: { 'data-shortcut': 'n' } },
        ]}
        values={values}
        errors={errors}
      />
      <TextArea name="reason" label="Why not, or on what condition" hint="Needed for a no" rows={3} values={values} errors={errors} />
      <Button>Tell the hub</Button>
    </Form>
  );
}

function Answered({ ask }: { ask: OnwardAsk }) {
  return (
    <p class="govuk-body">
      {ask.answeredBy} said on {ask.answeredAt ? longMoment(ask.answeredAt) : 'an earlier day'}:{' '}
      {ask.agreed ? 'it may go' : 'it may not go'}
      {ask.answerReason ? `. ${ask.answerReason}` : '.'}
    </p>
  );
}

export async function takeOnward(ctx: StaffCtx, form: z.output<typeof onwardShape>, asked: Asked): Promise<Answer> {
  const id = asked.params['askId'] ?? '';
  if (!/^[0-9a-f-]{36}$/.test(id)) throw refused('Open the question again from the list.');
  await answerOnward(ctx, id, { agreed: form.agreed === 'yes', reason: form.reason });
  return seeOther('/asked-of-us/onward', form.agreed === 'yes' ? 'The hub is told that it may go' : 'The hub is told that it may not go');
}
