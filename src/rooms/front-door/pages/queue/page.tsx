import type { StaffCtx } from '../../../../platform/access/ctx.ts';
import { saw } from '../../../../platform/access/ctx.ts';
import { clocksOf } from '../../../../platform/time/clock.store.ts';
import { clockTime, counted } from '../../../../platform/time/plain-dates.ts';
import { Pagination } from '../../../../platform/web/govuk/pagination.tsx';
import { Button, Form, SelectField } from '../../../../platform/web/form-kit.tsx';
import { EmptyList, ListSummary } from '../../../../platform/web/patterns/list-summary.tsx';
import type { Answer, Asked } from '../../../../platform/web/route.ts';
import { formCarries, staffView } from '../../../../platform/web/view.tsx';
import { queue, queuePageLength, type QueueCounts, type QueueRow } from '../../queue.store.ts';
import { hubStandings } from '../../hub/request.store.ts';
import { groupings, groupingWords, nextGrouping } from '../../incident.ts';
import { lanes, laneWords } from '../../ways-in/lanes.codes.ts';
import { changesSince } from '../../workspace/change.store.ts';
import { LiveLine } from '../../workspace/pages/live-line.tsx';
import { Places } from '../../places.tsx';
import { hrefOf, lookingAt, shows, type Looking, type Show } from './looking.ts';
import { Preview } from './preview.tsx';
import { QueueTable } from './table.tsx';

/** The front door queue: which one next, and is anything about to go wrong? Grouped as the reader chooses; never reorders under the cursor. */
export async function queuePage(ctx: StaffCtx, asked: Asked): Promise<Answer> {
  const looking = lookingAt(asked.query);
  const { show, page, lane } = looking;
  const { rows, counts, change } = await queue(ctx, { show, page, lane });
  const clocks = await clocksOf(
    ctx,
    'contact',
    rows.map((row) => row.id),
  );
  const hub = await hubStandings(
    ctx,
    rows.flatMap((row) => (row.hubRag ? row.id : [])),
  );
  const changed = looking.since ? new Set((await changesSince(ctx, looking.since)).contactIds) : null;
  saw(ctx, ...rows.flatMap((row) => row.personIds));
  const preview = rows.find((row) => row.id === asked.query['preview']);
  return staffView(
    ctx,
    { title: 'Front door queue', wide: true, breadcrumbs: [{ href: '/front-door', label: 'Front door' }, { label: shows[show] }] },
    <>
      <h1 class="govuk-heading-l">Front door queue</h1>
      <Places ctx={ctx} here="/front-door" />
      <LiveLine since={change} />
      <Toolbar ctx={ctx} looking={looking} counts={counts} />
      {changed ? <Changed changed={changed} rows={rows} /> : null}
      <ListSummary
        count={counts[show]}
        noun={['contact', 'contacts']}
        filter={filterWords(looking, counts[show])}
        sort={`immediate danger first, then the longest waiting, ${groupingWords[looking.by].choice}`}
        asOf={`${clockTime(ctx.now)} today`}
      />
      <Ways ctx={ctx} looking={looking} change={change} />
      <div class={preview ? 'gt-columns gt-columns--2' : undefined}>
        {rows.length === 0 ? (
          <EmptyList
            why={`No contact is ${filterWords(looking, 0)} just now.`}
            whatToDo="New concerns appear here as soon as they are sent."
          />
        ) : (
          <QueueTable ctx={ctx} rows={rows} clocks={clocks} hub={hub} looking={looking} changed={changed} />
        )}
        {preview ? <Preview row={preview} closeHref={hrefOf(looking)} /> : null}
      </div>
      <Pages looking={looking} pages={Math.ceil(counts[show] / queuePageLength)} />
    </>,
  );
}

