import type { StaffCtx } from '../../../../../platform/access/ctx.ts';
import { roleNames, type Role } from '../../../../../platform/access/roles.ts';
import { clockTime } from '../../../../../platform/time/plain-dates.ts';
import { SelectField, TextField } from '../../../../../platform/web/form-kit.tsx';
import { Filters } from '../../../../../platform/web/patterns/filters.tsx';
import { EmptyList, ListSummary } from '../../../../../platform/web/patterns/list-summary.tsx';
import { SortableTable } from '../../../../../platform/web/patterns/sortable-table.tsx';
import type { Answer, Asked } from '../../../../../platform/web/route.ts';
import { staffView } from '../../../../../platform/web/view.tsx';
import { areas, directoryPage, liveAgencies, practitioners, type DirectoryFilter, type Practitioner } from '../../practitioner.store.ts';
import { coverOf, reachNow } from '../../reach.ts';
import { londonDay } from '../../../today.ts';

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

function filterFrom(query: Readonly<Record<string, string>>): DirectoryFilter {
  const [text, agency, role, area] = ['q', 'agency', 'role', 'area'].map((name) => (query[name] ?? '').trim().slice(0, 80)) as [
    string,
    string,
    string,
    string,
  ];
  return { text, agencyId: uuid.test(agency) ? agency : null, role: role in roleNames ? role : null, area: area || null };
}

/** The directory of practitioners: who works where, how to reach them now, who covers them. Found by name, agency, team, role and area. */
export async function practitionersPage(ctx: StaffCtx, asked: Asked): Promise<Answer> {
  const filter = filterFrom(asked.query);
  const found = await practitioners(ctx, filter);
  const agencies = await liveAgencies(ctx);
  return staffView(
    ctx,
    { title: 'Practitioners', wide: true, breadcrumbs: [{ href: '/today', label: 'Today' }, { label: 'Practitioners' }] },
    <>
      <h1 class="govuk-heading-l">Practitioners</h1>
      <Narrow filter={filter} agencies={agencies} areas={await areas(ctx)} />
      <p class="govuk-body">
        <a class="govuk-link" href={`/practitioners/${ctx.who.staffId}`}>
          Your own page
        </a>
        : days away, children you say you work with, children you follow, messages passed on to you.
      </p>
      <ListSummary
        count={found.length}
        noun={['post', 'posts']}
        filter={inWords(filter, agencies, found.length)}
        sort="by name"
        asOf={`${clockTime(ctx.now)} today`}
      />
      {found.length === 0 ? (
        <EmptyList
          why="No practitioner who works here matches that."
          whatToDo="Try a part of the name, the team or the agency. Practitioners of agencies that have not joined are named only on the child’s own list."
        />
      ) : (
        <Table rows={found} today={londonDay(ctx)} />
      )}
    </>,
  );
}

function inWords(filter: DirectoryFilter, agencies: readonly { id: string; name: string }[], count: number): string {
  const agency = agencies.find((one) => one.id === filter.agencyId)?.name;
  const parts = [
    filter.text ? `with “${filter.text}”` : '',
    agency ?? 'all agencies',
    filter.role ? roleNames[filter.role as Role] : '',
    filter.area ? `in ${filter.area}` : '',
    count === directoryPage ? `the first ${directoryPage}; add a word to narrow it` : '',
  ];
  return parts.filter(Boolean).join(', ');
}

interface NarrowProps {
  filter: DirectoryFilter;
  agencies: readonly { id: string; name: string }[];
  areas: readonly string[];
}

function Narrow({ filter, agencies, areas: known }: NarrowProps) {
  const values = { q: filter.text, agency: filter.agencyId ?? '', role: filter.role ?? '', area: filter.area ?? '' };
  const roles = Object.entries(roleNames).map(([value, text]) => ({ value, text }));
  return (
    <Filters action="/practitioners" label="practitioners" active={Object.values(values).some(Boolean)}>
      <TextField name="q" label="Name, team, agency or what they do" width={20} values={values} />
      <SelectField
        name="agency"
        label="Agency"
        empty="All"
        items={agencies.map((one) => ({ value: one.id, text: one.name }))}
        values={values}
      />
      <SelectField name="role" label="Role" empty="All" items={roles} values={values} />
      <SelectField name="area" label="Area" empty="All" items={known.map((area) => ({ value: area, text: area }))} values={values} />
    </Filters>
  );
}

/** The first three areas and how many more: the practitioner’s own page has all. */
function areasOf(all: readonly string[]): string {
  if (all.length === 0) return 'Not said';
  return all.length <= 4 ? all.join(', ') : `${all.slice(0, 3).join(', ')} and ${all.length - 3} more`;
}

function Table({ rows, today }: { rows: readonly Practitioner[]; today: string }) {
  const columns = ['Name', 'What they do', 'Team and agency', 'Area', 'How to reach them now', 'At work'].map((heading) => ({ heading }));
  return (
    <SortableTable
      caption="Practitioners"
      captionHidden
      columns={columns}
      path="/practitioners"
      rows={rows.map((one) => ({
        cells: [
          <a class="govuk-link" href={`/practitioners/${one.id}`}>
            {one.name}
          </a>,
          one.jobTitle,
          [one.team, one.agency].filter(Boolean).join(', '),
          areasOf(one.areas),
          reachNow(one, today),
          coverOf(one, today) ? 'Away' : 'At work',
        ],
      }))}
    />
  );
}
