import { z } from 'zod';
import { may, saw, type StaffCtx } from '../../../../../platform/access/ctx.ts';
import { clockTime, longMoment } from '../../../../../platform/time/plain-dates.ts';
import { requiredText } from '../../../../../platform/web/fields.ts';
import { Button, Form, TextArea, TextField } from '../../../../../platform/web/form-kit.tsx';
import { Details } from '../../../../../platform/web/govuk/details.tsx';
import { Tag } from '../../../../../platform/web/govuk/tag.tsx';
import { EmptyList, ListSummary } from '../../../../../platform/web/patterns/list-summary.tsx';
import { seeOther, type Again, type Answer, type Asked } from '../../../../../platform/web/route.ts';
import { formCarries, staffView } from '../../../../../platform/web/view.tsx';
import { Places } from '../../../places.tsx';
import { recordCall } from '../../actions/record-call.ts';
import { acceptMinutes, escalatesAt, standingOf } from '../../protection.ts';
import { protectionHandovers, type ProtectionHandover } from '../../protection.store.ts';
import { minutesOf } from '../../setting.store.ts';

export const callShape = z.object({
  spokeTo: requiredText('Enter whom you spoke to', 200),
  said: requiredText('Enter what was said and agreed', 1000),
});

/** Hand-overs to child protection: which are sent, and which nobody has accepted. */
export const protectionPage = (ctx: StaffCtx, asked: Asked): Promise<Answer> => view(ctx, asked, { values: {}, errors: [] });
export const protectionAgain = (ctx: StaffCtx, again: Again, asked: Asked): Promise<Answer> => view(ctx, asked, again);

async function view(ctx: StaffCtx, asked: Asked, again: Again): Promise<Answer> {
  const show = asked.query['show'] === 'sent' ? 'sent' : 'waiting';
  const rows = await protectionHandovers(ctx, show);
  const minutes = await minutesOf(ctx, 'protection-accept-minutes', acceptMinutes);
  saw(ctx, ...rows.map((one) => one.personId));
  const filter = show === 'sent' ? 'accepted in the last seven days' : 'not accepted, so not sent';
  return staffView(
    ctx,
    {
      title: 'Hand-over to child protection',
      errors: again.errors,
      breadcrumbs: [
        may(ctx, 'front-door.queue') ? { href: '/front-door', label: 'Front door' } : { href: '/today', label: 'Today' },
        { label: 'Hand-over to child protection' },
      ],
    },
    <>
      <h1 class="govuk-heading-l">Hand-over to child protection</h1>
      <Places ctx={ctx} here="/front-door/protection" />
      <p class="govuk-body">
        A hand-over is not sent until somebody in the team has accepted it. After {minutes} minutes without an answer the team, the front
        door and the head of service are told. Whoever hands over goes on being responsible until it is accepted.
      </p>
      <nav aria-label="Which hand-overs">
        <ul class="gt-tabs">
          <li>
            <a class="govuk-link" href="/front-door/protection" aria-current={show === 'waiting' ? 'page' : undefined}>
              Not accepted
            </a>
          </li>
          <li>
            <a class="govuk-link" href="/front-door/protection?show=sent" aria-current={show === 'sent' ? 'page' : undefined}>
              Accepted
            </a>
          </li>
        </ul>
      </nav>
      <ListSummary
        count={rows.length}
        noun={['hand-over', 'hand-overs']}
        filter={filter}
        sort={show === 'sent' ? 'newest first' : 'oldest first'}
        asOf={`${clockTime(ctx.now)} today`}
      />
      {rows.length === 0 ? (
        <EmptyList why={`No hand-over is ${filter}.`} whatToDo="A decision for an immediate strategy discussion hands a child over." />
      ) : (
        rows.map((one) => <OneHandover ctx={ctx} it={one} minutes={minutes} again={asked.params['id'] === one.id ? again : null} />)
      )}
    </>,
  );
}

function OneHandover({ ctx, it, minutes, again }: { ctx: StaffCtx; it: ProtectionHandover; minutes: number; again: Again | null }) {
  return (
    <section class="gt-card">
      <h2 class="govuk-heading-m">{it.child}</h2>
      <HandoverFacts it={it} minutes={minutes} now={ctx.now} />
      {it.reference && may(ctx, 'front-door.queue') ? (
        <p class="govuk-body">
          <a class="govuk-link" href={`/front-door/contacts/${it.contactId}`}>
            Contact {it.reference}
          </a>
        </p>
      ) : null}
      {it.calls.map((call) => (
        <p class="govuk-body gt-note">
          {call.by} spoke to {call.spokeTo}: {call.said}
          <br />
          <span class="gt-small">{longMoment(new Date(call.at))}</span>
        </p>
      ))}
      {it.acceptedAt ? null : <StillWaiting ctx={ctx} it={it} again={again} />}
    </section>
  );
}

/** Sent or not, who has it, until when it is waited for. */
export function HandoverFacts({ it, minutes, now }: { it: ProtectionHandover; minutes: number; now: Date }) {
  const standing = standingOf(it);
  const until = escalatesAt(it.offeredAt, minutes);
  return (
    <p class="govuk-body">
      <Tag classes={standing === 'sent' ? 'govuk-tag--green' : 'govuk-tag--red'}>
        {standing === 'sent' ? 'Sent' : standing === 'not sent' ? 'Not sent' : 'Not sent: managers told'}
      </Tag>{' '}
      Handed to {it.team} by {it.offeredBy}, {longMoment(it.offeredAt)}.{' '}
      {it.acceptedAt
        ? `Accepted by ${it.acceptedBy ?? 'somebody there'}, ${longMoment(it.acceptedAt)}.`
        : it.escalatedAt
          ? `Nobody accepted it; managers were told at ${clockTime(it.escalatedAt)}.`
          : until > now
            ? `Managers are told at ${clockTime(until)} unless somebody accepts it.`
            : 'Managers are being told.'}
    </p>
  );
}

function StillWaiting({ ctx, it, again }: { ctx: StaffCtx; it: ProtectionHandover; again: Again | null }) {
  const teams = ctx.who.memberships.map((one) => one.teamId);
  return (
    <>
      {may(ctx, 'referral.accept') && teams.includes(it.teamId) ? (
        <p class="govuk-body">
          <a class="govuk-link" href={`/referrals/strategy/${it.strategyId}/accept`}>
            Accept it<span class="govuk-visually-hidden">: {it.child}</span>
          </a>
        </p>
      ) : null}
      <Details summaryText={`Rang ${it.team}${it.teamPhone ? ` (${it.teamPhone})` : ''}? Write it down`} open={again !== null}>
        <Form action={`/front-door/protection/${it.id}/call`} {...formCarries(ctx)}>
          <TextField name="spokeTo" label="Whom did you speak to?" width={20} {...again} />
          <TextArea name="said" label="What was said and agreed?" rows={2} {...again} />
          <Button classes="govuk-button--secondary">Write it down</Button>
        </Form>
      </Details>
    </>
  );
}

/** Takes a call. */
export async function takeCall(ctx: StaffCtx, data: z.output<typeof callShape>, asked: Asked): Promise<Answer> {
  await recordCall(ctx, asked.params['id'] ?? '', data);
  return seeOther('/front-door/protection', 'Written down. It is still not sent until somebody accepts it.');
}
