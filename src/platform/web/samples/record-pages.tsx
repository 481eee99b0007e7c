import { Details } from '../govuk/details.tsx';
import { InsetText } from '../govuk/inset-text.tsx';
import { SummaryList } from '../govuk/summary-list.tsx';
import { Tabs } from '../govuk/tabs.tsx';
import { Button } from '../form-kit.tsx';
import { IdentityBar } from '../patterns/identity-bar.tsx';
import { SideBySide } from '../patterns/side-by-side.tsx';
import { ThreadLine } from '../patterns/thread-line.tsx';
import { Timeline } from '../patterns/timeline.tsx';
import { TwoTexts } from '../patterns/two-texts.tsx';
import { Staff } from './around.tsx';

const identity = {
  name: 'Amara',
  officialName: 'Amarachukwu Okafor-Whitfield',
  age: '9 years and 4 months',
  dateOfBirth: '3 July 2017',
  livesWith: 'Mum, Nan and baby brother Chidi',
  leadProfessional: { name: 'Joanne Petrov', role: 'family worker', href: '/staff/4' },
  statuses: [
    { text: 'Early help', colour: 'teal' },
    { text: 'Young carer', colour: 'purple' },
  ],
  warnings: ['Call Mum on her work number only. Do not leave a message.'],
  services: { count: 3, href: '/children/1/involved' },
  restricted: 'a relative works for the council. You are on the list of those who may open it.',
};

const entries = [
  {
    when: '20 Nov 2026',
    at: '2026-11-20',
    kind: 'Contact',
    title: 'Concern from Roxborough Primary School',
    href: '/contacts/1',
    by: 'Daniel Moss, safeguarding lead, Roxborough Primary School',
    body: 'Late four days out of five. Says she is tired because she helps with the baby at night.',
  },
  {
    when: '12 Oct 2026',
    at: '2026-10-12',
    kind: 'Health',
    title: 'Health visitor’s new birth visit for Chidi',
    by: 'Noor Rahman, health visitor',
    estimated: true,
  },
];

/** A child: the story first, then the plan with its thread, then what happened. */
export function ChildPage() {
  return (
    <Staff
      title="Amara"
      section="Families"
      breadcrumbs={[{ href: '/families', label: 'Families' }, { href: '/families/7', label: 'Okafor-Whitfield' }, { label: 'Amara' }]}
    >
      <IdentityBar {...identity} />
      <h1 class="govuk-heading-l">Amara’s story</h1>
      <div class="gt-columns gt-columns--2">
        <div>
          <p class="govuk-body">
            Amara is nine and loves drawing. She helps look after her baby brother while Mum works nights. School noticed she was late and
            tired.
          </p>
          <InsetText>“I like it when Nan is there, because then I can sleep.” Amara, 14 November</InsetText>
          <h2 class="govuk-heading-m">What happened</h2>
          <Timeline label="What happened, newest first" entries={entries} />
        </div>
        <div>
          <h2 class="govuk-heading-m">What will be different</h2>
          <ThreadLine
            nodes={[
              { kind: 'Outcome', text: 'Children are in school every day, ready to learn', href: '/outcomes/2' },
              { kind: 'Priority', text: 'Young carers are seen and helped', href: '/outcomes/2/4' },
              { kind: 'Goal', text: 'Amara sleeps through five school nights a week', current: true },
              { kind: 'Action', text: 'Night nursery place for Chidi by 1 December', href: '/plans/1/actions/3' },
            ]}
          />
          <SummaryList
            card={{ title: 'Next dates' }}
            rows={[
              { key: 'Review', value: '8 December 2026' },
              { key: 'School', value: 'Weekly call' },
            ]}
          />
          <Details summaryText="Who has seen this">
            Eleven people in the last month.{' '}
            <a class="govuk-link" href="/children/1/seen">
              All of them
            </a>
          </Details>
        </div>
      </div>
      <Tabs
        items={[
          { label: 'People', id: 'people', panel: { text: 'Mum, Nan, Chidi.' } },
          { label: 'Documents', id: 'documents', panel: { text: 'None yet.' } },
        ]}
      />
    </Staff>
  );
}

/** Two records next to each other; three equal answers, none chosen. */
export function MatchPage() {
  return (
    <Staff title="Is this the same child?" section="Front door">
      <h1 class="govuk-heading-l">Is this the same child?</h1>
      <SideBySide
        caption="Amara, as the school wrote, beside a record we hold"
        leftHeading="What the school wrote"
        rightHeading="The record we hold"
        rows={[
          {
            field: 'Name',
            left: 'Amara Okafor',
            right: 'Amarachukwu Okafor-Whitfield',
            likeness: 'close',
            reason: 'A short form of the first name; one of two surnames.',
          },
          { field: 'Date of birth', left: '3 July 2017', right: '3 July 2017', likeness: 'exact' },
          { field: 'Address', left: '14 Marlborough Hill, HA1 1UB', right: '2 Kenton Lane, HA3 8UE', likeness: 'different' },
          { field: 'NHS number', left: null, right: '999 123 4567', likeness: 'missing' },
        ]}
      />
      <form method="post" action="/match" class="govuk-button-group">
        <Button classes="govuk-button--secondary" name="answer" value="same">
          Same person
        </Button>
        <Button classes="govuk-button--secondary" name="answer" value="not">
          Not the same person
        </Button>
        <Button classes="govuk-button--secondary" name="answer" value="unsure">
          Not sure
        </Button>
      </form>
    </Staff>
  );
}

/** Two people wrote at once. */
export function ConflictPage() {
  return (
    <Staff title="Someone else changed this while you were writing" section="Families">
      <h1 class="govuk-heading-l">Someone else changed this while you were writing</h1>
      <p class="govuk-body">Nothing was overwritten. Here is what you wrote beside what the record says now.</p>
      <TwoTexts
        what="What are we worried about?"
        yours={'Amara is late four days out of five.\n\nShe says she is tired.'}
        theirs="Amara is often late."
        theirName="Joanne Petrov"
        theirAt={new Date('2026-11-24T14:02:00Z')}
      />
    </Staff>
  );
}
