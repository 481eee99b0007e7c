import { z } from 'zod';
import { saw, type StaffCtx } from '../../../../../platform/access/ctx.ts';
import { longMoment } from '../../../../../platform/time/plain-dates.ts';
import { oneOf, optionalText } from '../../../../../platform/web/fields.ts';
import { Button, Choice, Form, TextArea, type FieldState } from '../../../../../platform/web/form-kit.tsx';
import { EmptyList, ListSummary } from '../../../../../platform/web/patterns/list-summary.tsx';
import { clockTime } from '../../../../../platform/time/plain-dates.ts';
import { seeOther, type Again, type Answer, type Asked } from '../../../../../platform/web/route.ts';
import { formCarries, staffView } from '../../../../../platform/web/view.tsx';
import { answerInvitation } from '../../actions/answer-invitation.ts';
import { answerLeadOffer } from '../../actions/answer-lead-offer.ts';
import { peopleBehind, waitingFor } from '../../lead.store.ts';

export const answerShape = z.object({ answer: oneOf(['accept', 'decline'], 'Select accept or decline'), reason: optionalText(1000) });

/** What waits for the person's own answer: to lead a plan, to join a team around a family. */
export const invitationsPage = (ctx: StaffCtx, asked: Asked): Promise<Answer> => view(ctx, asked, {});
export const invitationsAgain = (ctx: StaffCtx, again: Again, asked: Asked): Promise<Answer> => view(ctx, asked, again);

async function view(ctx: StaffCtx, asked: Asked, state: FieldState): Promise<Answer> {
  const { offers, invites } = await waitingFor(ctx);
  const count = offers.length + invites.length;
  const mine = asked.params['offerId'] ?? asked.params['memberId'];
  const cards = [
    ...offers.map((offer) => ({ ...offer, what: `${offer.by_name} asks you to be lead professional (chosen by ${offer.chosen_by})`, action: `/invitations/lead/${offer.id}` })),
    ...invites.map((invite) => ({ ...invite, what: `${invite.by_name} invites you to a team around a family as ${invite.part}`, action: `/invitations/team/${invite.id}` })),
  ];
  const shown = [];
  for (const card of cards) {
    const people = await peopleBehind(ctx, card.episode_id);
    saw(ctx, ...people.map((person) => person.personId));
    shown.push({ ...card, people });
  }
  return staffView(ctx, { title: 'Invitations', breadcrumbs: [{ href: '/families', label: 'Families' }, { label: 'Invitations' }], ...(state.errors ? { errors: state.errors } : {}) }, (
    <>
      <h1 class="govuk-heading-l">Invitations</h1>
      <ListSummary count={count} noun={['invitation', 'invitations']} filter="waiting for your answer" asOf={`${clockTime(ctx.now)} today`} />
      {count === 0 ? <EmptyList why="Nobody is waiting for your answer." whatToDo={<a class="govuk-link" href="/families">Go to your families</a>} /> : null}
      {shown.map((card) => (
        <section>
          <h2 class="govuk-heading-m">{card.what}</h2>
          <p class="govuk-body">{longMoment(card.at)}. About: {card.people.length > 0 ? card.people.map((person) => person.name).join(', ') : 'people not open to you'}</p>
          <p class="govuk-body gt-as-typed">{card.note}</p>
          <Form action={card.action} {...formCarries(ctx)}>
            <Choice name="answer" legend="Your answer" inline items={[{ value: 'accept', text: 'Accept' }, { value: 'decline', text: 'Decline' }]} {...(mine === card.id ? state : {})} />
            <TextArea name="reason" label="If you decline: why?" rows={2} {...(mine === card.id ? state : {})} />
            <Button>Answer</Button>
          </Form>
        </section>
      ))}
    </>
  ));
}

type Given = z.output<typeof answerShape>;
const answered = (episodeId: string, data: Given): Answer =>
  (data.answer === 'accept' ? seeOther(`/early-help/${episodeId}`, 'Thank you. The work is open to you now.') : seeOther('/invitations', 'Declined. Whoever asked has been told.'));

export async function takeLeadAnswer(ctx: StaffCtx, data: Given, asked: Asked): Promise<Answer> {
  return answered(await answerLeadOffer(ctx, asked.params['offerId'] ?? '', { accept: data.answer === 'accept', reason: data.reason }), data);
}
export async function takeTeamAnswer(ctx: StaffCtx, data: Given, asked: Asked): Promise<Answer> {
  return answered(await answerInvitation(ctx, asked.params['memberId'] ?? '', { accept: data.answer === 'accept', reason: data.reason }), data);
}
