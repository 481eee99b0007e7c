import { z } from 'zod';
import type { StaffCtx } from '../../../../../platform/access/ctx.ts';
import { oneOf, requiredText } from '../../../../../platform/web/fields.ts';
import { Button, Choice, Form, TextArea } from '../../../../../platform/web/form-kit.tsx';
import { seeOther, type Again, type Answer, type Asked } from '../../../../../platform/web/route.ts';
import { formCarries, staffView } from '../../../../../platform/web/view.tsx';
import { requestMoved, type RequestState } from '../../../hub/enquiry.ts';
import { acknowledge } from '../../actions/acknowledge.ts';
import { decline } from '../../actions/decline.ts';
import { sayNothingKnown } from '../../actions/say-nothing-known.ts';
import { requestAsked } from '../../asked.store.ts';
import { declineKeys, declineReasons } from '../../return.ts';
import { People } from '../about-people.tsx';

const idOf = (asked: Asked): string => asked.params['id'] ?? '';
const trail = (id: string, whom: string, label: string) => [
  { href: '/asked-of-us', label: 'Asked of us' },
  { href: `/asked-of-us/${id}`, label: whom },
  { label },
];

/** Confirms that nothing is known of anyone: one more key, because it is an answer. */
export async function nothingKnownPage(ctx: StaffCtx, asked: Asked): Promise<Answer> {
  const { request, people } = await requestAsked(ctx, idOf(asked));
  requestMoved(request.state as RequestState, 'say nothing is known');
  return staffView(
    ctx,
    { title: 'We know nothing of them', breadcrumbs: trail(request.id, people.map((one) => one.name).join(', '), 'Nothing known') },
    <>
      <h1 class="govuk-heading-l">We know nothing of them</h1>
      <People ctx={ctx} people={people} />
      <p class="govuk-body">
        The hub reads that your agency looked and knows nothing of anyone in this list. If you know one of them, answer the questions
        instead.
      </p>
      <Form action={`/asked-of-us/${request.id}/nothing-known`} {...formCarries(ctx)}>
        <div class="gt-toolbar">
          <Button attributes={{ 'data-shortcut': 'r' }}>Tell the hub: nothing known</Button>
          <Button href={`/asked-of-us/${request.id}/answer`} classes="govuk-button--secondary" attributes={{ 'data-shortcut': 'a' }}>
            Answer the questions instead
          </Button>
        </div>
      </Form>
    </>,
  );
}

/** Says nothing is known, and goes back to the list for the next. */
export async function takeNothingKnown(ctx: StaffCtx, _nothing: unknown, asked: Asked): Promise<Answer> {
  await sayNothingKnown(ctx, idOf(asked));
  return seeOther('/asked-of-us', 'The hub is told that you know nothing of them');
}

export async function takeAcknowledge(ctx: StaffCtx, _nothing: unknown, asked: Asked): Promise<Answer> {
  await acknowledge(ctx, idOf(asked));
  return seeOther(`/asked-of-us/${idOf(asked)}`, 'The hub sees that you have it');
}

export const declineShape = z.object({
  reason: oneOf(declineKeys, 'Select why you do not share'),
  words: requiredText('Enter what the hub should know about that', 1000),
});

/** The form for a reasoned no. */
export const declinePage = (ctx: StaffCtx, asked: Asked): Promise<Answer> => declining(ctx, asked, { values: {}, errors: [] });
export const declineAgain = (ctx: StaffCtx, again: Again, asked: Asked): Promise<Answer> => declining(ctx, asked, again);

async function declining(ctx: StaffCtx, asked: Asked, { values, errors }: Again): Promise<Answer> {
  const { request, people } = await requestAsked(ctx, idOf(asked));
  requestMoved(request.state as RequestState, 'decline');
  const whom = people.map((one) => one.name).join(', ');
  return staffView(
    ctx,
    { title: 'We do not share this', errors, breadcrumbs: trail(request.id, whom, 'Not shared') },
    <>
      <h1 class="govuk-heading-l">We do not share this</h1>
      <p class="govuk-body">
        Asked about {whom}. The hub reads the reason and may speak to you. Where sharing part of it would be right, answer the questions and
        keep the rest back.
      </p>
      <Form action={`/asked-of-us/${request.id}/decline`} {...formCarries(ctx)}>
        <Choice
          name="reason"
          legend="Why?"
          items={declineKeys.map((value) => ({ value, text: declineReasons[value] }))}
          values={values}
          errors={errors}
        />
        <TextArea
          name="words"
          label="What should the hub know about that?"
          hint="Not the information itself: the hub reads this"
          rows={3}
          values={values}
          errors={errors}
        />
        <Button>Tell the hub</Button>
      </Form>
    </>,
  );
}

export async function takeDecline(ctx: StaffCtx, form: z.output<typeof declineShape>, asked: Asked): Promise<Answer> {
  await decline(ctx, idOf(asked), form);
  return seeOther(`/asked-of-us/${idOf(asked)}`, 'The hub is told that you do not share, and why');
}
