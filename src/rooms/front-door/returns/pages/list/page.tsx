import type { StaffCtx } from '../../../../../platform/access/ctx.ts';
import { londonDate } from '../../../../../platform/time/london.ts';
import { clockTime, counted, shortMoment } from '../../../../../platform/time/plain-dates.ts';
import { Button } from '../../../../../platform/web/form-kit.tsx';
import { Tag } from '../../../../../platform/web/govuk/tag.tsx';
import { ClockTag } from '../../../../../platform/web/patterns/clock-tag.tsx';
import { EmptyList, ListSummary } from '../../../../../platform/web/patterns/list-summary.tsx';
import { SortableTable } from '../../../../../platform/web/patterns/sortable-table.tsx';
import type { Answer, Asked } from '../../../../../platform/web/route.ts';
import { staffView } from '../../../../../platform/web/view.tsx';
import { isOwed, requestStateWords } from '../../../hub/enquiry.ts';
import { askedCounts, askedOfUs, mostAsked, type AskedFilter, type AskedLine } from '../../asked.store.ts';
import { onwardAsks } from '../../onward.store.ts';
import { RagTag } from '../../../hub/pages/rag-tag.tsx';

const lists: readonly { key: AskedFilter; label: string; words: string }[] = [
  { key: 'owed', label: 'To answer', words: 'waiting for an answer' },
  { key: 'overdue', label: 'Overdue', words: 'waiting past their time' },
  { key: 'answered', label: 'Answered or no longer asked', words: 'answered or no longer asked' },
  { key: 'all', label: 'All', words: 'ever asked' },
];

/** What the hub asks of the reader's agencies: which one next, and is anything about to run out? */
export async function listPage(ctx: StaffCtx, asked: Asked): Promise<Answer> {
  const list = lists.find((one) => one.key === asked.query['list']) ?? lists[0]!;
  const [lines, counts] = [await askedOfUs(ctx, list.key), await askedCounts(ctx)];
  const onward = await onwardAsks(ctx, { waiting: true });
  const next = list.key === 'owed' ? lines[0] : undefined;
  return staffView(
    ctx,
    { title: 'Asked of us', wide: true, breadcrumbs: [{ label: 'Asked of us' }] },
    <>
      <h1 class="govuk-heading-l">Asked of us</h1>
      <div class="gt-toolbar">
        {next ? (
          <Button href={`/asked-of-us/${next.id}`} attributes={{ 'data-shortcut': 'n' }}>
            Open the next one
          </Button>
        ) : null}
        <p class="govuk-body">
          <a class="govuk-link" href="/asked-of-us/help" data-shortcut="?">
            How a return is used, and the keys
          </a>
        </p>
      </div>
      <Onward many={onward.length} />
      <Lists here={list.key} counts={counts} />
      <ListSummary
        count={counts[list.key]}
        noun={['request', 'requests']}
        filter={`${list.words}${counts[list.key] > mostAsked ? `, the first ${mostAsked} shown` : ''}`}
        sort={list.key === 'answered' ? 'latest answered first' : 'what runs out first at the top'}
        asOf={`${clockTime(ctx.now)} today`}
      />
      {lines.length === 0 ? <Empty list={list.key} counts={counts} /> : <Requests ctx={ctx} lines={lines} />}
    </>,
  );
}

function Onward({ many }: { many: number }) {
  if (many === 0) return null;
  return (
    <p class="govuk-body">
      <strong>{counted(many, 'item')}</strong> of yours {many === 1 ? 'is' : 'are'} asked for outside the hub.{' '}
      <a class="govuk-link" href="/asked-of-us/onward">
        Say whether {many === 1 ? 'it' : 'they'} may go
      </a>
    </p>
  );
}

function Lists({ here, counts }: { here: AskedFilter; counts: Record<AskedFilter, number> }) {
  return (
    <nav aria-label="Lists of requests">
      <ul class="gt-tabs">
        {lists.map(({ key, label }) => (
          <li>
            <a
              class="govuk-link"
              href={key === 'owed' ? '/asked-of-us' : `/asked-of-us?list=${key}`}
              aria-current={key === here ? 'page' : undefined}
            >
              {label} ({counts[key].toLocaleString('en-GB')})
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Empty({ list, counts }: { list: AskedFilter; counts: Record<AskedFilter, number> }) {
  const why = {
    owed: 'The hub waits for nothing from you.',
    overdue: 'Nothing is overdue.',
    answered: 'Nothing was answered here yet.',
    all: 'The hub has not asked your agency anything you answer for.',
  }[list];
  return (
    <EmptyList
      why={why}
      whatToDo={
        counts.all === 0
          ? 'Where your agency has a hub desk, only those at the desk see its requests. Ask your agency’s administrator if you should.'
          : 'A new request appears here and on Today as soon as the hub asks.'
      }
    />
  );
}

function Requests({ ctx, lines }: { ctx: StaffCtx; lines: readonly AskedLine[] }) {
  const several = new Set(lines.map((line) => line.agencyId)).size > 1;
  const headings = ['About', ...(several ? ['Asked of'] : []), 'Asked', 'Urgency', 'Time left', 'Where it stands', 'Held by'];
  return (
    <SortableTable
      path="/asked-of-us"
      caption="Requests of the hub"
      captionHidden
      columns={headings.map((heading) => ({ heading }))}
      rows={lines.map((line) => ({
        cells: [
          <a class="govuk-link" href={`/asked-of-us/${line.id}`}>
            {line.people.join(', ')}
          </a>,
          ...(several ? [line.agency] : []),
          shortMoment(line.askedAt, londonDate(ctx.now)),
          <RagTag rag={line.rag} />,
          line.clock ? <ClockTag state={line.clock.reading.state} words={line.clock.reading.words} /> : 'No clock',
          <>
            {requestStateWords[line.state]}
            {line.writing && isOwed(line.state) ? '; being written' : ''}
            {line.chases > 0 && isOwed(line.state) ? `; reminded ${line.chases === 1 ? 'once' : `${line.chases} times`}` : ''}
            {line.toldOutcomeAt ? (
              <>
                {' '}
                <Tag classes="govuk-tag--teal">Outcome told</Tag>
              </>
            ) : null}
          </>,
          line.heldBy ?? 'Nobody yet',
        ],
      }))}
    />
  );
}
