import { about, type StaffCtx } from '../../../access/ctx.ts';
import { roleNames, type Role } from '../../../access/roles.ts';
import { londonDate } from '../../../time/london.ts';
import { clockTime, fullDate, longMoment } from '../../../time/plain-dates.ts';
import { Button, Form, SelectField, TextField } from '../../../web/form-kit.tsx';
import { Pagination } from '../../../web/govuk/pagination.tsx';
import { SummaryList } from '../../../web/govuk/summary-list.tsx';
import { Table } from '../../../web/govuk/table.tsx';
import { Filters } from '../../../web/patterns/filters.tsx';
import { EmptyList, ListSummary } from '../../../web/patterns/list-summary.tsx';
import { SortableTable } from '../../../web/patterns/sortable-table.tsx';
import type { Answer, Asked } from '../../../web/route.ts';
import { formCarries } from '../../../web/view.tsx';
import { agencies } from '../agencies/agency.store.ts';
import { frame, LinkLine } from '../frame.tsx';
import { queryId, recordId } from '../record-id.ts';
import { liveSessionsOf } from '../sessions/session-list.store.ts';
import { pageSize, postsOf, tiesOf, workerOf, workers, type Post, type Tie, type Worker, type WorkerFilter } from './staff.store.ts';

const path = '/administration/people';
export const trail = [{ href: path, label: 'People who work here' }];
const states = { working: 'Working here', left: 'Left', all: 'Everyone' } as const;
const columns = [{ heading: 'Name' }, { heading: 'Job' }, { heading: 'Works today for' }, { heading: 'Sign-in' }];

/** People who work here, fifty a page. A name is searched for by POST, so that no name stands in an address. */
export async function workerList(ctx: StaffCtx, asked: Asked, name: string | null = null): Promise<Answer> {
  const wanted = asked.query['state'];
  const filter: WorkerFilter = { agencyId: queryId(asked, 'agency'), teamId: queryId(asked, 'team'), state: wanted === 'left' || wanted === 'all' ? wanted : name === null ? 'working' : 'all', name };
  const page = Math.max(1, Math.min(10_000, Number.parseInt(asked.query['page'] ?? '1', 10) || 1));
  const { rows, count } = await workers(ctx, filter, page);
  ctx.note.detail['found'] = count;
  const options = (await agencies(ctx)).map((agency) => ({ value: agency.id, text: agency.name }));
  const values = { agency: filter.agencyId ?? '', state: filter.state, name: name ?? '' };
  return frame(ctx, { title: 'People who work here', wide: true }, (
    <>
      <Button href={`${path}/add`}>Add someone</Button>
      <Form action={path} {...formCarries(ctx)}><TextField name="name" label="Find by name" width={20} values={values} /><Button classes="govuk-button--secondary">Find</Button></Form>
      <Filters action={path} label="people" keep={{ team: filter.teamId ?? undefined }} active={filter.agencyId !== null || filter.teamId !== null || filter.state !== 'working'}>
        <SelectField name="agency" label="Agency" items={options} empty="Every agency" values={values} />
        <SelectField name="state" label="Who" items={Object.entries(states).map(([value, text]) => ({ value, text }))} empty={false} values={values} />
      </Filters>
      <ListSummary count={count} noun={['person', 'people']} filter={[states[filter.state].toLowerCase(), filter.agencyId && 'one agency', filter.teamId && 'one team', name && `named like “${name}”`].filter(Boolean).join(', ')} sort="by name" asOf={clockTime(ctx.now)} />
      {rows.length === 0 ? <EmptyList why="Nobody fits these filters." whatToDo={<a class="govuk-link" href={path}>Clear the filters</a>} /> : (
        <SortableTable caption="People who work here" captionHidden columns={columns} path={path} rows={rows.map((row) => ({
          cells: [<a class="govuk-link" href={`${path}/${row.id}`}>{row.name}</a>, row.jobTitle, row.leftOn ? `Left on ${fullDate(row.leftOn)}` : row.posts || 'Nobody: no role today', row.signIns > 0 ? 'Linked' : 'Not linked yet'],
        }))} />
      )}
      {name === null && count > pageSize ? <Pages page={page} pages={Math.ceil(count / pageSize)} filter={filter} /> : null}
    </>
  ));
}

