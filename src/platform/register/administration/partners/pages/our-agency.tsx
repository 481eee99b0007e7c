import { z } from 'zod';
import { about, type StaffCtx } from '../../../../access/ctx.ts';
import { found, invalid, notFound, refused } from '../../../../access/refusal.ts';
import { roleNames, type Role } from '../../../../access/roles.ts';
import { clockTime } from '../../../../time/plain-dates.ts';
import { id, oneOf, optionalId, optionalText, requiredText } from '../../../../web/fields.ts';
import { Button, Form, SelectField, TextField } from '../../../../web/form-kit.tsx';
import { Details } from '../../../../web/govuk/details.tsx';
import { EmptyList, ListSummary } from '../../../../web/patterns/list-summary.tsx';
import { SortableTable } from '../../../../web/patterns/sortable-table.tsx';
import { seeOther, type Again, type Answer, type Asked } from '../../../../web/route.ts';
import { formCarries, staffView } from '../../../../web/view.tsx';
import { agencyOf } from '../../agencies/agency.store.ts';
import { frame } from '../../frame.tsx';
import { providers } from '../../providers/provider-list.store.ts';
import { recordId } from '../../record-id.ts';
import { addTeam, deskPurposes, purposes, teamsOf } from '../../teams/team.store.ts';
import {
  addColleague,
  agenciesInMyCare,
  bindProvider,
  colleaguesIn,
  endColleague,
  providersOf,
  type Colleague,
} from '../our-agency.store.ts';
import { rolesUnder } from '../agreement.ts';
import { ClausesInWords } from './agreements-of.tsx';

const path = '/our-agency';
const roleCodes = Object.keys(roleNames) as [Role, ...Role[]];

/** The agency in the signed-in person's care: the first, or the one asked for; not found for any other. */
function inCare(ctx: StaffCtx, wanted: string | undefined): string {
  const mine = agenciesInMyCare(ctx);
  const one = wanted ? mine.find((agency) => agency === wanted) : mine[0];
  if (!one) throw notFound();
  return one;
}

/** What an agency's administrator looks after: its people, its desks, and what its agreement lets them do. */
export async function ourAgencyPage(ctx: StaffCtx, asked: Asked, again: Again = { values: {}, errors: [] }): Promise<Answer> {
  const agency = await agencyOf(ctx, inCare(ctx, asked.query['agency']));
  about(ctx, 'agency', agency.id);
  const [people, desks] = [await colleaguesIn(ctx, agency.id), await teamsOf(ctx, agency.id)];
  return staffView(
    ctx,
    { title: agency.name, breadcrumbs: [{ label: 'Our agency' }], errors: again.errors },
    <>
      <h1 class="govuk-heading-l">{agency.name}</h1>
      <h2 class="govuk-heading-m">What our agreement lets us do</h2>
      <ClausesInWords clauses={agency.clauses} />
      <h2 class="govuk-heading-m">Our people</h2>
      <Button href={`${path}/people/add?agency=${agency.id}`}>Add someone</Button>
      <ListSummary count={people.length} noun={['person', 'people']} sort="by name" asOf={clockTime(ctx.now)} />
      {people.length === 0 ? (
        <EmptyList why="Nobody works here yet." whatToDo="Add whoever should sign in." />
      ) : (
        <People ctx={ctx} people={people} />
      )}
      <h2 class="govuk-heading-m">Our desks</h2>
      {desks.length === 0 ? <p class="govuk-body">None. A small agency needs none: whoever has the role answers.</p> : null}
      <ul class="govuk-list govuk-list--bullet">
        {desks.map((desk) => (
          <li>
            {desk.name}: {purposes[desk.purpose].toLowerCase()}, {desk.people} {desk.people === 1 ? 'person' : 'people'}
          </li>
        ))}
      </ul>
      <Details summaryText="Add a desk" open={again.errors.length > 0}>
        <Form action={`${path}/desks/add`} {...formCarries(ctx)}>
          <input type="hidden" name="agencyId" value={agency.id} />
          <TextField name="name" label="Name of the desk" {...again} />
          <SelectField
            name="purpose"
            label="What is it there for?"
            hint="Where a desk answers the hub, only its members are asked."
            items={deskPurposes.map((value) => ({ value, text: purposes[value] }))}
            {...again}
          />
          <TextField name="phone" label="Telephone (optional)" type="tel" width={20} {...again} />
          <Button>Add the desk</Button>
        </Form>
      </Details>
    </>,
  );
}

