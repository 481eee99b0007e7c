import { about, may, type StaffCtx } from '../../../access/ctx.ts';
import { londonDate } from '../../../time/london.ts';
import { clockTime, fullDate, longMoment } from '../../../time/plain-dates.ts';
import { Button, Form, SelectField, TextArea, TextField } from '../../../web/form-kit.tsx';
import { SummaryList } from '../../../web/govuk/summary-list.tsx';
import { Tag } from '../../../web/govuk/tag.tsx';
import { EmptyList, ListSummary } from '../../../web/patterns/list-summary.tsx';
import { NarrowList } from '../../../web/patterns/narrow-list.tsx';
import { SortableTable, sortFrom, type Column } from '../../../web/patterns/sortable-table.tsx';
import { recordId } from '../record-id.ts';
import type { Again, Answer, Asked } from '../../../web/route.ts';
import { formCarries } from '../../../web/view.tsx';
import { frame, LinkLine } from '../frame.tsx';
import { teamsOf } from '../teams/team.store.ts';
import { agencyTypes, stateOf, type Agency, type AgencyState } from './agency.ts';
import { AgreementsOf } from '../partners/pages/agreements-of.tsx';
import { agreementsOf } from '../partners/agreement.store.ts';
import { agencies, agencyOf } from './agency.store.ts';

const trail = [{ href: '/administration/agencies', label: 'Agencies' }];
const colours: Record<AgencyState, string> = {
  working: 'green',
  'waiting for its agreement': 'yellow',
  'not live yet': 'blue',
  suspended: 'red',
};
const inWords = (state: AgencyState): string => state.charAt(0).toUpperCase() + state.slice(1);
const State = ({ agency, today }: { agency: Agency; today: string }) => {
  const state = stateOf(agency, today);
  return <Tag classes={`govuk-tag--${colours[state]}`}>{inWords(state)}</Tag>;
};

/** How many people an agency has; whoever keeps people goes on to them. */
function People({ ctx, agency, words }: { ctx: StaffCtx; agency: Agency; words?: string }) {
  const count = words ? `${agency.people} ${words}` : agency.people;
  if (!may(ctx, 'admin.people')) return <>{count}</>;
  return (
    <a class="govuk-link" href={`/administration/people?agency=${agency.id}`}>
      {count}
      {words ? null : <span class="govuk-visually-hidden"> people of {agency.name}</span>}
    </a>
  );
}

const columns: readonly Column[] = [
  { key: 'name', heading: 'Agency' },
  { key: 'type', heading: 'Kind' },
  { key: 'state', heading: 'Stands' },
  { key: 'live', heading: 'Live from' },
  { key: 'people', heading: 'People', numeric: true },
];

function sorted(all: readonly Agency[], sort: ReturnType<typeof sortFrom>, today: string): Agency[] {
  const by: Record<string, (agency: Agency) => string | number> = {
    name: (a) => a.name,
    type: (a) => agencyTypes[a.type],
    state: (a) => stateOf(a, today),
    live: (a) => a.liveFrom ?? '',
    people: (a) => a.people,
  };
  const turn = sort.direction === 'ascending' ? 1 : -1;
  const value = by[sort.key]!;
  return all.toSorted(
    (a, b) =>
      turn * (typeof value(a) === 'number' ? Number(value(a)) - Number(value(b)) : String(value(a)).localeCompare(String(value(b)))),
  );
}

/** The agencies, by name unless sorted otherwise. */
export async function agencyList(ctx: StaffCtx, asked: Asked): Promise<Answer> {
  const today = londonDate(ctx.now);
  const sort = sortFrom(asked.query['sort'], columns, { key: 'name', direction: 'ascending' });
  const rows = sorted(await agencies(ctx), sort, today);
  return frame(
    ctx,
    { title: 'Agencies', wide: true },
    <>
      <LinkLine href="/administration/partners">Agencies join through an application</LinkLine>
      <ListSummary
        count={rows.length}
        noun={['agency', 'agencies']}
        sort={`by ${columns.find((one) => one.key === sort.key)?.heading.toLowerCase()}`}
        asOf={clockTime(ctx.now)}
      />
      {rows.length === 0 ? (
        <EmptyList
          why="No agency has been added yet."
          whatToDo="Enter an application for the first one; its people can join once its agreement stands."
        />
      ) : (
        <>
          <NarrowList list="agencies" label="Narrow this list" />
          <SortableTable
            id="agencies"
            caption="Agencies"
            captionHidden
            columns={columns}
            sort={sort}
            path="/administration/agencies"
            rows={rows.map((agency) => ({
              cells: [
                <a class="govuk-link" href={`/administration/agencies/${agency.id}`}>
                  {agency.name}
                </a>,
                agencyTypes[agency.type],
                <State agency={agency} today={today} />,
                agency.liveFrom ? fullDate(agency.liveFrom) : 'No day set',
                <People ctx={ctx} agency={agency} />,
              ],
            }))}
          />
        </>
      )}
    </>,
  );
}

