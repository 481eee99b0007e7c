import { about, may, saw, type StaffCtx } from '../../../../platform/access/ctx.ts';
import { clocksOf } from '../../../../platform/time/clock.store.ts';
import { longMoment } from '../../../../platform/time/plain-dates.ts';
import { Tag } from '../../../../platform/web/govuk/tag.tsx';
import { Button, Form } from '../../../../platform/web/form-kit.tsx';
import { ClockTag } from '../../../../platform/web/patterns/clock-tag.tsx';
import type { Answer, Asked } from '../../../../platform/web/route.ts';
import { formCarries, staffView } from '../../../../platform/web/view.tsx';
import { openWorkFor } from '../../../casework/index.ts';
import { stateWords, type ContactState } from '../../contact.ts';
import { contactOf, earlierContacts, namedIn } from '../../contact.store.ts';
import { notificationsAbout } from '../../../../platform/notify/notification.store.ts';
import { decisionsOf, feedbackOf, handoversOf, notesOf, questionsOf } from '../../decision.store.ts';
import { filesOf } from '../../file.store.ts';
import { waitsFor } from '../../closing.ts';
import { hubOfContact } from '../../hub/pages/on-contact.tsx';
import { WorkspaceStrip, workspaceOf } from '../../workspace/pages/strip.tsx';
import { PoliceLink } from '../../police/police-link.tsx';
import { DecisionColumn } from './decision-column.tsx';
import { PeopleColumn } from './people-column.tsx';
import { ReferrerColumn } from './referrer-column.tsx';
import { calledOfRow } from '../../submitted.ts';
import { wayInSummary } from '../../ways-in/summary.store.ts';
import { WayInLine } from '../../ways-in/summary.tsx';

/** Everything the contact page shows, read once. */
export async function contactFacts(ctx: StaffCtx, id: string) {
  const contact = await contactOf(ctx, id);
  const named = await namedIn(ctx, contact.id);
  const personIds = named.flatMap((one) => (one.person_id ? [one.person_id] : []));
  about(ctx, 'contact', contact.id);
  saw(ctx, ...personIds);
  const wayIn = await wayInSummary(ctx, contact.id);
  return {
    contact,
    named,
    personIds,
    files: await filesOf(ctx, 'contact', contact.id),
    earlier: await earlierContacts(ctx, contact, personIds),
    openWork: await openWorkFor(ctx, personIds),
    decisions: await decisionsOf(ctx, contact.id),
    handovers: await handoversOf(ctx, contact.id),
    hub: await hubOfContact(ctx, contact.id),
    notes: await notesOf(ctx, contact.id),
    questions: await questionsOf(ctx, contact.id),
    feedback: await feedbackOf(ctx, contact.id),
    messages: await notificationsAbout(ctx, 'contact', [contact.id]),
    wayIn,
    categories: wayIn?.categories ?? [],
    clock: (await clocksOf(ctx, 'contact', [contact.id])).get(contact.id)?.at(-1),
    workspace: await workspaceOf(ctx, contact),
    waits: contact.state === 'DECIDED' ? await waitsFor(ctx, contact.id) : [],
  };
}
export type ContactFacts = Awaited<ReturnType<typeof contactFacts>>;

/** A contact: what was said, who it is about, and the decision being built, side by side. */
export async function contactPage(ctx: StaffCtx, asked: Asked): Promise<Answer> {
  const facts = await contactFacts(ctx, asked.params['id'] ?? '');
  const { contact, clock } = facts;
  const children = facts.named
    .filter((one) => one.part !== 'adult')
    .map(calledOfRow)
    .join(' and ');
  return staffView(
    ctx,
    {
      title: `${contact.reference}: ${children}`,
      wide: true,
      breadcrumbs: [cameFrom(ctx), { label: `Contact ${contact.reference}` }],
    },
    <>
      <h1 class="govuk-heading-l">
        {contact.reference}: {children}
      </h1>
      <div class="govuk-body gt-facts">
        <Tag>{stateWords[contact.state as ContactState]}</Tag>{' '}
        {contact.immediate_danger ? <Tag classes="govuk-tag--red">Immediate danger</Tag> : null} Received {longMoment(contact.received_at)}.{' '}
        {clock ? <ClockTag state={clock.reading.state} words={clock.reading.words} exact={clock.reading.exact} /> : null}
      </div>
      <PoliceLink ctx={ctx} contact={contact} />
      {contact.risk_to_worker ? (
        <p class="govuk-body">
          <strong>Risk on a visit:</strong> {contact.risk_to_worker}
        </p>
      ) : null}
      <WayInLine ctx={ctx} contactId={contact.id} summary={facts.wayIn} />
      <HeldBy ctx={ctx} facts={facts} />
      <WorkspaceStrip ctx={ctx} facts={facts.workspace} />
      <div class="gt-columns gt-columns--3">
        <ReferrerColumn facts={facts} />
        <PeopleColumn ctx={ctx} facts={facts} />
        <DecisionColumn ctx={ctx} facts={facts} />
      </div>
    </>,
  );
}

function HeldBy({ ctx, facts }: { ctx: StaffCtx; facts: ContactFacts }) {
  const { contact } = facts;
  if (contact.closed_at || !may(ctx, 'front-door.screen')) return null;
  const mine = contact.held_by === ctx.who.staffId;
  return (
    <Form action={`/front-door/contacts/${contact.id}/hold`} {...formCarries(ctx)} classes="gt-inline-form">
      <input type="hidden" name="hold" value={mine ? 'no' : 'yes'} />
      <span class="govuk-body">
        {mine ? 'You are working on this.' : contact.held_by ? 'A colleague is working on this.' : 'Nobody is working on this.'}
      </span>{' '}
      <Button classes="govuk-button--secondary" attributes={{ 'data-shortcut': 'h' }}>
        {mine ? 'Let it go' : 'Take it'}
      </Button>
    </Form>
  );
}

/** The list this reader came from: the queue, or what was passed to them. */
const cameFrom = (ctx: StaffCtx): { href: string; label: string } =>
  may(ctx, 'front-door.queue') ? { href: '/front-door', label: 'Front door' } : { href: '/passed-to-you', label: 'Passed to you' };
