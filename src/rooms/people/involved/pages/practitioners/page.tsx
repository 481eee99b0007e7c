import type { StaffCtx } from '../../../../../platform/access/ctx.ts';
import { clockTime, shortDate } from '../../../../../platform/time/plain-dates.ts';
import { TextField } from '../../../../../platform/web/form-kit.tsx';
import { Filters } from '../../../../../platform/web/patterns/filters.tsx';
import { EmptyList, ListSummary } from '../../../../../platform/web/patterns/list-summary.tsx';
import { SortableTable } from '../../../../../platform/web/patterns/sortable-table.tsx';
import type { Answer, Asked } from '../../../../../platform/web/route.ts';
import { staffView } from '../../../../../platform/web/view.tsx';
import { directoryPage, practitioners, type Practitioner } from '../../practitioner.store.ts';
import { londonDay } from '../../../today.ts';

function coverOf(one: Practitioner, today: string): string {
  if (!one.awayUntil || one.awayUntil < today) return 'At work';
  const cover = one.cover
    ? `covered by ${one.cover}${one.coverPhone ? `, ${one.coverPhone}` : ''}`
    : `no cover named${one.teamPhone ? `; ring the team, ${one.teamPhone}` : ''}`;
  return `Away until ${shortDate(one.awayUntil, today)}, ${cover}`;
}

/** The directory of practitioners: who works where, how to reach them now, who covers them. */
export async function practitionersPage(ctx: StaffCtx, asked: Asked): Promise<Answer> {
  const text = (asked.query['q'] ?? '').trim().slice(0, 80);
  const found = await practitioners(ctx, text);
  const columns = ['Name', 'What they do', 'Team and agency', 'How to reach them', 'At work'].map((heading) => ({ heading }));
  return staffView(
    ctx,
    { title: 'Practitioners', wide: true, breadcrumbs: [{ href: '/people/find', label: 'Find a child' }, { label: 'Practitioners' }] },
    <>
      <h1 class="govuk-heading-l">Practitioners</h1>
      <Filters action="/practitioners" label="practitioners" active={text !== ''}>
        <TextField name="q" label="Name, team, agency or what they do" width={30} values={{ q: text }} />
      </Filters>
      <ListSummary
        count={found.length}
        noun={['practitioner', 'practitioners']}
        filter={[
          text ? `with “${text}”` : 'all agencies',
          found.length === directoryPage ? `the first ${directoryPage}; add a word to narrow it` : '',
        ]
          .filter(Boolean)
          .join(', ')}
        sort="by name"
        asOf={`${clockTime(ctx.now)} today`}
      />
      {found.length === 0 ? (
        <EmptyList
          why="No practitioner who works here matches that."
          whatToDo="Try a part of the name, the team or the agency. Practitioners of agencies that have not joined are named only on the child’s own list."
        />
      ) : (
        <SortableTable
          caption="Practitioners"
          captionHidden
          columns={columns}
          path="/practitioners"
          rows={found.map((one) => ({
            cells: [
              one.name,
              one.jobTitle,
              [one.team, one.agency].filter(Boolean).join(', '),
              [one.phone ?? one.teamPhone, one.email].filter(Boolean).join(', ') || 'No number recorded',
              coverOf(one, londonDay(ctx)),
            ],
          }))}
        />
      )}
    </>,
  );
}