function Pages({ page, pages, filter }: { page: number; pages: number; filter: WorkerFilter }) {
  const href = (to: number): string => `${path}?${new URLSearchParams({ state: filter.state, ...(filter.agencyId ? { agency: filter.agencyId } : {}), ...(filter.teamId ? { team: filter.teamId } : {}), page: String(to) })}`;
  return <Pagination previous={page > 1 ? { href: href(page - 1) } : undefined} next={page < pages ? { href: href(page + 1) } : undefined} />;
}

/** One person: what they do, how they sign in, where they are signed in now. */
export async function workerPage(ctx: StaffCtx, asked: Asked): Promise<Answer> {
  const worker = await workerOf(ctx, recordId(asked));
  about(ctx, 'staff', worker.id);
  const [posts, ties, sessions] = [await postsOf(ctx, worker.id), await tiesOf(ctx, worker.id), await liveSessionsOf(ctx, worker.id)];
  const own = `${path}/${worker.id}`;
  return frame(ctx, { title: worker.name, trail, wide: true }, (
    <>
      <Facts worker={worker} />
      <div class="govuk-button-group">
        <Button href={`${own}/change`}>Change</Button>
        {worker.leftOn ? null : <Button href={`${own}/leave`} classes="govuk-button--warning">Record that they leave</Button>}
      </div>
      <h2 class="govuk-heading-m">Roles</h2>
      <Roles posts={posts} own={own} today={londonDate(ctx.now)} />
      <LinkLine href={`${own}/roles/add`}>Add a role</LinkLine>
      <h2 class="govuk-heading-m">Sign-in</h2>
      <SignIns ties={ties} own={own} carries={formCarries(ctx)} />
      <LinkLine href={`${own}/sign-ins/add`}>Link an account</LinkLine>
      <h2 class="govuk-heading-m">Signed in now</h2>
      <p class="govuk-body">{sessions.length === 0 ? 'Not signed in anywhere.' : <a class="govuk-link" href={`/administration/sessions?person=${worker.id}`}>{`${sessions.length} ${sessions.length === 1 ? 'session' : 'sessions'}`}</a>}</p>
    </>
  ));
}

const Facts = ({ worker }: { worker: Worker }) => (
  <SummaryList rows={[
    { key: 'Job', value: worker.jobTitle }, { key: 'Email', value: worker.email ?? 'Not recorded' }, { key: 'Telephone', value: worker.phone ?? 'Not recorded' },
    worker.awayUntil ? { key: 'Away', value: `up to and including ${fullDate(worker.awayUntil)}${worker.coverName ? `; ${worker.coverName} covers` : ''}` } : null,
    worker.leftOn ? { key: 'Last day', value: fullDate(worker.leftOn) } : null, worker.synthetic ? { key: 'Invented', value: 'A demonstration person' } : null,
  ]} />
);

function Roles({ posts, own, today }: { posts: readonly Post[]; own: string; today: string }) {
  if (posts.length === 0) return <p class="govuk-body">No role yet. Without one nothing opens.</p>;
  return (
    <Table head={['Role', 'Agency', 'Team', 'From', 'To', ''].map((text) => ({ text }))} firstCellIsHeader rows={posts.map((post) => [
      roleNames[post.role as Role], post.agencyName, post.teamName ?? '–', fullDate(post.from), post.to ? fullDate(post.to) : 'No end',
      { text: post.to && post.to < today ? 'Ended' : <a class="govuk-link" href={`${own}/roles/${post.id}/end`}>End<span class="govuk-visually-hidden"> the role {roleNames[post.role as Role]}</span></a> },
    ])} />
  );
}

function SignIns({ ties, own, carries }: { ties: readonly Tie[]; own: string; carries: { csrf: string; idempotencyKey: string } }) {
  if (ties.length === 0) return <p class="govuk-body">No account is linked, so this person cannot sign in yet.</p>;
  return (
    <Table head={['Provider', 'Subject', 'Linked on', ''].map((text) => ({ text }))} rows={ties.map((tie) => [
      tie.providerName ?? tie.issuer, tie.subject, longMoment(tie.addedAt),
      { text: (
        <Form action={`${own}/sign-ins/remove`} {...carries}>
          <input type="hidden" name="issuer" value={tie.issuer} /><input type="hidden" name="subject" value={tie.subject} />
          <Button classes="govuk-button--secondary govuk-!-margin-bottom-0">Remove</Button>
        </Form>
      ) },
    ])} />
  );
}
