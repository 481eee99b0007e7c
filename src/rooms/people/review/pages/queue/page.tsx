import type { StaffCtx } from '../../../../../platform/access/ctx.ts';
import { daysBetween } from '../../../../../platform/time/calendar-day.ts';
import { londonDate } from '../../../../../platform/time/london.ts';
import { clockTime, counted } from '../../../../../platform/time/plain-dates.ts';
import { Pagination } from '../../../../../platform/web/govuk/pagination.tsx';
import { Button, Form, SelectField } from '../../../../../platform/web/form-kit.tsx';
import { Filters } from '../../../../../platform/web/patterns/filters.tsx';
import { EmptyList, ListSummary } from '../../../../../platform/web/patterns/list-summary.tsx';
import { SortableTable } from '../../../../../platform/web/patterns/sortable-table.tsx';
import type { Answer, Asked } from '../../../../../platform/web/route.ts';
import { formCarries, staffView } from '../../../../../platform/web/view.tsx';
import { londonDay } from '../../../today.ts';
import { harms, harmWords, kinds, kindWords, waitsWords, type QuestionLine } from '../../question.ts';
import { openQuestions, pageLength, queueCounts, type QueueCount, type QueueFilter } from '../../question.store.ts';
import type { WaitsFor } from '../../reading.ts';
import { lastAnswer } from '../../reading.store.ts';
import { TakeBack } from '../question/take-back.tsx';

const one = <T extends string>(known: readonly T[], typed: string | undefined): T | null => known.find((it) => it === typed) ?? null;
const waits = Object.keys(waitsWords) as WaitsFor[];

function filterOf(query: Asked['query'], counts: readonly QueueCount[]): QueueFilter {
  return {
    kind: one(kinds, query['kind']),
    harm: one(harms, query['harm']),
    waitsFor: one(waits, query['waits']),
    agencyId: counts.find((it) => it.agencyId === query['agency'])?.agencyId ?? null,
  };
}

const fits = (filter: QueueFilter, it: QueueCount): boolean =>
  (!filter.kind || it.kind === filter.kind) &&
  (!filter.harm || it.harm === filter.harm) &&
  (!filter.waitsFor || it.waitsFor === filter.waitsFor) &&
  (!filter.agencyId || it.agencyId === filter.agencyId);

const total = (counts: readonly QueueCount[]): number => counts.reduce((sum, it) => sum + it.count, 0);

/** The review desk's queue: which question next? Nothing in it says who a question is about; that opens when one is taken. */
export async function queuePage(ctx: StaffCtx, asked: Asked): Promise<Answer> {
  const counts = await queueCounts(ctx);
  const filter = filterOf(asked.query, counts);
  const page = /^[1-9]\d{0,3}$/.test(asked.query['page'] ?? '') ? Number(asked.query['page']) : 1;
  const rows = await openQuestions(ctx, filter, page);
  const count = total(counts.filter((it) => fits(filter, it)));
  const undo = await lastAnswer(ctx);
  return staffView(
    ctx,
    { title: 'Review desk', wide: true, breadcrumbs: [{ label: 'Review desk' }] },
    <>
      <h1 class="govuk-heading-l">Review desk</h1>
      {undo ? <TakeBack ctx={ctx} last={undo} /> : null}
      <div class="gt-toolbar">
        <Form action="/index/review/next" {...formCarries(ctx)}>
          <Button attributes={{ 'data-shortcut': 'n' }}>Take the next one</Button>
        </Form>
        <p class="govuk-body">
          <a class="govuk-link" href="/index/review/help" data-shortcut="?">
            How to read the evidence, and the keys
          </a>
        </p>
      </div>
      <Narrow counts={counts} filter={filter} />
      <ListSummary
        count={count}
        noun={['question', 'questions']}
        filter={`${filterWords(filter, counts)}${count > pageLength ? `, page ${page} of ${Math.ceil(count / pageLength)}` : ''}`}
        sort="those where an answer is worth most first"
        asOf={`${clockTime(ctx.now)} today`}
      />
      {rows.length === 0 ? (
        <EmptyList
          why={total(counts) === 0 ? 'No question waits for this desk.' : 'No question fits these filters.'}
          whatToDo={
            total(counts) === 0
              ? 'The matcher asks here when it may not decide. Come back after the next feed, or look at the quality of the index.'
              : 'Clear the filters to see the others.'
          }
        />
      ) : (
        <Questions ctx={ctx} rows={rows} />
      )}
      <Pages filter={asked.query} page={page} pages={Math.ceil(count / pageLength)} />
    </>,
  );
}

