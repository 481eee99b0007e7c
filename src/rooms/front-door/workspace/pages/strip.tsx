import { may, type StaffCtx } from '../../../../platform/access/ctx.ts';
import { clocksOf } from '../../../../platform/time/clock.store.ts';
import { clockTime, longMoment } from '../../../../platform/time/plain-dates.ts';
import { Button, Form, TextField } from '../../../../platform/web/form-kit.tsx';
import { Details } from '../../../../platform/web/govuk/details.tsx';
import { formCarries } from '../../../../platform/web/view.tsx';
import { isOver, type ContactState } from '../../contact.ts';
import type { ContactRow } from '../../contact.store.ts';
import { consultsAbout } from '../consult.store.ts';
import { runsOutAt } from '../hold.ts';
import { handsOf, type Hold } from '../hold.store.ts';
import { acceptMinutes } from '../protection.ts';
import { protectionOf } from '../protection.store.ts';
import { ConsultFacts, ConsultWords } from './consult/card.tsx';
import { LiveLine } from './live-line.tsx';
import { HandoverFacts } from './protection/page.tsx';

/** Everything the workspace shows of one contact, for whoever works at the front door; null for anybody else. */
export async function workspaceOf(ctx: StaffCtx, contact: ContactRow) {
  if (!may(ctx, 'front-door.screen')) return null;
  const consults = await consultsAbout(ctx, contact.id);
  return {
    contact,
    consults,
    clocks: await clocksOf(
      ctx,
      'consult',
      consults.map((one) => one.id),
    ),
    protection: await protectionOf(ctx, contact.id),
    ...(await handsOf(ctx, contact.id)),
  };
}
type Facts = NonNullable<Awaited<ReturnType<typeof workspaceOf>>>;

/** On a contact: what changed while it is read, until when it is held, who was asked, and whether a hand-over is sent. */
export function WorkspaceStrip({ ctx, facts }: { ctx: StaffCtx; facts: Facts | null }) {
  if (!facts) return null;
  const { contact, consults, clocks, protection } = facts;
  const over = isOver(contact.state as ContactState);
  return (
    <section aria-label="Work on this contact">
      <LiveLine since={facts.change?.number ?? '0'} contactId={contact.id} />
      <p class="govuk-body gt-small">
        {facts.change ? `Last changed ${longMoment(facts.change.at)}${facts.change.by ? ` by ${facts.change.by}` : ''}. ` : ''}
        {contact.held_by && contact.held_since && ['SUBMITTED', 'MATCHING', 'SCREENING'].includes(contact.state)
          ? `Held until ${clockTime(runsOutAt(contact.held_since, facts.minutes))} unless it is worked on. `
          : ''}
        <a class="govuk-link" href="/front-door" data-shortcut="q">
          Back to the queue
        </a>{' '}
        <a class="govuk-link" href="/front-door/keys" data-shortcut="?">
          Keys
        </a>
      </p>
      {protection.map((one) => (
        <HandoverFacts it={one} minutes={acceptMinutes} now={ctx.now} />
      ))}
      {consults.map((one) => (
        <div class="gt-card">
          <h2 class="govuk-heading-s">
            <a class="govuk-link" href={`/consults/${one.id}`}>
              Asked of {one.discipline}
            </a>
          </h2>
          <ConsultFacts consult={one} clocks={clocks.get(one.id)} />
          <ConsultWords consult={one} />
        </div>
      ))}
      {over ? null : (
        <p class="govuk-body">
          <a class="govuk-link" href={`/front-door/contacts/${contact.id}/consult`} data-shortcut="c">
            Ask a discipline for its view
          </a>
        </p>
      )}
      {contact.held_by === ctx.who.staffId && !over ? <HandBack ctx={ctx} id={contact.id} /> : null}
      <Holds holds={facts.holds} />
    </section>
  );
}

function HandBack({ ctx, id }: { ctx: StaffCtx; id: string }) {
  return (
    <Details summaryText="Hand it back to the queue">
      <Form action={`/front-door/contacts/${id}/hand-back`} {...formCarries(ctx)}>
        <TextField name="why" label="What should the next person know?" />
        <Button classes="govuk-button--secondary">Hand it back</Button>
      </Form>
    </Details>
  );
}

function Holds({ holds }: { holds: readonly Hold[] }) {
  const past = holds.filter((one) => one.endedAt !== null);
  if (past.length === 0) return null;
  return (
    <Details summaryText={`Who had it before (${past.length})`}>
      <ul class="govuk-list govuk-list--bullet">
        {past.map((one) => (
          <li>
            {one.name}, from {longMoment(one.takenAt)} to {one.endedAt ? longMoment(one.endedAt) : 'now'}
            {one.endedByName === null ? ': the hold ran out' : one.endedByName === one.name ? '' : `: ended by ${one.endedByName}`}
            {one.why ? `: ${one.why}` : ''}
          </li>
        ))}
      </ul>
    </Details>
  );
}
