import { about, type StaffCtx } from '../../../access/ctx.ts';
import { clockTime } from '../../../time/plain-dates.ts';
import { Button, Form, SelectField, TextField } from '../../../web/form-kit.tsx';
import { SummaryList } from '../../../web/govuk/summary-list.tsx';
import { EmptyList, ListSummary } from '../../../web/patterns/list-summary.tsx';
import { NarrowList } from '../../../web/patterns/narrow-list.tsx';
import { SortableTable } from '../../../web/patterns/sortable-table.tsx';
import { recordId } from '../record-id.ts';
import type { Again, Answer, Asked } from '../../../web/route.ts';
import { formCarries } from '../../../web/view.tsx';
import { agencies } from '../agencies/agency.store.ts';
import { frame } from '../frame.tsx';
import { purposes, teamOf, teams } from './team.store.ts';

const trail = [{ href: '/administration/teams', label: 'Teams' }];
const columns = [{ heading: 'Team' }, { heading: 'Agency' }, { heading: 'There for' }, { heading: 'People', numeric: true }];

/** The teams of every agency. */
export async function teamList(ctx: StaffCtx): Promise<Answer> {
  const rows = await teams(ctx);
  return frame(
    ctx,
    { title: 'Teams', wide: true },
    <>
      <Button href="/administration/teams/add">Add a team</Button>
      <ListSummary count={rows.length} noun={['team', 'teams']} sort="by agency and name" asOf={clockTime(ctx.now)} />
      {rows.length === 0 ? (
        <EmptyList why="No team has been added yet." whatToDo="Add the front door first: contacts wait there." />
      ) : (
        <>
          <NarrowList list="teams" label="Narrow this list" />
          <SortableTable
            id="teams"
            caption="Teams"
            captionHidden
            columns={columns}
            path="/administration/teams"
            rows={rows.map((team) => ({
              cells: [
                <a class="govuk-link" href={`/administration/teams/${team.id}`}>
                  {team.name}
                </a>,
                team.agencyName,
                purposes[team.purpose],
                team.people,
              ],
            }))}
          />
        </>
      )}
    </>,
  );
}

/** One team. */
export async function teamPage(ctx: StaffCtx, asked: Asked): Promise<Answer> {
  const team = await teamOf(ctx, recordId(asked));
  about(ctx, 'team', team.id);
  return frame(
    ctx,
    { title: team.name, trail },
    <>
      <SummaryList
        rows={[
          {
            key: 'Agency',
            value: (
              <a class="govuk-link" href={`/administration/agencies/${team.agencyId}`}>
                {team.agencyName}
              </a>
            ),
          },
          { key: 'There for', value: purposes[team.purpose] },
          { key: 'Telephone', value: team.phone ?? 'Not recorded' },
          { key: 'Shared mailbox', value: team.email ?? 'Not recorded' },
          {
            key: 'People',
            value: (
              <a class="govuk-link" href={`/administration/people?team=${team.id}`}>
                {team.people} working today
              </a>
            ),
          },
        ]}
      />
      <Button href={`/administration/teams/${team.id}/change`}>Change</Button>
    </>,
  );
}

/** The form for a new team; `?agency=` chooses its agency beforehand. */
export async function addTeamForm(ctx: StaffCtx, asked: Asked, again?: Again): Promise<Answer> {
  const items = (await agencies(ctx)).map((agency) => ({ value: agency.id, text: agency.name }));
  const state = again ?? { values: { agencyId: asked.query['agency'] ?? '' }, errors: [] };
  return frame(
    ctx,
    { title: 'Add a team', trail, errors: state.errors },
    <Form action="/administration/teams/add" {...formCarries(ctx)}>
      <SelectField name="agencyId" label="Agency" items={items} {...state} />
      <TeamQuestions again={state} />
    </Form>,
  );
}

/** The form to change a team. */
export async function changeTeamForm(ctx: StaffCtx, asked: Asked, again?: Again): Promise<Answer> {
  const team = await teamOf(ctx, recordId(asked));
  const state = again ?? {
    values: { name: team.name, purpose: team.purpose, phone: team.phone ?? '', email: team.email ?? '' },
    errors: [],
  };
  return frame(
    ctx,
    { title: `Change ${team.name}`, trail, errors: state.errors },
    <Form action={`/administration/teams/${team.id}/change`} {...formCarries(ctx)}>
      <TeamQuestions again={state} />
    </Form>,
  );
}

function TeamQuestions({ again }: { again: Again }) {
  return (
    <>
      <TextField name="name" label="Name of the team" {...again} />
      <SelectField
        name="purpose"
        label="What it is there for"
        hint="Decides which queues and records its members may open."
        items={Object.entries(purposes).map(([value, text]) => ({ value, text }))}
        {...again}
      />
      <TextField name="phone" label="Telephone (optional)" hint="Also used as cover for its members" type="tel" width={20} {...again} />
      <TextField name="email" label="Shared mailbox (optional)" type="email" {...again} />
      <Button>Save</Button>
    </>
  );
}