/** One agency: its agreement, its teams, and whether its people may work here. */
export async function agencyPage(ctx: StaffCtx, asked: Asked): Promise<Answer> {
  const agency = await agencyOf(ctx, recordId(asked));
  about(ctx, 'agency', agency.id);
  const teams = await teamsOf(ctx, agency.id);
  const none = 'Not recorded';
  return frame(
    ctx,
    { title: agency.name, trail },
    <>
      <p class="govuk-body">
        <State agency={agency} today={londonDate(ctx.now)} />{' '}
        {agency.suspendedAt ? `since ${longMoment(agency.suspendedAt)}: ${agency.suspendedReason}` : ''}
      </p>
      <SummaryList
        rows={[
          { key: 'Kind', value: agencyTypes[agency.type] },
          { key: 'Live from', value: agency.liveFrom ? fullDate(agency.liveFrom) : none },
          { key: 'Telephone', value: agency.phone ?? none },
          { key: 'Secure email', value: agency.email ?? none },
          {
            key: 'People',
            value: <People ctx={ctx} agency={agency} words="working today" />,
          },
        ]}
      />
      <div class="govuk-button-group">
        <Button href={`/administration/agencies/${agency.id}/change`}>Change</Button>
        <Button
          href={`/administration/agencies/${agency.id}/suspend`}
          classes={agency.suspendedAt ? 'govuk-button--secondary' : 'govuk-button--warning'}
        >
          {agency.suspendedAt ? 'Lift the suspension' : 'Suspend at once'}
        </Button>
      </div>
      <AgreementsOf ctx={ctx} agency={agency} agreements={await agreementsOf(ctx, agency.id)} />
      <h2 class="govuk-heading-m">Teams and desks</h2>
      {teams.length === 0 ? (
        <p class="govuk-body">This agency has no teams. Small agencies need none.</p>
      ) : (
        <ul class="govuk-list govuk-list--bullet">
          {teams.map((team) => (
            <li>
              {may(ctx, 'admin.people') ? (
                <a class="govuk-link" href={`/administration/teams/${team.id}`}>
                  {team.name}
                </a>
              ) : (
                team.name
              )}
            </li>
          ))}
        </ul>
      )}
      {may(ctx, 'admin.people') ? (
        <LinkLine href={`/administration/teams/add?agency=${agency.id}`}>Add a team to this agency</LinkLine>
      ) : null}
    </>,
  );
}

const valuesOf = (agency: Agency): Again['values'] => ({
  name: agency.name,
  type: agency.type,
  phone: agency.phone ?? '',
  email: agency.email ?? '',
  _version: String(agency.version),
});

/** The form to change an agency, as it stands or as it was typed. */
export async function changeAgencyForm(ctx: StaffCtx, asked: Asked, again?: Again): Promise<Answer> {
  const agency = await agencyOf(ctx, recordId(asked));
  const own = [...trail, { href: `/administration/agencies/${agency.id}`, label: agency.name }];
  return agencyForm(ctx, {
    title: 'Change this agency',
    trail: own,
    action: `/administration/agencies/${agency.id}/change`,
    again: again ?? { values: valuesOf(agency), errors: [] },
  });
}

interface FormFacts {
  title: string;
  trail: { href: string; label: string }[];
  action: string;
  again: Again;
}

function agencyForm(ctx: StaffCtx, { title, trail: crumbs, action, again }: FormFacts): Answer {
  const { values, errors } = again;
  const state = { values, errors };
  return frame(
    ctx,
    { title, trail: crumbs, errors },
    <Form action={action} {...formCarries(ctx)} version={String(values['_version'] ?? '') || undefined}>
      <TextField name="name" label="Name, as people say it" {...state} />
      <SelectField
        name="type"
        label="Kind of agency"
        items={Object.entries(agencyTypes).map(([value, text]) => ({ value, text }))}
        {...state}
      />
      <TextField name="phone" label="Main telephone (optional)" type="tel" width={20} {...state} />
      <TextField name="email" label="Secure email (optional)" type="email" {...state} />
      <Button>Save</Button>
    </Form>,
  );
}

/** Asks for the reason of a suspension, or for its lifting to be confirmed. */
export async function suspendForm(ctx: StaffCtx, asked: Asked, again: Again = { values: {}, errors: [] }): Promise<Answer> {
  const agency = await agencyOf(ctx, recordId(asked));
  const lift = agency.suspendedAt !== null;
  const title = lift ? `Lift the suspension of ${agency.name}` : `Suspend ${agency.name}`;
  return frame(
    ctx,
    { title, trail: [...trail, { href: `/administration/agencies/${agency.id}`, label: agency.name }], errors: again.errors },
    <Form action={`/administration/agencies/${agency.id}/suspend`} {...formCarries(ctx)}>
      <p class="govuk-body">
        {lift
          ? `Suspended since ${longMoment(agency.suspendedAt!)}: ${agency.suspendedReason}. Its people will be able to sign in again at once.`
          : `${agency.people} people work here for this agency. From this moment they can open nothing; those who work nowhere else are signed out. What they wrote stays.`}
      </p>
      <input type="hidden" name="what" value={lift ? 'lift' : 'suspend'} />
      {lift ? null : <TextArea name="reason" label="Why is it suspended?" rows={3} {...again} />}
      <Button classes={lift ? undefined : 'govuk-button--warning'}>{lift ? 'Lift the suspension' : 'Suspend at once'}</Button>
    </Form>,
  );
}
