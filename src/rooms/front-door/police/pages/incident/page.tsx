import { about, saw, type StaffCtx } from '../../../../../platform/access/ctx.ts';
import { clocksOf } from '../../../../../platform/time/clock.store.ts';
import { londonDate } from '../../../../../platform/time/london.ts';
import { counted, shortMoment } from '../../../../../platform/time/plain-dates.ts';
import { Tag } from '../../../../../platform/web/govuk/tag.tsx';
import { ClockTag } from '../../../../../platform/web/patterns/clock-tag.tsx';
import { seeOther, type Again, type Answer, type Asked } from '../../../../../platform/web/route.ts';
import { candidatesFor } from '../../../../people/index.ts';
import { contactOf, earlierContacts, namedIn } from '../../../contact.store.ts';
import { submittedOf } from '../../../submitted.ts';
import { notNamed } from '../../concern-of.ts';
import { proposalsFor } from '../../joining.store.ts';
import { notificationsOfContact, personsOf } from '../../notification.store.ts';
import { questionsAbout } from '../../question.store.ts';
import { safeRulesOf } from '../../safe-contact.store.ts';
import { tellingsOf } from '../../telling.store.ts';
import { dailyList, incidentBehind, triagesOf, type ListedIncident } from '../../triage.store.ts';
import { ColourTag, frame, toList } from '../frame.tsx';
import { MadeColumn } from './made-column.tsx';
import { PeopleColumn } from './people-column.tsx';
import { ToldColumn } from './told-column.tsx';

/** Everything the page of an incident shows, read once. */
async function incidentFacts(ctx: StaffCtx, incident: ListedIncident) {
  const { contactId } = incident;
  const versions = await notificationsOfContact(ctx, contactId);
  const named = await namedIn(ctx, contactId);
  const personIds = named.flatMap((one) => (one.person_id ? [one.person_id] : []));
  const stand = named.find((one) => one.description === notNamed && !one.person_id);
  about(ctx, 'contact', contactId);
  const offered = stand ? await candidatesFor(ctx, submittedOf(stand, named)) : [];
  saw(ctx, ...personIds, ...offered.map((one) => one.personId));
  return {
    incident,
    versions,
    named,
    offered: offered.filter((one) => !one.contactInstead),
    persons: await personsOf(ctx, incident.notificationId),
    earlier: await earlierContacts(ctx, { id: contactId, received_at: incident.receivedAt }, personIds),
    joins: await proposalsFor(ctx, contactId),
    questions: await questionsAbout(ctx, contactId),
    rules: await safeRulesOf(ctx, contactId),
    tellings: await tellingsOf(ctx, contactId),
    triages: await triagesOf(ctx, contactId),
    clock: (await clocksOf(ctx, 'contact', [contactId])).get(contactId)?.at(-1),
    isClosed: incident.state === 'CLOSED' || incident.state === 'MERGED',
  };
}
export type IncidentFacts = Awaited<ReturnType<typeof incidentFacts>>;

/** One incident: what the police told, who it is about, what is made of it; worked through by keyboard. */
export async function incidentPage(ctx: StaffCtx, asked: Asked, again?: Again): Promise<Answer> {
  const contactId = asked.params['id'] ?? '';
  const incident = await incidentBehind(ctx, contactId);
  if (!incident) return seeOther(`/front-door/contacts/${(await contactOf(ctx, contactId)).id}`);
  const facts = await incidentFacts(ctx, incident);
  const { clock } = facts;
  return frame(
    ctx,
    { title: `${incident.policeRef}, ${incident.reference}`, trail: [toList, { label: incident.policeRef }], errors: again?.errors ?? [] },
    <>
      <h1 class="govuk-heading-l">
        {incident.policeRef}
        <span class="govuk-caption-m">
          {incident.force}, contact {incident.reference}
        </span>
      </h1>
      <div class="govuk-body gt-facts">
        {incident.colour ? <ColourTag colour={incident.colour} /> : <Tag classes="govuk-tag--grey">Not gone through</Tag>}{' '}
        {incident.updated ? <Tag classes="govuk-tag--purple">Told anew</Tag> : null} Happened{' '}
        {shortMoment(incident.incidentAt, londonDate(ctx.now))}, received {shortMoment(incident.receivedAt, londonDate(ctx.now))}.{' '}
        {counted(incident.earlier, 'earlier incident')} at this home in 12 months.{' '}
        {clock ? <ClockTag state={clock.reading.state} words={clock.reading.words} exact={clock.reading.exact} /> : null}
      </div>
      <Neighbours ctx={ctx} rows={await dailyList(ctx)} contactId={incident.contactId} />
      <div class="gt-columns gt-columns--3">
        <ToldColumn ctx={ctx} facts={facts} />
        <PeopleColumn ctx={ctx} facts={facts} again={again} />
        <MadeColumn ctx={ctx} facts={facts} again={again} />
      </div>
    </>,
  );
}

/** The one before and the one after on the day's list, by key. */
function Neighbours({ rows, contactId }: { ctx: StaffCtx; rows: readonly { contactId: string; policeRef: string }[]; contactId: string }) {
  const at = rows.findIndex((one) => one.contactId === contactId);
  if (at < 0) return null;
  const [before, after] = [rows[at - 1], rows[at + 1]];
  return (
    <nav class="govuk-body" aria-label="Along the day’s list">
      {before ? (
        <a class="govuk-link" href={`/front-door/police/${before.contactId}`} data-shortcut="k">
          Before: {before.policeRef}
        </a>
      ) : (
        'The first'
      )}{' '}
      · {at + 1} of {rows.length} ·{' '}
      {after ? (
        <a class="govuk-link" href={`/front-door/police/${after.contactId}`} data-shortcut="j">
          After: {after.policeRef}
        </a>
      ) : (
        'The last'
      )}
    </nav>
  );
}
