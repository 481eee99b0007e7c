import { about, may, type StaffCtx } from '../../../../../platform/access/ctx.ts';
import { clockTime, MONTH_NAMES } from '../../../../../platform/time/plain-dates.ts';
import { SelectField, Button } from '../../../../../platform/web/form-kit.tsx';
import { Tag } from '../../../../../platform/web/govuk/tag.tsx';
import { EmptyList, ListSummary } from '../../../../../platform/web/patterns/list-summary.tsx';
import { SortableTable } from '../../../../../platform/web/patterns/sortable-table.tsx';
import type { Answer, Asked } from '../../../../../platform/web/route.ts';
import { driftOf, type DriftLine, type MonthCounts } from '../../drift.ts';
import { monthsOf } from '../../drift.store.ts';
import { feedOf } from '../../feed.store.ts';
import { fieldInWords } from '../../loading/field-tally.ts';
import { frame, Link, many, share, trailOf } from '../frame.tsx';
import { ShareChart } from './share-chart.tsx';

const monthWords = (iso: string): string => `${MONTH_NAMES[Number(iso.slice(5, 7)) - 1] ?? ''} ${iso.slice(0, 4)}`;

/** What changed in a feed, month by month: worked out from the counts of its files, none of which names anybody. */
export async function driftPage(ctx: StaffCtx, asked: Asked): Promise<Answer> {
  const feed = await feedOf(ctx, asked.params['id'] ?? '');
  about(ctx, 'feed', feed.id);
  const months = await monthsOf(ctx, feed.id);
  const at = Math.max(
    0,
    months.findIndex((one) => one.month === asked.query['month']),
  );
  const month = months[at];
  const trail = may(ctx, 'index.feeds') ? trailOf(feed) : [{ label: feed.name }];
  return frame(
    ctx,
    { title: 'Drift by month', trail },
    month ? (
      <>
        <Choose months={months} month={month} feedId={feed.id} />
        <Lines lines={driftOf(month, months.slice(at + 1))} month={month} asOf={`${clockTime(ctx.now)} today`} />
        <h2 class="govuk-heading-m">{headlineOf(months)}</h2>
        <div class="gt-columns gt-columns--2">
          <MonthsTable months={months} feedId={feed.id} />
          <ShareChart months={months.toReversed().map((one) => ({ label: monthWords(one.month).slice(0, 3), value: rejectShare(one) }))} />
        </div>
        <p class="govuk-body-s">
          From the counts of every file loaded or run in shadow; a file read twice counts by its last reading. A share is outside its limits
          when it lies more than three standard errors, and at least 2 points, from the six months before; rows of the largest file when
          more than three tenths away.
        </p>
      </>
    ) : (
      <EmptyList why="No file has been loaded or run in shadow yet." whatToDo="Drift is shown once there are counts of a month." />
    ),
  );
}

const rejectShare = (one: MonthCounts): number => one.rejected / Math.max(1, one.taken + one.rejected);

function headlineOf(months: readonly MonthCounts[]): string {
  const [now, before] = months;
  if (!now) return '';
  const words = `${share(now.rejected, now.taken + now.rejected)} of rows were sent back in ${monthWords(now.month)}`;
  return before ? `${words}, ${share(before.rejected, before.taken + before.rejected)} the month before` : words;
}

function Choose({ months, month, feedId }: { months: readonly MonthCounts[]; month: MonthCounts; feedId: string }) {
  return (
    <form method="get" action={`/index/feeds/${feedId}/drift`} class="gt-inline-form">
      <SelectField
        name="month"
        label="Month"
        empty={false}
        items={months.map((one) => ({ value: one.month, text: monthWords(one.month) }))}
        values={{ month: month.month }}
        errors={[]}
      />
      <Button classes="govuk-button--secondary">Show</Button>
    </form>
  );
}

const kindWords: Readonly<Record<DriftLine['kind'], string>> = {
  volume: '',
  rows: '',
  missing: ' missing',
  differs: ' differs where linked',
};

function Lines({ lines, month, asOf }: { lines: readonly DriftLine[]; month: MonthCounts; asOf: string }) {
  const outside = lines.filter((line) => line.outside).length;
  const show = (line: DriftLine, value: number): string => (line.kind === 'volume' ? many(Math.round(value)) : share(value, 1));
  return (
    <>
      <ListSummary
        count={lines.length}
        noun={['figure', 'figures']}
        filter={`${monthWords(month.month)}, ${outside} outside their limits`}
        asOf={asOf}
      />
      <SortableTable
        caption={`Figures of ${monthWords(month.month)}`}
        captionHidden
        path=""
        columns={[
          { heading: 'Figure' },
          { heading: 'This month', numeric: true },
          { heading: 'Before', numeric: true },
          { heading: 'Ordinary', numeric: true },
          { heading: 'Stands' },
        ]}
        rows={lines
          .toSorted((a, b) => Number(b.outside) - Number(a.outside))
          .map((line) => ({
            cells: [
              `${fieldInWords(line.what)}${kindWords[line.kind]}`,
              show(line, line.value),
              line.before === null ? 'Nothing yet' : show(line, line.before),
              line.limits ? `${show(line, line.limits[0])} to ${show(line, line.limits[1])}` : '–',
              line.outside ? <Tag classes="govuk-tag--red">Outside</Tag> : line.limits ? 'Ordinary' : 'No months before',
            ],
          }))}
      />
    </>
  );
}

function MonthsTable({ months, feedId }: { months: readonly MonthCounts[]; feedId: string }) {
  return (
    <SortableTable
      caption="Month by month"
      path=""
      columns={[
        { heading: 'Month' },
        { heading: 'Files', numeric: true },
        { heading: 'Rows', numeric: true },
        { heading: 'Sent back', numeric: true },
        { heading: 'Linked', numeric: true },
        { heading: 'Asked about', numeric: true },
        { heading: 'New', numeric: true },
      ]}
      rows={months.map((one) => ({
        cells: [
          <Link href={`/index/feeds/${feedId}/drift?month=${one.month}`}>{monthWords(one.month)}</Link>,
          many(one.files),
          many(one.taken + one.rejected),
          share(one.rejected, one.taken + one.rejected),
          many(one.linked),
          many(one.asked),
          many(one.newPeople),
        ],
      }))}
    />
  );
}
