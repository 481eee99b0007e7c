import { saw, type StaffCtx } from '../../../../../platform/access/ctx.ts';
import { clocksOf } from '../../../../../platform/time/clock.store.ts';
import { clockTime, longMoment } from '../../../../../platform/time/plain-dates.ts';
import { Form } from '../../../../../platform/web/form-kit.tsx';
import { EmptyList, ListSummary } from '../../../../../platform/web/patterns/list-summary.tsx';
import type { Answer } from '../../../../../platform/web/route.ts';
import { formCarries, staffView } from '../../../../../platform/web/view.tsx';
import { consultsForMe, consultsIAnswered, type Consult } from '../../consult.store.ts';
import { disciplineWords } from '../../disciplines.codes.ts';
import { runningAt, type Turn } from '../../duty.ts';
import { myTurns, swapsAskedOfMe, type AskedSwap } from '../../duty.store.ts';
import { ConsultFacts } from '../consult/card.tsx';
import { Person } from '../rota/page.tsx';

/** "On duty": what a discipline is asked by the front door, turns one is asked to take, and one's own turns. */
export async function onDutyPage(ctx: StaffCtx): Promise<Answer> {
  const [asked, turns, swaps, answered] = [
    await consultsForMe(ctx),
    await myTurns(ctx),
    await swapsAskedOfMe(ctx),
    await consultsIAnswered(ctx),
  ];
  const clocks = await clocksOf(
    ctx,
    'consult',
    asked.map((one) => one.id),
  );
  saw(ctx, ...[...asked, ...answered].flatMap((one) => one.people.map((person) => person.personId)));
  const now = runningAt(turns, ctx.now).map((turn) => turn.discipline);
  return staffView(
    ctx,
    { title: 'On duty', breadcrumbs: [{ label: 'On duty' }] },
    <>
      <h1 class="govuk-heading-l">On duty</h1>
      <p class="govuk-body">
        {now.length > 0 ? `You are on duty now for ${now.join(' and ')}.` : 'You are not on duty at this moment.'}{' '}
        <a class="govuk-link" href="/front-door/rota">
          The whole rota
        </a>
      </p>
      <ListSummary
        count={asked.length}
        noun={['question', 'questions']}
        filter="asked of you or of the discipline you are on duty for"
        sort="oldest first"
        asOf={`${clockTime(ctx.now)} today`}
      />
      {asked.length === 0 ? (
        <EmptyList
          why="The front door asks you nothing just now."
          whatToDo="A question to your discipline appears here while you are on duty."
        />
      ) : (
        asked.map((one) => (
          <section class="gt-card">
            <h2 class="govuk-heading-s">
              <a class="govuk-link" href={`/consults/${one.id}`}>
                {disciplineWords(one.discipline)}: {about(one)}
              </a>
            </h2>
            <ConsultFacts consult={one} clocks={clocks.get(one.id)} />
          </section>
        ))
      )}
      <Swaps ctx={ctx} swaps={swaps} />
      <Turns turns={turns} />
      <Answered answered={answered} />
    </>,
  );
}

const about = (one: Consult): string => one.people.map((person) => person.name).join(', ') || 'a question without a name';

function Swaps({ ctx, swaps }: { ctx: StaffCtx; swaps: readonly AskedSwap[] }) {
  if (swaps.length === 0) return null;
  return (
    <section aria-labelledby="swaps">
      <h2 class="govuk-heading-m" id="swaps">
        Turns you are asked to take
      </h2>
      {swaps.map((one) => (
        <div class="gt-card">
          <p class="govuk-body">
            {one.byName} asks you to take {one.discipline}, {longMoment(one.startsAt)} to {clockTime(one.endsAt)}.
            {one.why ? ` “${one.why}”` : ''}
          </p>
          <Form action={`/front-door/swaps/${one.id}/answer`} {...formCarries(ctx)}>
            <div class="govuk-button-group">
              <button type="submit" name="answer" value="yes" class="govuk-button" data-module="govuk-button">
                I take it
              </button>
              <button type="submit" name="answer" value="no" class="govuk-button govuk-button--secondary" data-module="govuk-button">
                I cannot
              </button>
            </div>
          </Form>
        </div>
      ))}
    </section>
  );
}

function Turns({ turns }: { turns: readonly Turn[] }) {
  return (
    <section aria-labelledby="turns">
      <h2 class="govuk-heading-m" id="turns">
        Your turns
      </h2>
      {turns.length === 0 ? (
        <p class="govuk-body">You are not on the rota. A front door manager writes it.</p>
      ) : (
        <ul class="govuk-list govuk-list--bullet">
          {turns.map((turn) => (
            <li>
              <a class="govuk-link" href={`/front-door/rota/${turn.id}`}>
                {longMoment(turn.startsAt)} to {clockTime(turn.endsAt)}
              </a>
              : {turn.discipline}, <Person turn={turn} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Answered({ answered }: { answered: readonly Consult[] }) {
  if (answered.length === 0) return null;
  return (
    <section aria-labelledby="answered">
      <h2 class="govuk-heading-m" id="answered">
        What you answered lately
      </h2>
      <ul class="govuk-list govuk-list--bullet">
        {answered.map((one) => (
          <li>
            <a class="govuk-link" href={`/consults/${one.id}`}>
              {disciplineWords(one.discipline)}: {about(one)}
            </a>
            , {one.answeredAt ? longMoment(one.answeredAt) : ''}
          </li>
        ))}
      </ul>
    </section>
  );
}