function People({ ctx, people }: { ctx: StaffCtx; people: readonly Colleague[] }) {
  return (
    <SortableTable
      caption="Our people"
      captionHidden
      path={path}
      columns={['Name', 'Job', 'Roles', 'What you can do'].map((heading) => ({ heading }))}
      rows={people.map((one) => ({
        cells: [
          one.name,
          one.jobTitle,
          one.posts.map((post) => `${roleNames[post.role]}${post.team ? `, ${post.team}` : ''}`).join('; '),
          one.id === ctx.who.staffId ? 'This is you' : <Endings ctx={ctx} person={one} />,
        ],
      }))}
    />
  );
}

const Endings = ({ ctx, person }: { ctx: StaffCtx; person: Colleague }) => (
  <>
    {person.posts.map((post) => (
      <Form action={`${path}/posts/${post.id}/end`} {...formCarries(ctx)}>
        <Button classes="govuk-button--secondary gt-button--small">
          End {roleNames[post.role].toLowerCase()}
          <span class="govuk-visually-hidden"> for {person.name}</span>
        </Button>
      </Form>
    ))}
  </>
);

export const deskShape = z.object({
  agencyId: id('Open the page again'),
  name: requiredText('Enter the name of the desk', 200),
  purpose: oneOf(deskPurposes, 'Select what it is there for'),
  phone: optionalText(50),
});

/** Adds a desk to the agency. */
export async function addDesk(ctx: StaffCtx, { agencyId, ...given }: z.output<typeof deskShape>): Promise<Answer> {
  about(ctx, 'team', await addTeam(ctx, inCare(ctx, agencyId), { ...given, email: null }));
  return seeOther(path, `${given.name} was added.`);
}

const whoShape = {
  name: requiredText('Enter their name', 200),
  jobTitle: requiredText('Enter their job title', 200),
  email: optionalText(200),
  phone: optionalText(50),
  providerId: id('Select where they sign in'),
  subject: requiredText('Enter the fixed id of their account', 255),
};
export const colleagueShape = z.object({
  ...whoShape,
  agencyId: id('Open the page again'),
  role: oneOf(roleCodes, 'Select what they do'),
  teamId: optionalId(),
});

type SignIns = readonly { id: string; name: string }[];
const Account = ({ signIns, again }: { signIns: SignIns; again: Again }) => (
  <>
    <TextField name="name" label="Name" {...again} />
    <TextField name="jobTitle" label="Job title" {...again} />
    <TextField name="email" label="Email (optional)" type="email" {...again} />
    <TextField name="phone" label="Telephone (optional)" type="tel" width={20} {...again} />
    <SelectField
      name="providerId"
      label="Where do they sign in?"
      items={signIns.map((one) => ({ value: one.id, text: one.name }))}
      {...again}
    />
    <TextField
      name="subject"
      label="Fixed id of their account there"
      hint="Never an email address: addresses are given to somebody else one day. Whoever looks after your accounts can read it off."
      {...again}
    />
  </>
);

