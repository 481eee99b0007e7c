import { may, type StaffCtx } from '../../../../../platform/access/ctx.ts';
import { clockTime } from '../../../../../platform/time/plain-dates.ts';
import { shortDate } from '../../../../../platform/time/plain-dates.ts';
import { londonDate } from '../../../../../platform/time/london.ts';
import { ClockTag } from '../../../../../platform/web/patterns/clock-tag.tsx';
import { Filters } from '../../../../../platform/web/patterns/filters.tsx';
import { EmptyList, ListSummary } from '../../../../../platform/web/patterns/list-summary.tsx';
import { SortableTable, sortFrom, type Column } from '../../../../../platform/web/patterns/sortable-table.tsx';
import { SelectField } from '../../../../../platform/web/form-kit.tsx';
import type { Answer, Asked } from '../../../../../platform/web/route.ts';
import { staffView } from '../../../../../platform/web/view.tsx';
import { episodeStates, type EpisodeState } from '../../early-help.codes.ts';
import {
  familiesPageLength,
  familiesPageOf,
  orderKeys,
  type FamiliesFilter,
  type FamilyRow,
  type OrderKey,
  type Whose,
} from '../../families.store.ts';
import { ListPages } from '../../parts/list-pages.tsx';
import { EpisodeTag } from '../../parts/episode-shell.tsx';

const columns: readonly Column[] = [
  { key: 'family', heading: 'Family' },
  { key: 'state', heading: 'Where it stands' },
  { key: 'lead', heading: 'Lead professional' },
  { key: 'team', heading: 'Team' },
  { key: 'since', heading: 'Asked for' },
  { key: 'due', heading: 'Due' },
];
const whoseWords: Record<Whose, string> = { mine: 'My families', team: 'My team’s families', all: 'All families' };

function filterFrom(ctx: StaffCtx, query: Asked['query']): FamiliesFilter {
  const wanted = query['whose'];
  const leadsTeam = may(ctx, 'early-help.allocate');
  const whose: Whose = wanted === 'mine' || wanted === 'team' || wanted === 'all' ? wanted : leadsTeam ? 'team' : 'mine';
  const state = query['state'] ?? 'open';
  return { whose, state: state === 'ended' || Object.hasOwn(episodeStates, state) ? (state as FamiliesFilter['state']) : 'open' };
}

const orderOf = (key: string): OrderKey => orderKeys.find((one) => one === key) ?? 'due';

/** The page asked for, from 1; anything else is the first. */
const pageFrom = (typed: string | undefined): number => (/^[1-9]\d{0,3}$/.test(typed ?? '') ? Number(typed) : 1);

/** My families, my team's, or all I may open: how many, by what, what is due. */
export async function familiesPage(ctx: StaffCtx, asked: Asked): Promise<Answer> {
  const filter = filterFrom(ctx, asked.query);
  const sort = sortFrom(asked.query['sort'], columns, { key: 'due', direction: 'ascending' });
  const page = pageFrom(asked.query['page']);
  const { rows, total } = await familiesPageOf(ctx, filter, { key: orderOf(sort.key), direction: sort.direction, page });
  const state = filter.state === 'open' ? 'open' : filter.state === 'ended' ? 'ended' : episodeStates[filter.state].toLowerCase();
  return staffView(
    ctx,
    { title: 'Families', wide: true, breadcrumbs: [{ label: 'Families' }] },
    <>
      <h1 class="govuk-heading-l">{whoseWords[filter.whose]}</h1>
      <FamilyFilters filter={filter} sort={asked.query['sort']} />
      <ListSummary
        count={total}
        noun={['family', 'families']}
        filter={state}
        sort={`by ${(columns.find((column) => column.key === sort.key)?.heading ?? '').toLowerCase()}`}
        asOf={`${clockTime(ctx.now)} today`}
      />
      {rows.length === 0 ? (
        <NoFamilies whose={filter.whose} />
      ) : (
        <SortableTable
          caption="Families and where their help stands"
          captionHidden
          columns={columns}
          sort={sort}
          path="/families"
          query={{ whose: filter.whose, state: filter.state }}
          rows={rows.map((row) => cellsOf(row, ctx))}
        />
      )}
      <ListPages
        page={page}
        pages={Math.ceil(total / familiesPageLength)}
        label="Pages of families"
        href={(number) =>
          `/families?${new URLSearchParams({ whose: filter.whose, state: filter.state, sort: asked.query['sort'] ?? 'due', page: String(number) })}`
        }
      />
    </>,
  );
}

function FamilyFilters({ filter, sort }: { filter: FamiliesFilter; sort: string | undefined }) {
  const whose = Object.entries(whoseWords).map(([value, text]) => ({ value, text }));
  const states = [
    { value: 'open', text: 'Open' },
    { value: 'ended', text: 'Ended' },
    ...Object.entries(episodeStates).map(([value, text]) => ({ value, text })),
  ];
  return (
    <Filters action="/families" label="families" keep={{ sort }} active={filter.state !== 'open'}>
      <SelectField name="whose" label="Whose" items={whose} values={{ whose: filter.whose }} empty={false} />
      <SelectField name="state" label="Where it stands" items={states} values={{ state: filter.state }} empty={false} />
    </Filters>
  );
}

function cellsOf(row: FamilyRow, ctx: StaffCtx) {
  const today = londonDate(ctx.now);
  return {
    id: `episode-${row.id}`,
    cells: [
      row.name ? (
        <a class="govuk-link" href={`/early-help/${row.id}`}>
          {row.name}
        </a>
      ) : (
        <span>
          {row.reference} <span class="gt-muted">(name not open to you)</span>
        </span>
      ),
      <EpisodeTag state={row.state as EpisodeState} />,
      row.lead_name ?? 'Nobody yet',
      row.team_name ?? 'No team yet',
      shortDate(londonDate(row.requested_at), today),
      row.clock ? (
        <ClockTag state={row.clock.reading.state} words={row.clock.reading.words} exact={row.clock.reading.exact} />
      ) : (
        'No clock running'
      ),
    ],
  };
}

function NoFamilies({ whose }: { whose: Whose }) {
  if (whose === 'mine')
    return (
      <EmptyList
        why="You lead no plan, stand in for nobody and sit in no team around a family with this filter."
        whatToDo={
          <a class="govuk-link" href="/invitations">
            See whether someone has asked you
          </a>
        }
      />
    );
  return (
    <EmptyList
      why={whose === 'team' ? 'Your team holds no family with this filter.' : 'No family you may open has this filter.'}
      whatToDo="Clear the filter, or ask an early help co-ordinator."
    />
  );
}
