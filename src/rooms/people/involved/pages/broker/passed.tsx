import { z } from 'zod';
import type { StaffCtx } from '../../../../../platform/access/ctx.ts';
import { found, invalid } from '../../../../../platform/access/refusal.ts';
import { clockTime, fullDate, shortMoment } from '../../../../../platform/time/plain-dates.ts';
import { oneOf, optionalText } from '../../../../../platform/web/fields.ts';
import { Form, TextArea, type FieldState } from '../../../../../platform/web/form-kit.tsx';
import { SummaryList } from '../../../../../platform/web/govuk/summary-list.tsx';
import { EmptyList, ListSummary } from '../../../../../platform/web/patterns/list-summary.tsx';
import { SortableTable } from '../../../../../platform/web/patterns/sortable-table.tsx';
import { seeOther, type Again, type Answer, type Asked } from '../../../../../platform/web/route.ts';
import { formCarries, staffView } from '../../../../../platform/web/view.tsx';
import { answerRequest } from '../../actions/answer-request.ts';
import { passedToMe, type PassedOn } from '../../broker.store.ts';
import { londonDay } from '../../../today.ts';

export const answerShape = z.object({
  answer: oneOf(['reply', 'put away'], 'Choose whether to reply'),
  reply: optionalText(1000),
});

/** Messages that reached the reader's service: who asks to be contacted about which child. Answering is the service's choice. */
export async function passedOnPage(ctx: StaffCtx): Promise<Answer> {
  const rows = await passedToMe(ctx);
  const waiting = rows.filter((one) => one.answeredAt === null).length;
  return staffView(
    ctx,
    { title: 'Messages passed on to you', breadcrumbs: [{ href: '/today', label: 'Today' }, { label: 'Messages passed on to you' }] },
    <>
      <h1 class="govuk-heading-l">Messages passed on to you</h1>
      <p class="govuk-body">
        These practitioners ask to be contacted about a child your service works with. They have not been told that it does.
      </p>
      <ListSummary
        count={rows.length}
        noun={['message', 'messages']}
        filter={`passed on to your service, ${waiting} not answered`}
        sort="not answered first"
        asOf={`${clockTime(ctx.now)} today`}
      />
      {rows.length === 0 ? (
        <EmptyList why="No message has been passed on to your service." whatToDo="When one is, it appears here and on Today." />
      ) : (
        <SortableTable
          caption="Messages passed on to you"
          captionHidden
          path="/passed-on-requests"
          columns={['About', 'Who asks', 'Passed on', 'Answer'].map((heading) => ({ heading }))}
          rows={rows.map((one) => ({
            cells: [
              <a class="govuk-link" href={`/passed-on-requests/${one.id}`}>
                {one.child}
              </a>,
              `${one.askedBy}, ${one.jobTitle}`,
              shortMoment(one.passedOnAt, londonDay(ctx)),
              answerOf(ctx, one),
            ],
          }))}
        />
      )}
    </>,
  );
}

const answerOf = (ctx: StaffCtx, one: PassedOn): string =>
  one.answeredAt ? `${one.reply ? 'Replied' : 'Put away'} ${shortMoment(one.answeredAt, londonDay(ctx))}` : 'Not answered';

/** One message, and the service's choice: reply, or put it away without a word. */
export async function messagePage(ctx: StaffCtx, asked: Asked, again?: Again): Promise<Answer> {
  const one = found((await passedToMe(ctx)).find((message) => message.id === asked.params['id']));
  const state: FieldState = { values: again?.values, errors: again?.errors };
  return staffView(
    ctx,
    {
      title: 'A message passed on to you',
      errors: again?.errors ?? [],
      breadcrumbs: [{ href: '/passed-on-requests', label: 'Messages passed on to you' }, { label: one.child }],
    },
    <>
      <h1 class="govuk-heading-l">{one.askedBy} asks you to contact them</h1>
      <SummaryList
        rows={[
          { key: 'About', value: `${one.child}${one.dateOfBirth ? `, born ${fullDate(one.dateOfBirth)}` : ''}` },
          { key: 'Who asks', value: [one.askedBy, one.jobTitle, one.phone, one.email].filter(Boolean).join(', ') },
          { key: 'Why', value: one.message },
          { key: 'Passed on', value: shortMoment(one.passedOnAt, londonDay(ctx)) },
          { key: 'Answer', value: `${answerOf(ctx, one)}${one.reply ? `: ${one.reply}` : ''}` },
        ]}
      />
      <p class="govuk-body">
        They have not been told that your service works with this child. You may reply, ring them, or put the message away: they learn
        nothing unless you choose to tell them. Think of the child’s agreement first.
      </p>
      {one.answeredAt ? null : (
        <Form action={`/passed-on-requests/${one.id}`} {...formCarries(ctx)}>
          <TextArea name="reply" label="Your reply" hint="It tells them that your service works with the child" rows={3} {...state} />
          <div class="govuk-button-group">
            <button type="submit" name="answer" value="reply" class="govuk-button" data-module="govuk-button">
              Reply
            </button>
            <button type="submit" name="answer" value="put away" class="govuk-button govuk-button--secondary" data-module="govuk-button">
              Put away without a word
            </button>
          </div>
        </Form>
      )}
    </>,
  );
}

export async function takeAnswer(ctx: StaffCtx, data: z.output<typeof answerShape>, asked: Asked): Promise<Answer> {
  if (data.answer === 'reply' && !data.reply) throw invalid([{ field: 'reply', message: 'Write your reply' }]);
  await answerRequest(ctx, asked.params['id'] ?? '', data.answer === 'reply' ? data.reply : null);
  return seeOther('/passed-on-requests', data.answer === 'reply' ? 'Your reply is sent' : 'Put away. Nobody outside your service is told.');
}
