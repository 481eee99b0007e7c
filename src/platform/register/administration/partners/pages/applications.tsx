import { clauseFacts } from '../../../../access/clauses.ts';
import { about, may, type StaffCtx } from '../../../../access/ctx.ts';
import { clocksOf } from '../../../../time/clock.store.ts';
import { clockTime, fullDate, longMoment } from '../../../../time/plain-dates.ts';
import { Button, Form } from '../../../../web/form-kit.tsx';
import { SummaryList } from '../../../../web/govuk/summary-list.tsx';
import { Tag } from '../../../../web/govuk/tag.tsx';
import { ClockTag } from '../../../../web/patterns/clock-tag.tsx';
import { EmptyList, ListSummary } from '../../../../web/patterns/list-summary.tsx';
import { SortableTable } from '../../../../web/patterns/sortable-table.tsx';
import { Timeline } from '../../../../web/patterns/timeline.tsx';
import { seeOther, type Again, type Answer, type Asked } from '../../../../web/route.ts';
import { formCarries } from '../../../../web/view.tsx';
import { agencyTypes } from '../../agencies/agency.ts';
import { agencies } from '../../agencies/agency.store.ts';
import { frame, LinkLine } from '../../frame.tsx';
import { recordId } from '../../record-id.ts';
import { agreementsDue } from '../agreement.store.ts';
import { applicationWords, type Way } from '../application.ts';
import { applicationOf, applications, stepsOf, type Application } from '../application.store.ts';
import { apply, Questions, type Applied } from './apply.tsx';
import { NextStep } from './next-step.tsx';

export const trail = [{ href: '/administration/partners', label: 'Partners' }];

/** Applications that wait, and agreements that are due to be looked at or end: what the partnership manager does next. */
export async function applicationsPage(ctx: StaffCtx, asked: Asked): Promise<Answer> {
  const which = asked.query['show'] === 'all' ? 'all' : 'open';
  const rows = await applications(ctx, which);
  const clocks = await clocksOf(
    ctx,
    'partner-application',
    rows.map((row) => row.id),
  );
  return frame(
    ctx,
    { title: 'Partners', wide: true },
    <>
      {may(ctx, 'partners.manage') ? (
        <Button href="/administration/partners/add/small-group">Enter an application for a small group</Button>
      ) : null}{' '}
      {may(ctx, 'partners.manage') ? (
        <Button href="/administration/partners/add/full" classes="govuk-button--secondary">
          Enter one for a larger agency
        </Button>
      ) : null}
      <h2 class="govuk-heading-m">{which === 'all' ? 'Every application' : 'Applications to work on'}</h2>
      <ListSummary count={rows.length} noun={['application', 'applications']} sort="longest waiting first" asOf={clockTime(ctx.now)} />
      {rows.length === 0 ? (
        <EmptyList why="No agency waits to join." whatToDo="Agencies apply at /join; you can also enter an application for one." />
      ) : (
        <SortableTable
          caption="Applications"
          captionHidden
          path="/administration/partners"
          columns={['Reference', 'Agency', 'Kind', 'Stands', 'Applied', 'Rung by'].map((heading) => ({ heading }))}
          rows={rows.map((row) => {
            const clock = clocks.get(row.id)?.at(-1);
            return {
              cells: [
                <a class="govuk-link" href={`/administration/partners/${row.id}`}>
                  {row.reference}
                </a>,
                row.agencyName,
                `${agencyTypes[row.agencyType]}${row.way === 'small group' ? ', small group' : ''}`,
                applicationWords[row.state],
                fullDate(row.appliedAt.toISOString().slice(0, 10)),
                clock ? <ClockTag state={clock.reading.state} words={clock.reading.words} exact={clock.reading.exact} /> : 'No clock',
              ],
            };
          })}
        />
      )}
      <LinkLine href={which === 'all' ? '/administration/partners' : '/administration/partners?show=all'}>
        {which === 'all' ? 'Only those to work on' : 'Every application, also those that ended'}
      </LinkLine>
      <DueAgreements due={await agreementsDue(ctx, 60)} />
    </>,
  );
}

