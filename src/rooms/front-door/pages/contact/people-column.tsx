import { may, type StaffCtx } from '../../../../platform/access/ctx.ts';
import { shortDate } from '../../../../platform/time/plain-dates.ts';
import { londonDate } from '../../../../platform/time/london.ts';
import { Button, Form } from '../../../../platform/web/form-kit.tsx';
import { EmptyList } from '../../../../platform/web/patterns/list-summary.tsx';
import { formCarries } from '../../../../platform/web/view.tsx';
import { sourceWords } from '../../codes.ts';
import { isOver, type ContactState } from '../../contact.ts';
import { outcomeOf, type OutcomeCode } from '../../decision.ts';
import { calledOfRow } from '../../submitted.ts';
import type { ContactFacts } from './page.tsx';

/** Middle: who it is about, who they were recognised as, who is involved already, and earlier contacts on one line each. */
export function PeopleColumn({ ctx, facts }: { ctx: StaffCtx; facts: ContactFacts }) {
  return (
    <section aria-labelledby="people">
      <h2 class="govuk-heading-m" id="people">
        Who it is about
      </h2>
      {facts.named.map((named) => (
        <Named ctx={ctx} facts={facts} named={named} />
      ))}
      <OpenWork facts={facts} />
      <Earlier ctx={ctx} facts={facts} />
    </section>
  );
}

function Named({ ctx, facts, named }: { ctx: StaffCtx; facts: ContactFacts; named: ContactFacts['named'][number] }) {
  const name = calledOfRow(named);
  const href = `/front-door/contacts/${facts.contact.id}/people/${named.id}`;
  return (
    <div class="gt-card">
      <h3 class="govuk-heading-s">
        {name} <span class="gt-small">({named.part === 'adult' ? (named.relationship ?? 'adult') : named.part})</span>
      </h3>
      <p class="govuk-body">
        {[born(named), named.sex === 'U' ? null : named.sex === 'F' ? 'girl or woman' : 'boy or man', named.school, named.postcode]
          .filter(Boolean)
          .join(', ') || 'Nothing more was given'}
      </p>
      {named.person_id ? (
        <>
          <p class="govuk-body">
            {named.how === 'same person' ? 'Recognised in the index.' : 'Newly recorded.'}{' '}
            <a class="govuk-link" href={`/people/${named.person_id}`}>
              Index entry<span class="govuk-visually-hidden"> of {name}</span>
            </a>
            ,{' '}
            <a class="govuk-link" href={`/people/${named.person_id}/involved`}>
              who is involved<span class="govuk-visually-hidden"> with {name}</span>
            </a>
          </p>
          {may(ctx, 'front-door.screen') &&
          !isOver(facts.contact.state as ContactState) &&
          !facts.decisions.some((one) => one.contact_person_id === named.id) ? (
            <Form action={`${href}/take-back`} {...formCarries(ctx)}>
              <Button classes="govuk-button--secondary gt-button--small">
                Take this back<span class="govuk-visually-hidden"> about {name}</span>
              </Button>
            </Form>
          ) : null}
        </>
      ) : may(ctx, 'front-door.screen') && !isOver(facts.contact.state as ContactState) ? (
        <p class="govuk-body">
          <a class="govuk-link" href={href}>
            Say who {name} is
          </a>
        </p>
      ) : (
        <p class="govuk-body">Not recognised.</p>
      )}
    </div>
  );
}

const born = (named: ContactFacts['named'][number]): string | null =>
  named.date_of_birth
    ? `born ${shortDate(named.date_of_birth, '1900-01-01')}`
    : named.expected_on
      ? `expected ${shortDate(named.expected_on, '1900-01-01')}`
      : named.age_in_words;

function OpenWork({ facts }: { facts: ContactFacts }) {
  if (facts.personIds.length === 0) return null;
  const openWork = facts.openWork.filter((work, at) => facts.openWork.findIndex((other) => other.id === work.id) === at);
  return (
    <>
      <h3 class="govuk-heading-s">Open work</h3>
      {openWork.length === 0 ? (
        <p class="govuk-body">No early help or referral is open in Goldthread for the people recognised so far.</p>
      ) : (
        <ul class="govuk-list">
          {openWork.map((work) => (
            <li>
              <strong>{work.reference}</strong> ({work.kind === 'referral' ? 'referral to social care' : 'early help'}), since{' '}
              {shortDate(work.since, '1900-01-01')}, {work.workerName ?? work.teamName ?? 'nobody allocated'}. Consider passing this to
              them.
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function Earlier({ ctx, facts }: { ctx: StaffCtx; facts: ContactFacts }) {
  if (facts.personIds.length === 0) return null;
  return (
    <>
      <h3 class="govuk-heading-s">Earlier contacts in 12 months: {new Set(facts.earlier.map((one) => one.id)).size}</h3>
      {facts.earlier.length === 0 ? (
        <EmptyList why="None about the people recognised so far." />
      ) : (
        <ul class="govuk-list">
          {facts.earlier.map((one) => (
            <li>
              <a class="govuk-link" href={`/front-door/contacts/${one.id}`}>
                {one.reference}
              </a>
              , {shortDate(londonDate(one.received_at), londonDate(ctx.now))}, {(sourceWords[one.source_code] ?? '').toLowerCase()}
              {one.outcome_code
                ? `: level ${one.level}, ${outcomeOf(one.outcome_code as OutcomeCode).label.toLowerCase()}`
                : ', not decided'}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
