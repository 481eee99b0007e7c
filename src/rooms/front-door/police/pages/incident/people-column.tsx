import type { StaffCtx } from '../../../../../platform/access/ctx.ts';
import { fullDate, shortDate } from '../../../../../platform/time/plain-dates.ts';
import { londonDate } from '../../../../../platform/time/london.ts';
import { Button, Choices, Form } from '../../../../../platform/web/form-kit.tsx';
import { Details } from '../../../../../platform/web/govuk/details.tsx';
import { EmptyList } from '../../../../../platform/web/patterns/list-summary.tsx';
import type { Again } from '../../../../../platform/web/route.ts';
import { formCarries } from '../../../../../platform/web/view.tsx';
import { calledOfRow } from '../../../submitted.ts';
import type { PolicePersonRow } from '../../notification.store.ts';
import type { IncidentFacts } from './page.tsx';
import { SafeRules } from './safe-rules.tsx';

type Props = { ctx: StaffCtx; facts: IncidentFacts; again: Again | undefined };

/** Who it is about: as the police named them, who they are in the index, and how they may be reached. */
export function PeopleColumn({ ctx, facts, again }: Props) {
  const { incident, named, persons } = facts;
  return (
    <section aria-labelledby="people">
      <h2 class="govuk-heading-m" id="people">
        Who it is about
      </h2>
      <ul class="govuk-list">
        {named.map((one) => (
          <li>
            <strong>{calledOfRow(one)}</strong>
            {factsOf(persons.find((person) => person.contact_person_id === one.id)) ?? (one.part === 'child' ? ', child' : '')}
            {'. '}
            {one.person_id ? (
              <a class="govuk-link" href={`/people/${one.person_id}`}>
                Recognised<span class="govuk-visually-hidden"> as someone in the index: {calledOfRow(one)}</span>
              </a>
            ) : (
              <a class="govuk-link" href={`/front-door/contacts/${incident.contactId}/people/${one.id}`}>
                Say who this is<span class="govuk-visually-hidden">: {calledOfRow(one)}</span>
              </a>
            )}
          </li>
        ))}
      </ul>
      {named.some((one) => one.part !== 'adult' && !one.given_name && !one.family_name && !one.person_id) ? (
        <AtTheAddress ctx={ctx} facts={facts} again={again} />
      ) : null}
      <SafeRules ctx={ctx} facts={facts} again={again} />
      <Earlier ctx={ctx} facts={facts} />
    </section>
  );
}

function factsOf(person: PolicePersonRow | undefined): string | null {
  if (!person) return null;
  const born = person.date_of_birth ? `born ${fullDate(person.date_of_birth)}` : person.age_in_words;
  return [
    '',
    person.role,
    born,
    person.school ? `at ${person.school}` : null,
    person.phone,
    person.injuries ? `hurt: ${person.injuries}` : null,
  ]
    .filter((one) => one !== null)
    .join(', ');
}

/** Children the police did not name: those known at the address, for a person to choose from; nobody is chosen beforehand. */
function AtTheAddress({ ctx, facts, again }: Props) {
  if (facts.offered.length === 0)
    return (
      <EmptyList
        why="The police named no child, and nobody in the index is known at this address."
        whatToDo="Ask the police who the children are."
      />
    );
  return (
    <Form action={`/front-door/police/${facts.incident.contactId}/children`} {...formCarries(ctx)}>
      <Choices
        name="personIds"
        legend="Known at this address"
        size="s"
        small
        hint="Select the children it is about. Ask the police when you are not sure."
        items={facts.offered.map((one) => ({
          value: one.personId,
          text: one.name,
          hint: [one.dateOfBirth ? `born ${shortDate(one.dateOfBirth)}` : null, one.area, ...one.household.slice(0, 4)]
            .filter(Boolean)
            .join('; '),
        }))}
        values={again?.values ?? {}}
        errors={again?.errors ?? []}
      />
      <Button classes="govuk-button--secondary">These are the children</Button>
    </Form>
  );
}

function Earlier({ ctx, facts }: { ctx: StaffCtx; facts: IncidentFacts }) {
  if (facts.earlier.length === 0) return null;
  const today = londonDate(ctx.now);
  const once = [...new Map(facts.earlier.map((one) => [one.id, one])).values()];
  return (
    <Details summaryText={`Earlier contacts in 12 months (${once.length})`}>
      <ul class="govuk-list">
        {once.map((one) => (
          <li>
            <a class="govuk-link" href={`/front-door/contacts/${one.id}`}>
              {one.reference}
            </a>
            , {shortDate(londonDate(one.received_at), today)}
            {one.level ? `, level ${one.level}` : ''}
          </li>
        ))}
      </ul>
    </Details>
  );
}
