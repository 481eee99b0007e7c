import { saw, type StaffCtx } from '../../../../platform/access/ctx.ts';
import { found } from '../../../../platform/access/refusal.ts';
import { clocksOf } from '../../../../platform/time/clock.store.ts';
import { longMoment } from '../../../../platform/time/plain-dates.ts';
import { Button, Choice, Form, TextArea, TextField } from '../../../../platform/web/form-kit.tsx';
import { ClockTag } from '../../../../platform/web/patterns/clock-tag.tsx';
import { Tag } from '../../../../platform/web/govuk/tag.tsx';
import type { Again, Answer, Asked } from '../../../../platform/web/route.ts';
import { formCarries, staffView } from '../../../../platform/web/view.tsx';
import { isOwed, requestStateWords } from '../enquiry.ts';
import { enquiryOf } from '../enquiry.store.ts';
import { requestsOf, type RequestLine } from '../request.store.ts';
import { enquiryCrumbs } from './crumbs.ts';

/** One request: what the agency reads, about whom, how often it was reminded; reminding it and no longer asking. */
export const requestPage = (ctx: StaffCtx, asked: Asked): Promise<Answer> => shown(ctx, asked, { values: {}, errors: [] });
export const requestAgain = (ctx: StaffCtx, again: Again, asked: Asked): Promise<Answer> => shown(ctx, asked, again);

async function shown(ctx: StaffCtx, asked: Asked, say: Again): Promise<Answer> {
  const { enquiry, contact } = await enquiryOf(ctx, asked.params['id'] ?? '');
  const request = found((await requestsOf(ctx, enquiry.id)).find((one) => one.id === asked.params['requestId']));
  const clock = (await clocksOf(ctx, 'information-request', [request.id])).get(request.id)?.findLast((one) => one.cancelledAt === null);
  saw(ctx, ...request.people.map((one) => one.personId));
  const at = `/front-door/hub/${enquiry.id}/requests/${request.id}`;
  return staffView(
    ctx,
    {
      title: `Request to ${request.agency}`,
      errors: say.errors,
      breadcrumbs: enquiryCrumbs(enquiry.id, contact.reference, `Request to ${request.agency}`),
    },
    <>
      <h1 class="govuk-heading-l">Request to {request.agency}</h1>
      <div class="govuk-body gt-facts">
        <Tag classes="gt-tag--words">{requestStateWords[request.state]}</Tag>{' '}
        {clock ? <ClockTag state={clock.reading.state} words={clock.reading.words} exact={clock.reading.exact} /> : null}
      </div>
      <WhatTheyRead request={request} />
      <Course request={request} />
      {isOwed(request.state) ? (
        <>
          <h2 class="govuk-heading-m">Remind them</h2>
          <Form action={`${at}/chase`} {...formCarries(ctx)}>
            <Choice
              name="how"
              legend="How did you remind them?"
              items={[
                { value: 'in Goldthread', text: 'In Goldthread: it stands on their page' },
                { value: 'by telephone', text: 'By telephone' },
                { value: 'by secure email', text: 'By secure email' },
              ]}
              {...say}
            />
            <TextField name="spokeTo" label="Whom you spoke to (optional)" width={20} {...say} />
            <TextArea name="note" label="What they said (optional)" rows={2} {...say} />
            <Button classes="govuk-button--secondary">Record the reminder</Button>
          </Form>
          <h2 class="govuk-heading-m">No longer ask them</h2>
          <Form action={`${at}/cancel`} {...formCarries(ctx)}>
            <TextArea name="cancelReason" label="Why?" hint="They read this. It does not count as an answer." rows={2} {...say} />
            <Button classes="govuk-button--warning">No longer ask {request.agency}</Button>
          </Form>
        </>
      ) : null}
    </>,
  );
}

function WhatTheyRead({ request }: { request: RequestLine }) {
  return (
    <>
      <h2 class="govuk-heading-m">What they read</h2>
      <blockquote class="gt-quote">{request.whatWeAsk}</blockquote>
      <ul class="govuk-list">
        {request.people.map((one) => (
          <li>
            {one.name} ({one.part}), {one.addressTold ? 'with the address' : 'without an address'}
          </li>
        ))}
      </ul>
    </>
  );
}

/** What happened with it so far, in order. */
function Course({ request }: { request: RequestLine }) {
  return (
    <>
      <h2 class="govuk-heading-m">What happened so far</h2>
      <ul class="govuk-list govuk-list--bullet">
        <li>
          Asked by {request.askedBy}, {longMoment(request.askedAt)}
        </li>
        {request.acknowledgedAt ? (
          <li>
            Seen by {request.acknowledgedBy}, {longMoment(request.acknowledgedAt)}
          </li>
        ) : null}
        {request.chases.map((one) => (
          <li>
            Reminded {one.how} by {one.by}, {longMoment(new Date(one.at))}
            {one.spokeTo ? `, spoke to ${one.spokeTo}` : ''}
            {one.note ? `: ${one.note}` : ''}
          </li>
        ))}
        {request.answeredAt ? (
          <li>
            {requestStateWords[request.state]} by {request.answeredBy}, {longMoment(request.answeredAt)}
            {request.declineReason ? `: ${request.declineReason}` : ''}
          </li>
        ) : null}
        {request.cancelReason ? <li>No longer asked: {request.cancelReason}</li> : null}
        {request.toldOutcomeAt ? (
          <li>
            Told what became of it, {longMoment(request.toldOutcomeAt)}: {request.toldOutcome}
          </li>
        ) : null}
      </ul>
    </>
  );
}
