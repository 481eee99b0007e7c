import { z } from 'zod';
import { about, may, type StaffCtx } from '../../../../platform/access/ctx.ts';
import { notFound } from '../../../../platform/access/refusal.ts';
import { londonDate } from '../../../../platform/time/london.ts';
import { clockTime, longMoment, shortMoment } from '../../../../platform/time/plain-dates.ts';
import { requiredText } from '../../../../platform/web/fields.ts';
import { Button, Form, TextArea } from '../../../../platform/web/form-kit.tsx';
import { Tag } from '../../../../platform/web/govuk/tag.tsx';
import { SortableTable } from '../../../../platform/web/patterns/sortable-table.tsx';
import { EmptyList, ListSummary } from '../../../../platform/web/patterns/list-summary.tsx';
import { seeOther, type Again, type Answer, type Asked } from '../../../../platform/web/route.ts';
import { formCarries, staffView } from '../../../../platform/web/view.tsx';
import { answerQuestion } from '../../actions/answer-question.ts';
import { stateForReferrer, type ContactState } from '../../contact.ts';
import { contactOf, namedIn } from '../../contact.store.ts';
import { feedbackOf, markFeedbackRead, questionsOf } from '../../decision.store.ts';
import { AnswerParts } from '../../feedback/pages/answer.tsx';
import { concernsOf } from '../../referrer.store.ts';
import { calledOfRow } from '../../submitted.ts';

/** What I, or my safeguarding colleagues, have raised, and what happened to each. */
export async function myConcernsPage(ctx: StaffCtx): Promise<Answer> {
  const rows = await concernsOf(ctx);
  return staffView(
    ctx,
    { title: 'Concerns we raised', breadcrumbs: [{ label: 'Concerns we raised' }] },
    <>
      <h1 class="govuk-heading-l">Concerns we raised</h1>
      <ListSummary
        count={rows.length}
        noun={['concern', 'concerns']}
        filter="raised by you, and by your agency where you lead on safeguarding"
        sort="newest first"
        asOf={`${clockTime(ctx.now)} today`}
      />
      {rows.length === 0 ? (
        <EmptyList
          why="You have not raised a concern here yet."
          whatToDo={
            <a class="govuk-link" href="/concern">
              Raise a concern
            </a>
          }
        />
      ) : (
        <SortableTable
          path="/my-concerns"
          caption="Concerns raised, newest first"
          captionHidden
          columns={[
            { heading: 'Reference' },
            { heading: 'About' },
            { heading: 'Sent' },
            { heading: 'Where it is' },
            { heading: 'Raised by' },
          ]}
          rows={rows.map((row) => ({
            cells: [
              <a class="govuk-link" href={`/my-concerns/${row.id}`}>
                {row.reference}
              </a>,
              row.children.join(', '),
              shortMoment(row.receivedAt, londonDate(ctx.now)),
              <>
                {stateForReferrer[row.state as ContactState]}
                {row.news ? (
                  <>
                    {' '}
                    <Tag classes="govuk-tag--teal">New</Tag>
                  </>
                ) : null}
              </>,
              row.raisedBy,
            ],
          }))}
        />
      )}
    </>,
  );
}

/** "What happened to my concern": what was sent and what the front door says of it. Nothing of the record. */
export async function concernPage(ctx: StaffCtx, asked: Asked): Promise<Answer> {
  return shown(ctx, asked, { values: {}, errors: [] });
}
export const concernAgain = (ctx: StaffCtx, again: Again, asked: Asked): Promise<Answer> => shown(ctx, asked, again);