function filterWords(filter: QueueFilter, counts: readonly QueueCount[]): string {
  const parts = [
    filter.kind ? kindWords[filter.kind].toLowerCase() : null,
    filter.harm ? harmWords[filter.harm].toLowerCase() : null,
    filter.agencyId ? `from ${counts.find((it) => it.agencyId === filter.agencyId)?.agency ?? 'this agency'}` : null,
    filter.waitsFor ? `waiting for ${waitsWords[filter.waitsFor].toLowerCase()}` : null,
  ].filter(Boolean);
  return parts.length > 0 ? parts.join(', ') : 'all open';
}

function Narrow({ counts, filter }: { counts: readonly QueueCount[]; filter: QueueFilter }) {
  const sum = (pick: (it: QueueCount) => boolean): number => total(counts.filter(pick));
  const agencies = [...new Map(counts.flatMap((it) => (it.agencyId ? [[it.agencyId, it.agency ?? '']] : []))).entries()] as [
    string,
    string,
  ][];
  const choice = {
    values: { kind: filter.kind ?? '', harm: filter.harm ?? '', waits: filter.waitsFor ?? '', agency: filter.agencyId ?? '' },
    empty: 'All',
  };
  const shownKinds = kinds.filter((kind) => kind !== 'apart');
  return (
    <Filters action="/index/review" label="questions" active={Object.values(choice.values).some(Boolean)}>
      <SelectField
        name="kind"
        label="Kind"
        {...choice}
        items={[...shownKinds.map((kind) => ({ value: kind, text: `${kindWords[kind]} (${sum((it) => it.kind === kind)})` }))]}
      />
      <SelectField
        name="harm"
        label="What a mistake would touch"
        {...choice}
        items={[
          ...harms
            .filter((harm) => sum((it) => it.harm === harm) > 0)
            .map((harm) => ({ value: harm, text: `${harmWords[harm]} (${sum((it) => it.harm === harm)})` })),
        ]}
      />
      <SelectField
        name="agency"
        label="Agency whose record it is"
        {...choice}
        items={[...agencies.map(([id, name]) => ({ value: id, text: `${name} (${sum((it) => it.agencyId === id)})` }))]}
      />
      <SelectField
        name="waits"
        label="Waits for"
        {...choice}
        items={[...waits.map((it) => ({ value: it, text: `${waitsWords[it]} (${sum((count) => count.waitsFor === it)})` }))]}
      />
    </Filters>
  );
}

function Questions({ ctx, rows }: { ctx: StaffCtx; rows: readonly QuestionLine[] }) {
  const today = londonDay(ctx);
  const age = (at: Date): string => {
    const days = daysBetween(londonDate(at), today);
    return days === 0 ? 'Today' : counted(days, 'day');
  };
  return (
    <SortableTable
      caption="Open questions"
      captionHidden
      path="/index/review"
      columns={['Question', 'What a mistake would touch', 'Agency', 'Age', 'Waits for', 'Read'].map((heading) => ({ heading }))}
      rows={rows.map((row) => ({
        cells: [
          kindWords[row.kind],
          harmWords[row.harm],
          row.agency ?? 'Two people of the index',
          age(row.raisedAt),
          row.heldBy
            ? `${waitsWords[row.waitsFor]}; ${row.heldByMe ? 'you hold it' : `${row.heldBy} is reading it`}`
            : waitsWords[row.waitsFor],
          <a class="govuk-link" href={`/index/review/${row.id}`}>
            Open
            <span class="govuk-visually-hidden">
              {' '}
              this question: {kindWords[row.kind]}, {age(row.raisedAt)}
            </span>
          </a>,
        ],
      }))}
    />
  );
}

function Pages({ filter, page, pages }: { filter: Asked['query']; page: number; pages: number }) {
  if (pages <= 1) return null;
  const to = (number: number) => ({ href: `/index/review?${new URLSearchParams({ ...filter, page: String(number) })}` });
  return (
    <Pagination
      previous={page > 1 ? to(page - 1) : undefined}
      next={page < pages ? to(page + 1) : undefined}
      items={[{ number: page, current: true, ...to(page) }]}
      landmarkLabel="Pages of the queue"
    />
  );
}
