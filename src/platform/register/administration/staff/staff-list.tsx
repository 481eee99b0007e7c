import type { StaffCtx } from '../../../access/ctx.ts';
import { roleNames } from '../../../access/roles.ts';
import { clockTime, fullDate } from '../../../time/plain-dates.ts';
import { Button, Form, SelectField, TextField } from '../../../web/form-kit.tsx';
import { Pagination } from '../../../web/govuk/pagination.tsx';
import { Filters } from '../../../web/patterns/filters.tsx';
import { EmptyList, ListSummary } from '../../../web/patterns/list-summary.tsx';
import { SortableTable } from '../../../web/patterns/sortable-table.tsx';
import type { Answer, Asked } from '../../../web/route.ts';
import { formCarries } from '../../../web/view.tsx';
import { agencies } from '../agencies/agency.store.ts';
import { frame } from '../frame.tsx';
import { queryId } from '../record-id.ts';
import { pageSize, workers, type WorkerFilter, type WorkerLine } from './staff.store.ts';

const path = '/administration/people';
const states = { working: 'Working here', left: 'Left', all: 'Everyone' } as const;
const columns = [{ heading: 'Name' }, { heading: 'Job' }, { heading: 'Works today for' }, { heading: 'Sign-in' }];

/** People who work here, fifty a page. A name is searched for by POST, so that no name stands in an address. */
export async function workerList(ctx: StaffCtx, asked: Asked, name: string | null = null): Promise<Answer> {
  const filter = filterFrom(asked, name);
  const page = Math.max(1, Math.min(10_000, Number.parseInt(asked.query['page'] ?? '1', 10) || 1));
  const { rows, count } = await workers(ctx, filter, page);
  ctx.note.detail['found'] = count;
  const options = (await agencies(ctx)).map((agency) => ({ value: agency.id, text: agency.name }));
  return frame(
    ctx,
    { title: 'People who work here', wide: true },
    <>
      <Button href={`${path}/add`}>Add someone</Button>
      <Form action={path} {...formCarries(ctx)} classes="gt-filters">
        <TextField name="name" label="Find by name" width={20} values={{ name: name ?? '' }} />
        <Button classes="govuk-button--secondary">Find</Button>
      </Form>
      <Narrowing filter={filter} options={options} />
      <ListSummary count={count} noun={['person', 'people']} filter={inWords(filter)} sort="by name" asOf={clockTime(ctx.now)} />
      {rows.length === 0 ? (
        <EmptyList
          why="Nobody fits these filters."
          whatToDo={
            <a class="govuk-link" href={path}>
              Clear the filters
            </a>
          }
        />
      ) : (
        <People rows={rows} />
      )}
      {name === null && count > pageSize ? <Pages page={page} pages={Math.ceil(count / pageSize)} filter={filter} /> : null}
    </>,
  );
}

function filterFrom(asked: Asked, name: string | null): WorkerFilter {
  const wanted = asked.query['state'];
  const usual = name === null ? 'working' : 'all';
  return {
    agencyId: queryId(asked, 'agency'),
    teamId: queryId(asked, 'team'),
    state: wanted === 'left' || wanted === 'all' ? wanted : usual,
    name,
  };
}

const inWords = ({ state, agencyId, teamId, name }: WorkerFilter): string =>
  [states[state].toLowerCase(), agencyId && 'one agency', teamId && 'one team', name && `named like “${name}”`].filter(Boolean).join(', ');

function Narrowing({ filter, options }: { filter: WorkerFilter; options: { value: string; text: string }[] }) {
  const values = { agency: filter.agencyId ?? '', state: filter.state };
  const active = filter.agencyId !== null || filter.teamId !== null || filter.state !== 'working';
  return (
    <Filters action={path} label="people" keep={{ team: filter.teamId ?? undefined }} active={active}>
      <SelectField name="agency" label="Agency" items={options} empty="Every agency" values={values} />
      <SelectField
        name="state"
        label="Who"
        items={Object.entries(states).map(([value, text]) => ({ value, text }))}
        empty={false}
        values={values}
      />
    </Filters>
  );
}

/** "Front door manager, Front door, Council children's social care"; a school's team that repeats the school's name is left out. */
const postsInWords = (posts: WorkerLine['posts']): string =>
  posts
    .map(({ role, team, agency }) => [roleNames[role], team?.includes(agency) ? null : team, agency].filter(Boolean).join(', '))
    .join('; ') || 'Nobody: no role today';

function People({ rows }: { rows: readonly WorkerLine[] }) {
  return (
    <SortableTable
      caption="People who work here"
      captionHidden
      columns={columns}
      path={path}
      rows={rows.map((row) => ({
        cells: [
          <a class="govuk-link" href={`${path}/${row.id}`}>
            {row.name}
          </a>,
          row.jobTitle,
          row.leftOn ? `Left on ${fullDate(row.leftOn)}` : postsInWords(row.posts),
          row.signIns > 0 ? 'Linked' : 'Not linked yet',
        ],
      }))}
    />
  );
}

function Pages({ page, pages, filter }: { page: number; pages: number; filter: WorkerFilter }) {
  const kept = {
    state: filter.state,
    ...(filter.agencyId ? { agency: filter.agencyId } : {}),
    ...(filter.teamId ? { team: filter.teamId } : {}),
  };
  const href = (to: number): string => `${path}?${new URLSearchParams({ ...kept, page: String(to) })}`;
  return (
    <Pagination previous={page > 1 ? { href: href(page - 1) } : undefined} next={page < pages ? { href: href(page + 1) } : undefined} />
  );
}
