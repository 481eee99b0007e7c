import { saw, type StaffCtx } from '../../../../../platform/access/ctx.ts';
import { notFound } from '../../../../../platform/access/refusal.ts';
import { addDays, type PlainDate } from '../../../../../platform/time/calendar-day.ts';
import { londonDate } from '../../../../../platform/time/london.ts';
import { fullDate, shortDate, shortMoment } from '../../../../../platform/time/plain-dates.ts';
import { Pagination } from '../../../../../platform/web/govuk/pagination.tsx';
import { EmptyList, ListSummary } from '../../../../../platform/web/patterns/list-summary.tsx';
import { SortableTable } from '../../../../../platform/web/patterns/sortable-table.tsx';
import type { Answer, Asked } from '../../../../../platform/web/route.ts';
import { stateWords, type ContactState } from '../../../contact.ts';
import { sourceWords } from '../../../codes.ts';
import { outcomeOf, type OutcomeCode } from '../../../decision.ts';
import { sightOf } from '../../counted-for.store.ts';
import { countedBehind, countedPageLength, type Behind, type CountedRow } from '../../counted.store.ts';
import { agencyNames } from '../../figure.store.ts';
import { measureOf, type Measure } from '../../measure.ts';
import { periodAfter, periodOf } from '../../period.ts';
import { here, partWords } from '../../words.ts';
import { frame } from '../frame.tsx';

/** What a figure counts, line by line, under the reader's own scope; for readers of figures alone, why there is no such list. */
export async function contactsPage(ctx: StaffCtx, asked: Asked): Promise<Answer> {
  const measure = measureOf(asked.params['measure'] ?? '');
  const behind = measure && behindFrom(measure, asked.query, londonDate(ctx.now));
  if (!measure || !behind) throw notFound();
  const why =
    sightOf(ctx) === 'figures' ? 'Your role sees figures. Contacts are open to those who work at the front door.' : measure.noDrill;
  if (why) return shut(ctx, measure, why);
  const page = Math.max(1, Number(/^\d{1,5}$/.exec(asked.query['page'] ?? '')?.[0] ?? 1));
  const { rows, count } = await countedBehind(ctx, behind, page);
  const agencies = await agencyNames(ctx, measure.split === 'agency' ? [...new Set(rows.map((row) => row.part))] : []);
  saw(ctx, ...rows.flatMap((row) => row.personIds));
  Object.assign(ctx.note.detail, { measure: measure.key, from: behind.from, before: behind.before, lines: rows.length });
  return frame(
    ctx,
    { title: 'What is counted', trail: [{ href: `${here}/${measure.key}`, label: measure.name }] },
    <>
      <h1 class="govuk-heading-l">{`${measure.name}: what is counted`}</h1>
      <ListSummary
        count={count}
        noun={measure.noun}
        filter={filterWords(measure, behind, agencies)}
        sort="latest first"
        asOf="the last count"
      />
      {rows.length === 0 ? (
        <EmptyList why="Nothing you may open is counted here." whatToDo="Go back to the measure and choose another number." />
      ) : (
        <Lines ctx={ctx} rows={rows} measure={measure} agencies={agencies} />
      )}
      <Pages behind={behind} measure={measure} page={page} pages={Math.ceil(count / countedPageLength)} />
    </>,
  );
}

function filterWords(measure: Measure, behind: Behind, agencies: ReadonlyMap<string, string>): string {
  const days = `from ${fullDate(behind.from)} to ${fullDate(addDays(behind.before, -1))}`;
  const part = behind.part === null ? [] : [partOf(behind.part, measure, agencies).toLowerCase()];
  return [whichWords(measure, behind), days, ...part].join(', ');
}

function shut(ctx: StaffCtx, measure: Measure, why: string): Answer {
  return frame(
    ctx,
    { title: 'What is counted', trail: [{ href: `${here}/${measure.key}`, label: measure.name }] },
    <>
      <h1 class="govuk-heading-l">{`${measure.name}: what is counted`}</h1>
      <EmptyList why={why} whatToDo={`${measure.numerator} ${measure.denominator ? `Of: ${measure.denominator}` : ''}`} />
    </>,
  );
}

