import { z } from 'zod';
import type { StaffCtx } from '../../../../../platform/access/ctx.ts';
import { found } from '../../../../../platform/access/refusal.ts';
import { longMoment } from '../../../../../platform/time/plain-dates.ts';
import { oneOf, optionalText } from '../../../../../platform/web/fields.ts';
import { Button, Choice, Form, TextArea, type FieldState } from '../../../../../platform/web/form-kit.tsx';
import { seeOther, type Again, type Answer, type Asked } from '../../../../../platform/web/route.ts';
import { formCarries, staffView } from '../../../../../platform/web/view.tsx';
import { answerInvitation } from '../../actions/answer-invitation.ts';
import { answerLeadOffer } from '../../actions/answer-lead-offer.ts';
import { invitationsOf } from '../../invitations.store.ts';

export const answerShape = z.object({ answer: oneOf(['accept', 'decline'], 'Select accept or decline'), reason: optionalText(1000) });

/** One invitation: what it says, whom it is about, and the answer. */
export const invitationPage = (ctx: StaffCtx, asked: Asked): Promise<Answer> => view(ctx, asked, {});
export const invitationAgain = (ctx: StaffCtx, again: Again, asked: Asked): Promise<Answer> => view(ctx, asked, again);

const answers = [
  { value: 'accept', text: 'Accept' },
  { value: 'decline', text: 'Decline' },
];

async function view(ctx: StaffCtx, asked: Asked, state: FieldState): Promise<Answer> {
  const id = asked.params['offerId'] ?? asked.params['memberId'];
  const one = found((await invitationsOf(ctx)).find((invitation) => invitation.id === id));
  const trail = [{ href: '/invitations', label: 'Invitations' }, { label: 'Answer' }];
  return staffView(
    ctx,
    { title: 'Answer an invitation', breadcrumbs: trail, ...(state.errors ? { errors: state.errors } : {}) },
    <>
      <h1 class="govuk-heading-l">{one.what}</h1>
      <p class="govuk-body">
        {longMoment(one.at)}. About: {one.about}
      </p>
      <p class="govuk-body gt-as-typed">{one.note}</p>
      <p class="govuk-body">The work itself opens to you when you accept, and closes when you leave.</p>
      <Form action={one.href} {...formCarries(ctx)}>
        <Choice name="answer" legend="Your answer" inline items={answers} {...state} />
        <TextArea name="reason" label="If you decline: why?" rows={2} {...state} />
        <Button>Answer</Button>
      </Form>
    </>,
  );
}

type Given = z.output<typeof answerShape>;
const answered = (episodeId: string, data: Given): Answer =>
  data.answer === 'accept'
    ? seeOther(`/early-help/${episodeId}`, 'Thank you. The work is open to you now.')
    : seeOther('/invitations', 'Declined. Whoever asked has been told.');

export async function takeLeadAnswer(ctx: StaffCtx, data: Given, asked: Asked): Promise<Answer> {
  const given = { accept: data.answer === 'accept', reason: data.reason };
  return answered(await answerLeadOffer(ctx, asked.params['offerId'] ?? '', given), data);
}
export async function takeTeamAnswer(ctx: StaffCtx, data: Given, asked: Asked): Promise<Answer> {
  const given = { accept: data.answer === 'accept', reason: data.reason };
  return answered(await answerInvitation(ctx, asked.params['memberId'] ?? '', given), data);
}
