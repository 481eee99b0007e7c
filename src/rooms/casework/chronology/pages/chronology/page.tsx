import { saw, type StaffCtx } from '../../../../../platform/access/ctx.ts';
import { isRealDate } from '../../../../../platform/time/calendar-day.ts';
import { clockTime } from '../../../../../platform/time/plain-dates.ts';
import { SelectField, TextField, type FieldState } from '../../../../../platform/web/form-kit.tsx';
import { Filters } from '../../../../../platform/web/patterns/filters.tsx';
import { IdentityBar } from '../../../../../platform/web/patterns/identity-bar.tsx';
import { EmptyList, ListSummary } from '../../../../../platform/web/patterns/list-summary.tsx';
import type { Again, Answer, Asked } from '../../../../../platform/web/route.ts';
import { staffView } from '../../../../../platform/web/view.tsx';
import { identityOf } from '../../../../people/index.ts';
import { eventCategories, type EventCategory } from '../../chronology.codes.ts';
import { chronologyOf, mayAddFor, sourcesOf, type ChronologyFilter } from '../../chronology.store.ts';
import { AddEventForm } from './add-event-form.tsx';
import { Events } from './events.tsx';

/** What happened in a child's life: filtered by category, agency and dates, with its gaps; add, judge, hide. */
export const chronologyPage = (ctx: StaffCtx, asked: Asked): Promise<Answer> => view(ctx, asked, {});
export const chronologyAgain = (ctx: StaffCtx, again: Again, asked: Asked): Promise<Answer> => view(ctx, asked, again);

/** Reads the filter from the address; what is none is left out. */
export function filterFrom(query: Asked['query']): ChronologyFilter {
  const day = (text: string | undefined): string | null => {
    const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text ?? '');
    return match && isRealDate(Number(match[1]), Number(match[2]), Number(match[3])) ? match[0] : null;
  };
  const category = eventCategories.find((one) => one === query['category']) ?? null;
  const agencyId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(query['agency'] ?? '') ? (query['agency'] ?? null) : null;
  return {
    category: category as EventCategory | null,
    agencyId,
    from: day(query['from']),
    to: day(query['to']),
    ...(query['proposed'] === 'no' ? { withProposed: false } : {}),
  };
}

async function view(ctx: StaffCtx, asked: Asked, state: FieldState): Promise<Answer> {
  const personId = asked.params['personId'] ?? '';
  const identity = await identityOf(ctx, personId);
  saw(ctx, personId);
  const filter = filterFrom(asked.query);
  const events = await chronologyOf(ctx, personId, filter);
  const mayAdd = await mayAddFor(ctx, personId);
  const path = `/chronology/${personId}`;
  const search = new URLSearchParams(Object.entries(asked.query)).toString();
  const active = Object.values(filter).some((value) => value !== null && value !== undefined);
  return staffView(
    ctx,
    {
      title: `Chronology of ${identity.name}`,
      wide: true,
      breadcrumbs: [{ href: `/people/${personId}`, label: identity.name }, { label: 'Chronology' }],
      ...(state.errors ? { errors: state.errors } : {}),
    },
    <>
      <IdentityBar {...identity.bar} />
      <h1 class="govuk-heading-l">Chronology of {identity.name}</h1>
      <ChronologyFilters path={path} asked={asked} agencies={await sourcesOf(ctx, personId)} active={active} />
      <ListSummary
        count={events.length}
        noun={['event', 'events']}
        filter={active ? 'with this filter' : undefined}
        sort="latest first"
        asOf={`${clockTime(ctx.now)} today`}
      />
      <p class="govuk-body gt-no-print">
        <a class="govuk-link" href={`${path}/print${search ? `?${search}` : ''}`}>
          Print for work
        </a>{' '}
        |{' '}
        <a class="govuk-link" href={`${path}/print?copy=family`}>
          Print for the family
        </a>
      </p>
      {events.length === 0 ? (
        <EmptyList
          why={
            mayAdd
              ? 'No event has this filter, or none was recorded.'
              : 'No events of this child are open to you. You see them once you work with the family.'
          }
          whatToDo={mayAdd ? 'Clear the filter, or add the first event below.' : undefined}
        />
      ) : (
        <>
          <h2 class="govuk-visually-hidden">Events</h2>
          <Events ctx={ctx} events={events} path={path} mayChange={mayAdd} />
        </>
      )}
      {mayAdd ? <AddEventForm ctx={ctx} path={path} state={state} /> : null}
    </>,
  );
}

function ChronologyFilters({
  path,
  asked,
  agencies,
  active,
}: {
  path: string;
  asked: Asked;
  agencies: readonly { id: string; name: string }[];
  active: boolean;
}) {
  return (
    <Filters action={path} label="events" active={active}>
      <SelectField
        name="category"
        label="What kind"
        items={eventCategories.map((value) => ({ value, text: value.charAt(0).toUpperCase() + value.slice(1) }))}
        empty="Everything"
        values={asked.query}
      />
      <SelectField
        name="agency"
        label="Source"
        items={agencies.map((agency) => ({ value: agency.id, text: agency.name }))}
        empty="Every agency"
        values={asked.query}
      />
      <TextField name="from" label="From" hint="2024-09-01" width={10} values={asked.query} />
      <TextField name="to" label="To" hint="2026-07-31" width={10} values={asked.query} />
      <SelectField
        name="proposed"
        label="Facts of the work not yet judged"
        items={[{ value: 'no', text: 'Leave out' }]}
        empty="Show"
        values={asked.query}
      />
    </Filters>
  );
}