/** How it is grouped, what changes from here on, and the keys. */
function Ways({ ctx, looking, change }: { ctx: StaffCtx; looking: Looking; change: string }) {
  return (
    <p class="govuk-body gt-small">
      <a class="govuk-link" href={hrefOf(looking, { since: change })}>
        Show what changes after {clockTime(ctx.now)}
      </a>
      {' · '}Group:{' '}
      {groupings.map((one) => (
        <>
          <a
            class="govuk-link"
            href={hrefOf(looking, { by: one })}
            aria-current={one === looking.by ? 'true' : undefined}
            data-shortcut={one === nextGrouping(looking.by) ? 'g' : undefined}
          >
            {groupingWords[one].choice}
          </a>{' '}
        </>
      ))}
      {' · '}
      <a class="govuk-link" href="/front-door/keys" data-shortcut="?">
        Keys
      </a>
    </p>
  );
}

function filterWords({ show, lane, page }: Looking, count: number): string {
  const words = [shows[show], lane ? (lane === 'duty' ? 'for the discipline you are on duty for' : `lane: ${laneWords[lane]}`) : null];
  const pages = Math.ceil(count / queuePageLength);
  return [...words, pages > 1 ? `page ${page} of ${pages}` : null].filter(Boolean).join(', ');
}

function Toolbar({ ctx, looking, counts }: { ctx: StaffCtx; looking: Looking; counts: QueueCounts }) {
  return (
    <div class="gt-toolbar">
      <Form action="/front-door/pull" {...formCarries(ctx)}>
        <input type="hidden" name="lane" value={looking.lane ?? ''} />
        <Button attributes={{ 'data-shortcut': 'n' }}>{looking.lane ? 'Take the next one of this lane' : 'Take the next one'}</Button>
      </Form>
      <nav aria-label="Which contacts">
        <ul class="gt-tabs">
          {(Object.keys(shows) as Show[]).map((one, at) => (
            <li>
              <a
                class="govuk-link"
                href={hrefOf(looking, { show: one, page: 1 })}
                aria-current={one === looking.show ? 'page' : undefined}
                data-shortcut={String(at + 1)}
              >
                {capital(shows[one])} ({counts[one]})
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <form method="get" action="/front-door" class="gt-inline-form" data-filter>
        <input type="hidden" name="show" value={looking.show} />
        <input type="hidden" name="by" value={looking.by} />
        <SelectField
          name="lane"
          label="Lane"
          empty="Every lane"
          items={[{ value: 'duty', text: 'What I am on duty for' }, ...lanes.map(([key, words]) => ({ value: key, text: words }))]}
          values={{ lane: looking.lane ?? '' }}
        />
        <Button classes="govuk-button--secondary">Show</Button>
      </form>
    </div>
  );
}

/** How many contacts somebody else changed since the reader last looked; those on this page are marked. */
function Changed({ changed, rows }: { changed: ReadonlySet<string>; rows: readonly QueueRow[] }) {
  const here = rows.filter((row) => changed.has(row.id)).length;
  return (
    <p class="govuk-body gt-live" role="status">
      {changed.size === 0
        ? 'Nobody has changed anything since.'
        : `${counted(changed.size, 'contact')} changed since${here === changed.size ? '' : `; ${here} of them on this page`}, marked below.`}
    </p>
  );
}

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

function Pages({ looking, pages }: { looking: Looking; pages: number }) {
  if (pages <= 1) return null;
  const { page } = looking;
  const to = (number: number) => ({ href: hrefOf(looking, { page: number }) });
  const near = Array.from({ length: pages }, (_none, at) => at + 1).filter(
    (one) => one === 1 || one === pages || Math.abs(one - page) <= 2,
  );
  return (
    <Pagination
      previous={page > 1 ? to(page - 1) : undefined}
      next={page < pages ? to(page + 1) : undefined}
      items={near.flatMap((one, at) => [
        ...(at > 0 && one - near[at - 1]! > 1 ? [{ ellipsis: true }] : []),
        { number: one, current: one === page, ...to(one) },
      ])}
      landmarkLabel="Pages of the queue"
    />
  );
}
