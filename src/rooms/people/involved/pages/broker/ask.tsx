import { z } from 'zod';
import type { StaffCtx } from '../../../../../platform/access/ctx.ts';
import { shortMoment } from '../../../../../platform/time/plain-dates.ts';
import { requiredText } from '../../../../../platform/web/fields.ts';
import { Button, Form, TextArea } from '../../../../../platform/web/form-kit.tsx';
import { IdentityBar } from '../../../../../platform/web/patterns/identity-bar.tsx';
import { seeOther, type Again, type Answer, type Asked } from '../../../../../platform/web/route.ts';
import { formCarries, staffView } from '../../../../../platform/web/view.tsx';
import { askBroker } from '../../actions/ask-broker.ts';
import { ownRequests, type OwnRequest } from '../../broker.store.ts';
import { identityOf } from '../../../identity.store.ts';
import { londonDay } from '../../../today.ts';

export const askShape = z.object({ message: requiredText('Say why you ask to be contacted', 1000) });

/** Asks the privacy officer to pass a message on, with what became of earlier ones. The same page for every child: nothing here looks whether there is a service. */
export async function askBrokerPage(ctx: StaffCtx, asked: Asked, again?: Again): Promise<Answer> {
  const identity = await identityOf(ctx, asked.params['id'] ?? '');
  const requests = await ownRequests(ctx, identity.personId);
  const waiting = requests.some((one) => one.decidedAt === null);
  return staffView(
    ctx,
    {
      title: 'Ask to be contacted',
      errors: again?.errors ?? [],
      breadcrumbs: [
        { href: `/people/${identity.personId}`, label: identity.name },
        { href: `/people/${identity.personId}/involved`, label: 'Who is involved' },
        { label: 'Ask to be contacted' },
      ],
    },
    <>
      <h1 class="govuk-heading-l">Ask a service that may not be shown to contact you</h1>
      <IdentityBar {...identity.bar} />
      <p class="govuk-body">
        We cannot tell you whether a sexual health, mental health or substance misuse service works with {identity.name}. That is so for
        every child. The privacy officer can pass on a message. If such a service works with {identity.name}, it reads it and decides
        whether to contact you. If none does, nobody reads it. You will not learn which.
      </p>
      <p class="govuk-body">If a child may be in danger now, do not wait for an answer: ring 999, or the front door.</p>
      {waiting ? null : (
        <Form action={`/people/${identity.personId}/ask-broker`} {...formCarries(ctx)}>
          <TextArea
            name="message"
            label="Why you ask to be contacted"
            hint="Your name, role, telephone and email are sent with it. Write only what the service needs in order to decide."
            values={again?.values}
            errors={again?.errors}
          />
          <Button>Ask the privacy officer</Button>
        </Form>
      )}
      {requests.length > 0 ? <h2 class="govuk-heading-m">What you asked</h2> : null}
      {requests.map((one) => (
        <Request ctx={ctx} one={one} />
      ))}
    </>,
  );
}

function Request({ ctx, one }: { ctx: StaffCtx; one: OwnRequest }) {
  const today = londonDay(ctx);
  return (
    <section>
      <h3 class="govuk-heading-s">Asked {shortMoment(one.askedAt, today)}</h3>
      <p class="govuk-body gt-as-typed">{one.message}</p>
      <p class="govuk-body">{stateOf(one, today)}</p>
      {one.replies.map((reply) => (
        <p class="govuk-body">
          <strong>
            {reply.by}, {reply.agency}
            {reply.phone ? `, ${reply.phone}` : ''}
          </strong>
          : {reply.reply}
        </p>
      ))}
    </section>
  );
}

function stateOf(one: OwnRequest, today: string): string {
  if (one.decidedAt === null) return 'The privacy officer has not decided yet.';
  const when = shortMoment(one.decidedAt, today);
  if (one.decision !== 'passed on') return `Not passed on, ${when}. ${one.decisionNote ?? ''}`;
  return `Passed on, ${when}, to any service there may be. Hearing nothing tells you nothing.`;
}

export async function takeAsk(ctx: StaffCtx, data: z.output<typeof askShape>, asked: Asked): Promise<Answer> {
  const id = asked.params['id'] ?? '';
  await askBroker(ctx, id, data.message);
  return seeOther(`/people/${id}/ask-broker`, 'Your request is with the privacy officer');
}