/** Adds someone to the agency. */
export async function addPersonPage(ctx: StaffCtx, asked: Asked, again: Again = { values: {}, errors: [] }): Promise<Answer> {
  const typed = again.values['agencyId'];
  const agency = await agencyOf(ctx, inCare(ctx, typeof typed === 'string' ? typed : asked.query['agency']));
  const signIns = await providersOf(ctx, agency.id);
  return staffView(
    ctx,
    { title: 'Add someone', breadcrumbs: [{ href: path, label: 'Our agency' }, { label: 'Add someone' }], errors: again.errors },
    <>
      <h1 class="govuk-heading-l">Add someone to {agency.name}</h1>
      <Form action={`${path}/people/add`} {...formCarries(ctx)}>
        <input type="hidden" name="agencyId" value={agency.id} />
        <Account signIns={signIns} again={again} />
        <SelectField
          name="role"
          label="What do they do?"
          items={rolesUnder(agency.clauses).map((value) => ({ value, text: roleNames[value] }))}
          {...again}
        />
        <SelectField
          name="teamId"
          label="At which desk? (optional)"
          items={[{ value: '', text: 'None' }, ...(await teamsOf(ctx, agency.id)).map((one) => ({ value: one.id, text: one.name }))]}
          {...again}
        />
        <Button>Add them</Button>
      </Form>
    </>,
  );
}

/** Takes them in, within the agreement: a role outside it is refused here and by the database. */
export async function addPerson(ctx: StaffCtx, given: z.output<typeof colleagueShape>): Promise<Answer> {
  const agency = await agencyOf(ctx, inCare(ctx, given.agencyId));
  if (!rolesUnder(agency.clauses).includes(given.role))
    throw invalid([
      { field: 'role', message: 'Your agreement does not have this role. Choose another, or ask for the agreement to be changed' },
    ]);
  if (given.teamId && !(await teamsOf(ctx, agency.id)).some((one) => one.id === given.teamId))
    throw invalid([{ field: 'teamId', message: 'Select a desk of your agency' }]);
  const { issuer } = found((await providersOf(ctx, agency.id)).find((one) => one.id === given.providerId));
  about(ctx, 'staff', await addColleague(ctx, { ...given, issuer }));
  return seeOther(path, `${given.name} may sign in now.`);
}

/** Ends a role of someone in the agency. */
export async function endPostOf(ctx: StaffCtx, _given: unknown, asked: Asked): Promise<Answer> {
  const { name } = await endColleague(ctx, recordId(asked));
  return seeOther(path, `That role of ${name} has ended.`);
}

export const administratorShape = z.object(whoShape);

/** The partnership manager adds the first person who looks after an agency's people. */
export async function administratorPage(ctx: StaffCtx, asked: Asked, again: Again = { values: {}, errors: [] }): Promise<Answer> {
  const agency = await agencyOf(ctx, recordId(asked));
  const trail = [
    { href: '/administration/agencies', label: 'Agencies' },
    { href: `/administration/agencies/${agency.id}`, label: agency.name },
  ];
  return frame(
    ctx,
    { title: 'Add its administrator', trail, errors: again.errors },
    <Form action={`/administration/agencies/${agency.id}/administrator`} {...formCarries(ctx)}>
      <p class="govuk-body">They add and end the people of {agency.name}, within its agreement. They see nothing about any child.</p>
      <Account signIns={await providers(ctx)} again={again} />
      <Button>Add them</Button>
    </Form>,
  );
}

/** Takes the agency's administrator in, and lets the provider speak for the agency. */
export async function addAdministrator(ctx: StaffCtx, given: z.output<typeof administratorShape>, asked: Asked): Promise<Answer> {
  const agency = await agencyOf(ctx, recordId(asked));
  about(ctx, 'agency', agency.id);
  if (agency.clauses.length === 0) throw refused('Nobody joins an agency before its agreement stands.');
  const provider = found((await providers(ctx)).find((one) => one.id === given.providerId));
  await bindProvider(ctx, provider.id, agency.id);
  await addColleague(ctx, { ...given, agencyId: agency.id, role: 'AG_ADM', teamId: null, issuer: provider.issuer });
  return seeOther(`/administration/agencies/${agency.id}`, `${given.name} looks after its people from now.`);
}
