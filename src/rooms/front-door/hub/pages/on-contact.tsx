import { may, type StaffCtx } from '../../../../platform/access/ctx.ts';
import { londonDate } from '../../../../platform/time/london.ts';
import { shortMoment } from '../../../../platform/time/plain-dates.ts';
import { enquiryStateWords, type EnquiryState, type Rag } from '../enquiry.ts';
import { enquiriesAbout, type EnquiryWithReturns } from '../enquiry.store.ts';
import { RagTag } from './rag-tag.tsx';

export interface HubOfContact {
  enquiries: EnquiryWithReturns[];
}

/** What the page of a contact says of the hub; nothing for those the contact was passed to. */
export async function hubOfContact(ctx: StaffCtx, contactId: string): Promise<HubOfContact> {
  return { enquiries: may(ctx, 'front-door.queue') ? await enquiriesAbout(ctx, contactId) : [] };
}

/** The hub's part of a contact: the enquiry there is, with its answers in and out, or the way to open one. */
export function HubPart({ ctx, contact, hub }: { ctx: StaffCtx; contact: { id: string; state: string }; hub: HubOfContact }) {
  const { enquiries } = hub;
  return (
    <>
      {enquiries.map((one) => (
        <div class="gt-card">
          <h3 class="govuk-heading-s">
            <a class="govuk-link" href={`/front-door/hub/${one.id}`}>
              Hub enquiry
            </a>{' '}
            <RagTag rag={one.rag as Rag} />
          </h3>
          <p class="govuk-body">
            {enquiryStateWords[one.state as EnquiryState]}.{' '}
            {one.closed_at === null && one.asked > 0
              ? `${one.answered} of ${one.asked} returns in${one.overdue > 0 ? `, ${one.overdue} overdue` : ''}.`
              : ''}
          </p>
          {one.dueAt ? (
            <p class="govuk-body">
              {one.dueAt < ctx.now ? <strong>Overdue: decision was due</strong> : 'Decision due'}{' '}
              {shortMoment(one.dueAt, londonDate(ctx.now))}.
            </p>
          ) : null}
        </div>
      ))}
      {contact.state === 'SCREENING' && may(ctx, 'front-door.screen') && enquiries.every((one) => one.closed_at !== null) ? (
        <p class="govuk-body">
          <a class="govuk-link" href={`/front-door/contacts/${contact.id}/hub`} data-shortcut="h">
            Ask the hub for a multi-agency picture
          </a>
        </p>
      ) : null}
    </>
  );
}

/** In the queue: how many answers are in of those asked. */
export function HubInQueue({
  standing,
}: {
  standing: { enquiryId: string; asked: number; answered: number; overdue: number } | undefined;
}) {
  if (!standing) return null;
  return (
    <>
      <br />
      <a class="govuk-link gt-small" href={`/front-door/hub/${standing.enquiryId}`}>
        {standing.asked === 0
          ? 'Nobody asked'
          : `${standing.answered} of ${standing.asked} returns in${standing.overdue > 0 ? `, ${standing.overdue} overdue` : ''}`}
      </a>
    </>
  );
}
