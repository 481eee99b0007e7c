import { z } from 'zod';
import { about, may, type StaffCtx } from '../../../../../platform/access/ctx.ts';
import { clockTime, longMoment } from '../../../../../platform/time/plain-dates.ts';
import { id, oneOf, optionalId, optionalText, requiredText } from '../../../../../platform/web/fields.ts';
import { Button, Form, SelectField, TextField } from '../../../../../platform/web/form-kit.tsx';
import { seeOther, type Again, type Answer, type Asked } from '../../../../../platform/web/route.ts';
import { formCarries, staffView } from '../../../../../platform/web/view.tsx';
import { answerOffer } from '../../actions/answer-offer.ts';
import { offerTurn } from '../../actions/offer-turn.ts';
import { takeTurnOff } from '../../actions/take-turn-off.ts';
import { disciplineWords } from '../../disciplines.codes.ts';
import { colleaguesOf, turnOf, type Colleague, type WholeTurn } from '../../duty.store.ts';
import { Person } from './page.tsx';

export const withdrawShape = z.object({ why: requiredText('Enter why it is taken off', 300), coverId: optionalId() });
export const offerShape = z.object({ to: id('Select whom you ask'), why: optionalText(300) });
export const offerAnswerShape = z.object({ answer: oneOf(['yes', 'no'], 'Select yes or no') });

/** One turn: who has it, who was asked to take it, and what may be done with it. */
export const turnPage = (ctx: StaffCtx, asked: Asked): Promise<Answer> => view(ctx, asked, { values: {}, errors: [] });
export const turnAgain = (ctx: StaffCtx, again: Again, asked: Asked): Promise<Answer> => view(ctx, asked, again);

async function view(ctx: StaffCtx, asked: Asked, again: Again): Promise<Answer> {
  const turn = await turnOf(ctx, asked.params['id'] ?? '');
  about(ctx, 'duty-slot', turn.id);
  const colleagues = (await colleaguesOf(ctx, turn.discipline)).filter((one) => one.id !== turn.staffId);
  const open = !turn.withdrawnAt && turn.endsAt > ctx.now;
  return staffView(
    ctx,
    {
      title: `${disciplineWords(turn.discipline)}: ${turn.name}`,
      errors: again.errors,
      breadcrumbs: [{ href: '/front-door/rota', label: 'Duty rota' }, { label: disciplineWords(turn.discipline) }],
    },
    <>
      <h1 class="govuk-heading-l">
        {disciplineWords(turn.discipline)}, {longMoment(turn.startsAt)} to {clockTime(turn.endsAt)}
      </h1>
      <p class="govuk-body">
        On duty: <Person turn={turn} />. Put on the rota by {turn.rosteredBy}.
        {turn.standsInFor ? ' This turn took the place of another.' : ''}
      </p>
      {turn.withdrawnAt ? (
        <p class="govuk-body">
          Off the rota since {longMoment(turn.withdrawnAt)}: {turn.withdrawnBecause}.
        </p>
      ) : null}
      <Asked turn={turn} />
      {open && turn.staffId === ctx.who.staffId ? <Offer ctx={ctx} turn={turn} colleagues={colleagues} again={again} /> : null}
      {open && may(ctx, 'duty.roster') ? <Withdraw ctx={ctx} turn={turn} colleagues={colleagues} again={again} /> : null}
    </>,
  );
}

function Asked({ turn }: { turn: WholeTurn }) {
  if (turn.swap.length === 0) return null;
  return (
    <ul class="govuk-list">
      {turn.swap.map((one) => (
        <li>
          {one.askedOfName} was asked to take it, {longMoment(new Date(one.askedAt))}:{' '}
          {one.accepted === null ? 'no answer yet, so the turn stays where it is' : one.accepted ? 'yes' : 'no'}.
        </li>
      ))}
    </ul>
  );
}

interface Part {
  ctx: StaffCtx;
  turn: WholeTurn;
  colleagues: readonly Colleague[];
  again: Again;
}
const choice = (one: Colleague) => ({ value: one.id, text: `${one.name}, ${one.place}` });

function Offer({ ctx, turn, colleagues, again }: Part) {
  return (
    <Form action={`/front-door/rota/${turn.id}/swap`} {...formCarries(ctx)}>
      <h2 class="govuk-heading-m">Ask somebody to take it</h2>
      <SelectField name="to" label="Whom do you ask?" items={colleagues.map(choice)} {...again} />
      <TextField name="why" label="What do you tell them?" hint="You need not say why" {...again} />
      <Button classes="govuk-button--secondary">Ask</Button>
    </Form>
  );
}

function Withdraw({ ctx, turn, colleagues, again }: Part) {
  return (
    <Form action={`/front-door/rota/${turn.id}/withdraw`} {...formCarries(ctx)}>
      <h2 class="govuk-heading-m">Change it</h2>
      <SelectField
        name="coverId"
        label="Who has it instead?"
        empty="Nobody: the rota shows a gap"
        items={colleagues.map(choice)}
        {...again}
      />
      <TextField name="why" label="Why?" hint="For example unwell, at court" {...again} />
      <Button classes="govuk-button--secondary">Change the turn</Button>
    </Form>
  );
}

/** Takes a change by the manager. */
export async function takeWithdraw(ctx: StaffCtx, data: z.output<typeof withdrawShape>, asked: Asked): Promise<Answer> {
  await takeTurnOff(ctx, asked.params['id'] ?? '', data);
  return seeOther('/front-door/rota', data.coverId ? 'The turn is covered' : 'Off the rota. The gap is shown.');
}

/** Takes the request to a colleague. */
export async function takeOffer(ctx: StaffCtx, data: z.output<typeof offerShape>, asked: Asked): Promise<Answer> {
  const at = asked.params['id'] ?? '';
  await offerTurn(ctx, at, data.to, data.why);
  return seeOther(`/front-door/rota/${at}`, 'Asked. The turn stays yours until they say yes.');
}

/** Takes their answer. */
export async function takeOfferAnswer(ctx: StaffCtx, data: z.output<typeof offerAnswerShape>, asked: Asked): Promise<Answer> {
  await answerOffer(ctx, asked.params['id'] ?? '', data.answer === 'yes');
  return seeOther('/on-duty', data.answer === 'yes' ? 'The turn is yours' : 'Declined. The turn stays where it was.');
}
