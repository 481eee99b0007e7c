import { longMoment, shortDate } from '../../../../../platform/time/plain-dates.ts';
import type { StandingClock } from '../../../../../platform/time/clock.store.ts';
import { Tag } from '../../../../../platform/web/govuk/tag.tsx';
import { ClockTag } from '../../../../../platform/web/patterns/clock-tag.tsx';
import { consultWords } from '../../consult.ts';
import type { Consult } from '../../consult.store.ts';
import { disciplineWords } from '../../disciplines.codes.ts';

const running = (clocks: readonly StandingClock[] | undefined): StandingClock | undefined =>
  clocks?.find((one) => one.metAt === null && one.cancelledAt === null);

/** Who asks which discipline, since when, and how long there is. */
export function ConsultFacts({ consult, clocks }: { consult: Consult; clocks?: readonly StandingClock[] | undefined }) {
  const clock = running(clocks);
  return (
    <p class="govuk-body">
      <Tag classes={consult.state === 'ASKED' ? 'govuk-tag--yellow' : 'govuk-tag--grey'}>{consultWords[consult.state]}</Tag> Asked by{' '}
      {consult.askedBy}, {longMoment(consult.askedAt)}, of {consult.discipline}
      {consult.askedOf ? ` (${consult.askedOf} was told)` : ' (nobody was on duty; it waits for the next)'}.{' '}
      {clock ? <ClockTag state={clock.reading.state} words={clock.reading.words} exact={clock.reading.exact} /> : null}
    </p>
  );
}

/** The question, what is needed to answer it, the people it names, and the answer. */
export function ConsultWords({ consult }: { consult: Consult }) {
  return (
    <>
      <p class="govuk-body gt-as-typed">{consult.question}</p>
      {consult.background ? <p class="govuk-body gt-as-typed gt-small">{consult.background}</p> : null}
      {consult.people.length > 0 ? (
        <p class="govuk-body">
          About {consult.people.map((one) => (one.dateOfBirth ? `${one.name}, born ${shortDate(one.dateOfBirth)}` : one.name)).join('; ')}.
        </p>
      ) : null}
      {consult.answer ? (
        <blockquote class="gt-quote">
          <span class="gt-as-typed">{consult.answer}</span>
          <br />
          <span class="gt-small">
            {consult.answeredBy}, {disciplineWords(consult.discipline)}
            {consult.answeredAt ? `, ${longMoment(consult.answeredAt)}` : ''}
          </span>
        </blockquote>
      ) : null}
      {consult.withdrawnBecause ? <p class="govuk-body">No longer needed: {consult.withdrawnBecause}.</p> : null}
    </>
  );
}