function DueAgreements({ due }: { due: Awaited<ReturnType<typeof agreementsDue>> }) {
  return (
    <>
      <h2 class="govuk-heading-m">Agreements to look at within 60 days</h2>
      {due.length === 0 ? (
        <p class="govuk-body">None is due for review and none ends.</p>
      ) : (
        <SortableTable
          caption="Agreements to look at"
          captionHidden
          path="/administration/partners"
          columns={['Agency', 'Agreement', 'Review by', 'Ends'].map((heading) => ({ heading }))}
          rows={due.map((one) => ({
            cells: [
              one.agencyName,
              <a class="govuk-link" href={`/administration/agreements/${one.id}`}>
                {one.reference}
              </a>,
              fullDate(one.reviewOn),
              one.endsOn ? fullDate(one.endsOn) : 'No last day',
            ],
          }))}
        />
      )}
    </>
  );
}

/** One application: what they said, what was done, and the one next step. */
export async function applicationPage(ctx: StaffCtx, asked: Asked, again: Again = { values: {}, errors: [] }): Promise<Answer> {
  const application = await applicationOf(ctx, recordId(asked));
  about(ctx, 'partner-application', application.id);
  const steps = await stepsOf(ctx, application.id);
  return frame(
    ctx,
    { title: `${application.reference}: ${application.agencyName}`, trail, errors: again.errors },
    <>
      <p class="govuk-body">
        <Tag>{applicationWords[application.state]}</Tag> {application.decidedWhy}
      </p>
      <NextStep ctx={ctx} application={application} again={again} known={application.state === 'CHECKING' ? await agencies(ctx) : []} />
      <h2 class="govuk-heading-m">What they told us</h2>
      <Told application={application} />
      <h2 class="govuk-heading-m">What was done</h2>
      <Timeline
        label="What was done"
        entries={steps.map((step) => ({
          when: longMoment(step.at),
          at: step.at.toISOString(),
          kind: applicationWords[step.state],
          title: step.note,
          by: step.by ?? 'The agency itself',
        }))}
      />
    </>,
  );
}

function Told({ application }: { application: Application }) {
  const not = 'Not said';
  const mail = (address: string | null) =>
    address ? (
      <a class="govuk-link" href={`mailto:${address}`}>
        {address}
      </a>
    ) : (
      not
    );
  return (
    <SummaryList
      rows={[
        { key: 'Kind', value: agencyTypes[application.agencyType] },
        { key: 'Form', value: application.way === 'small group' ? 'Small group' : 'Larger agency' },
        { key: 'What for', value: application.whatFor },
        { key: 'They ask to', value: application.wanted.map((one) => (one === 'council-work' ? null : clauseFacts[one].label)).join(', ') },
        { key: 'Offers families', value: application.offers ?? not },
        { key: 'Talk to', value: `${application.leadName}${application.leadRole ? `, ${application.leadRole}` : ''}` },
        { key: 'Email', value: mail(application.leadEmail) },
        { key: 'Telephone', value: application.leadPhone ?? not },
        { key: 'Knows them', value: application.sponsor ?? not },
        { key: 'Safeguarding policy', value: application.safeguardingPolicy },
        { key: 'Charity or company number', value: application.charityNumber ?? not },
        { key: 'Information Commissioner', value: application.icoNumber ?? not },
        { key: 'Privacy', value: application.privacyName ?? not },
        { key: 'Privacy email', value: mail(application.privacyEmail) },
      ]}
    />
  );
}

const wayOf = (asked: Asked): Way => (asked.params['way'] === 'full' ? 'full' : 'small group');

/** The same questions, asked by the partnership manager on the telephone. */
export async function enterPage(ctx: StaffCtx, asked: Asked, again: Again = { values: {}, errors: [] }): Promise<Answer> {
  const way = wayOf(asked);
  return frame(
    ctx,
    { title: way === 'full' ? 'Enter an application: larger agency' : 'Enter an application: small group', trail, errors: again.errors },
    <Form action={`/administration/partners/add/${asked.params['way'] ?? ''}`} {...formCarries(ctx)}>
      <Questions way={way} again={again} />
      <Button>Save the application</Button>
    </Form>,
  );
}

/** Takes an application entered for an agency. */
export async function takeEntered(ctx: StaffCtx, given: Applied, asked: Asked): Promise<Answer> {
  return seeOther(`/administration/partners/${await apply(ctx, wayOf(asked), given)}`, 'The application was saved.');
}