const day = /^\d{4}-\d{2}-\d{2}$/;

/** The figure asked for, that of the last whole month unless told; null where the address names none. */
function behindFrom(measure: Measure, query: Asked['query'], today: PlainDate): Behind | null {
  const month = periodOf(today, 'month');
  const { from = periodAfter(month, 'month', -1), before = month, part } = query;
  const real = [from, before].every(
    (one) => day.test(one) && !Number.isNaN(Date.parse(one)) && new Date(one).toISOString().startsWith(one),
  );
  if (!real || from >= before) return null;
  const which = (['all', 'counted', 'rest'] as const).find((one) => one === query['which']) ?? 'all';
  return { measure: measure.key, from, before, part: part ?? null, which };
}

const whichWords = (measure: Measure, { which }: Behind): string =>
  measure.unit !== 'percent' || which === 'all'
    ? 'all that are counted'
    : which === 'counted'
      ? 'those in the numerator'
      : 'those in the denominator alone';

/** A part in words; an outcome is a level and a code. */
function partOf(part: string, measure: Measure, agencies: ReadonlyMap<string, string>): string {
  if (measure.split !== 'outcome') return partWords(part, measure.split, agencies);
  const [level, code] = part.split(' ');
  return `Level ${level}, ${outcomeOf(code as OutcomeCode).label.toLowerCase()}`;
}

function Lines({
  ctx,
  rows,
  measure,
  agencies,
}: {
  ctx: StaffCtx;
  rows: readonly CountedRow[];
  measure: Measure;
  agencies: ReadonlyMap<string, string>;
}) {
  const today = londonDate(ctx.now);
  const counts = ({ amount }: CountedRow): string =>
    measure.unit === 'hours' ? `${(Math.round(amount / 6) / 10).toLocaleString('en-GB')} hours` : amount > 0 ? 'Yes' : 'No';
  return (
    <SortableTable
      caption={measure.numerator}
      path=""
      columns={[
        { heading: 'Contact' },
        { heading: 'Received' },
        { heading: 'Source' },
        { heading: 'Counts on' },
        ...(measure.split && measure.split !== 'source' ? [{ heading: 'Part' }] : []),
        ...(measure.unit === 'count' ? [] : [{ heading: measure.unit === 'hours' ? 'How long' : 'In the numerator' }]),
        { heading: 'Stands now' },
      ]}
      rows={rows.map((row) => ({
        cells: [
          <a class="govuk-link" href={`/front-door/contacts/${row.contactId}`}>
            {row.reference}
          </a>,
          shortMoment(row.receivedAt, today),
          sourceWords[row.sourceCode] ?? 'Not known',
          shortDate(row.countsOn, today),
          ...(measure.split && measure.split !== 'source' ? [partOf(row.part, measure, agencies)] : []),
          ...(measure.unit === 'count' ? [] : [counts(row)]),
          stateWords[row.state as ContactState],
        ],
      }))}
    />
  );
}

function Pages({ behind, measure, page, pages }: { behind: Behind; measure: Measure; page: number; pages: number }) {
  if (pages <= 1) return null;
  const query = { from: behind.from, before: behind.before, which: behind.which, ...(behind.part === null ? {} : { part: behind.part }) };
  const to = (number: number) => ({ href: `${here}/${measure.key}/contacts?${new URLSearchParams({ ...query, page: String(number) })}` });
  const near = Array.from({ length: pages }, (_, at) => at + 1).filter((one) => one === 1 || one === pages || Math.abs(one - page) <= 2);
  return (
    <Pagination
      previous={page > 1 ? to(page - 1) : undefined}
      next={page < pages ? to(page + 1) : undefined}
      items={near.flatMap((one, at) => [
        ...(at > 0 && one - (near[at - 1] ?? one) > 1 ? [{ ellipsis: true }] : []),
        { number: one, current: one === page, ...to(one) },
      ])}
      landmarkLabel="Pages of what is counted"
    />
  );
}