async function shown(ctx: StaffCtx, asked: Asked, { values, errors }: Again): Promise<Answer> {
  const contact = await raisedByUs(ctx, asked.params['id'] ?? '');
  about(ctx, 'contact', contact.id);
  const children = (await namedIn(ctx, contact.id))
    .filter((one) => one.part !== 'adult')
    .map(calledOfRow)
    .join(' and ');
  const feedback = (await feedbackOf(ctx, contact.id)).filter((one) => one.how !== 'none');
  const question = (await questionsOf(ctx, contact.id)).find((one) => !one.answered_at);
  return staffView(
    ctx,
    {
      title: `Your concern ${contact.reference}`,
      errors,
      breadcrumbs: [{ href: '/my-concerns', label: 'Concerns we raised' }, { label: contact.reference }],
    },
    <>
      <h1 class="govuk-heading-l">
        {contact.reference}: {children}
      </h1>
      <p class="govuk-body">
        <Tag>{stateForReferrer[contact.state as ContactState]}</Tag> Sent {longMoment(contact.received_at)}.
      </p>
      <h2 class="govuk-heading-m">What happened</h2>
      {feedback.length === 0 ? (
        <p class="govuk-body">We have not written to you yet. The front door decides within one working day of a concern reaching it.</p>
      ) : (
        feedback.map((one) => (
          <div class="gt-card">
            <AnswerParts answer={{ told: one.told ?? '', why: one.why, whatNext: one.what_next, howToDisagree: one.how_to_disagree }} />
            <p class="govuk-body gt-small">
              {one.how === 'page' ? 'Written' : `Told by ${one.how}`} {longMoment(one.given_at)}
            </p>
          </div>
        ))
      )}
      {feedback.length > 0 && feedback.every((one) => !one.read_at) && contact.referrer_staff_id === ctx.who.staffId ? (
        <Form action={`/my-concerns/${contact.id}/read`} {...formCarries(ctx)}>
          <Button classes="govuk-button--secondary">I have read this</Button>
        </Form>
      ) : null}
      {question && contact.referrer_staff_id === ctx.who.staffId ? (
        <Form action={`/my-concerns/${contact.id}/answer`} {...formCarries(ctx)}>
          <h2 class="govuk-heading-m">A question for you</h2>
          <p class="govuk-body">{question.question}</p>
          <TextArea name="answer" label="Your answer" rows={4} values={values} errors={errors} />
          <Button>Send the answer</Button>
        </Form>
      ) : null}
      <Disagreeing ctx={ctx} contactId={contact.id} />
      <h2 class="govuk-heading-m">What you told us</h2>
      <blockquote class="gt-quote">{contact.what_happened}</blockquote>
    </>,
  );
}

/** How a professional disagrees, with the way to the ladder. */
function Disagreeing({ ctx, contactId }: { ctx: StaffCtx; contactId: string }) {
  return (
    <>
      <h2 class="govuk-heading-m">If you disagree</h2>
      <p class="govuk-body">
        Speak to the front door first, within a day if you can. If you still disagree, put it in writing here: it climbs from you and them
        to both managers and on, each against a clock. Do not wait if the child is at risk: raise it again or call 999.
      </p>
      {may(ctx, 'disagreement.raise') ? (
        <p class="govuk-body">
          <a class="govuk-link" href={`/disagreements/new?contact=${contactId}`}>
            Disagree with this decision
          </a>
        </p>
      ) : null}
    </>
  );
}

/** A concern this person raised, or their agency where they lead on safeguarding: this page is the referrer's. Throws notFound for anyone
 *  else, who has the front door's own page. */
async function raisedByUs(ctx: StaffCtx, id: string) {
  const contact = await contactOf(ctx, id);
  const ours = ctx.who.memberships.some((held) => held.role === 'DSL' && held.agencyId === contact.referrer_agency_id);
  if (contact.referrer_staff_id !== ctx.who.staffId && !ours) throw notFound();
  return contact;
}

export const answerShape = z.object({ answer: requiredText('Enter your answer') });

/** Sends the referrer's answer. */
export async function answer(ctx: StaffCtx, form: z.output<typeof answerShape>, asked: Asked): Promise<Answer> {
  await answerQuestion(ctx, asked.params['id'] ?? '', form.answer);
  return seeOther(`/my-concerns/${asked.params['id'] ?? ''}`, 'Your answer is with the front door');
}

/** Notes that the referrer has read what they were told. */
export async function markRead(ctx: StaffCtx, _nothing: unknown, asked: Asked): Promise<Answer> {
  const contact = await raisedByUs(ctx, asked.params['id'] ?? '');
  about(ctx, 'contact', contact.id);
  await markFeedbackRead(ctx, contact.id);
  return seeOther(`/my-concerns/${contact.id}`);
}
