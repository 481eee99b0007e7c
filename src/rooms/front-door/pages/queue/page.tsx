import type { StaffCtx } from '../../../../platform/access/ctx.ts';
import { saw } from '../../../../platform/access/ctx.ts';
import { clocksOf, type StandingClock } from '../../../../platform/time/clock.store.ts';
import { londonDate } from '../../../../platform/time/london.ts';
import { clockTime, shortMoment } from '../../../../platform/time/plain-dates.ts';
import { Pagination } from '../../../../platform/web/govuk/pagination.tsx';
import { Tag } from '../../../../platform/web/govuk/tag.tsx';
import { Button, Form } from '../../../../platform/web/form-kit.tsx';
import { ClockTag } from '../../../../platform/web/patterns/clock-tag.tsx';
import { EmptyList, ListSummary } from '../../../../platform/web/patterns/list-summary.tsx';
import type { Answer, Asked } from '../../../../platform/web/route.ts';
import { formCarries, staffView } from '../../../../platform/web/view.tsx';
import { sourceWords } from '../../codes.ts';
import { stateWords, type ContactState } from '../../contact.ts';
import { queue, queueCounts, queuePageLength, type QueueRow } from '../../queue.store.ts';
import { HubInQueue } from '../../hub/pages/on-contact.tsx';
import { hubStandings } from '../../hub/request.store.ts';
import { incidents } from '../../incident.ts';
import { Places } from '../../places.tsx';
import { Preview } from './preview.tsx';

const shows = { open: 'all open', waiting: 'waiting for a decision', mine: 'held by me', decided: 'decided, referrer to be told' } as const;
type Show = keyof typeof shows;

/** The front door queue: which one next, and is anything about to go wrong? Grouped by family or incident; never reorders under the cursor. */
export async function queuePage(ctx: StaffCtx, asked: Asked): Promise<Answer> {
  const show: Show = asked.query['show'] && asked.query['show'] in shows ? (asked.query['show'] as Show) : 'open';
  const page = /^[1-9]\d{0,4}$/.test(asked.query['page'] ?? '') ? Number(asked.query['page']) : 1;
  const rows = await queue(ctx, { show, page });
  const clocks = await clocksOf(
    ctx,
    'contact',
    rows.map((row) => row.id),
  );
  const hub = await hubStandings(
    ctx,
    rows.flatMap((row) => (row.hubRag ? row.id : [])),
  );
  const counts = await queueCounts(ctx);
  saw(ctx, ...rows.flatMap((row) => row.personIds));
  const preview = rows.find((row) => row.id === asked.query['preview']);
  return staffView(
    ctx,
    { title: 'Front door queue', wide: true, breadcrumbs: [{ href: '/front-door', label: 'Front door' }, { label: shows[show] }] },
    <>
      <h1 class="govuk-heading-l">Front door queue</h1>
      <Places ctx={ctx} here="/front-door" />
      <div class="gt-toolbar">
        <Form action="/front-door/pull" {...formCarries(ctx)}>
          <Button attributes={{ 'data-shortcut': 'n' }}>Take the next one</Button>
        </Form>
        <nav aria-label="Which contacts">
          <ul class="gt-tabs">
            {(Object.keys(shows) as Show[]).map((one) => (
              <li>
                <a class="govuk-link" href={`/front-door?show=${one}`} aria-current={one === show ? 'page' : undefined}>
                  {capital(shows[one])} ({counts[one]})
                </a>
              </li>
            ))}
          </ul>
        </nav>
      </div>
      <ListSummary
        count={counts[show]}
        noun={['contact', 'contacts']}
        filter={
          counts[show] > queuePageLength ? `${shows[show]}, page ${page} of ${Math.ceil(counts[show] / queuePageLength)}` : shows[show]
        }
        sort="immediate danger first, then by when they are due, families and incidents together"
        asOf={`${clockTime(ctx.now)} today`}
      />
      <div class={preview ? 'gt-columns gt-columns--2' : undefined}>
        {rows.length === 0 ? (
          <EmptyList why={`No contact is ${shows[show]} just now.`} whatToDo="New concerns appear here as soon as they are sent." />
        ) : (
          <QueueTable ctx={ctx} rows={rows} clocks={clocks} hub={hub} show={show} page={page} />
        )}
        {preview ? <Preview row={preview} closeHref={`/front-door?show=${show}&page=${page}`} /> : null}
      </div>
      <Pages show={show} page={page} pages={Math.ceil(counts[show] / queuePageLength)} />
    </>,
  );
}

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

function Pages({ show, page, pages }: { show: Show; page: number; pages: number }) {
  if (pages <= 1) return null;
  const to = (number: number) => ({ href: `/front-door?show=${show}&page=${number}` });
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

interface TableFacts {
  ctx: StaffCtx;
  rows: QueueRow[];
  clocks: Map<string, StandingClock[]>;
  hub: Awaited<ReturnType<typeof hubStandings>>;
  show: Show;
  page: number;
}

function QueueTable({ ctx, rows, clocks, hub, show, page }: TableFacts) {
  return (
    <table class="govuk-table gt-stacks gt-queue">
      <caption class="govuk-table__caption govuk-visually-hidden">Contacts {shows[show]}</caption>
      <thead class="govuk-table__head">
        <tr>
          {['Contact', 'About', 'Time', 'From', 'Level suggested', 'History', 'State', 'Held by'].map((heading) => (
            <th scope="col" class="govuk-table__header">
              {heading}
            </th>
          ))}
        </tr>
      </thead>
      {incidents(rows).map((group) => (
        <tbody class={group.length > 1 ? 'govuk-table__body gt-group' : 'govuk-table__body'}>
          {group.length > 1 ? (
            <tr>
              <th scope="rowgroup" colSpan={8} class="gt-group__heading">
                Same family or incident: {group.length} contacts
              </th>
            </tr>
          ) : null}
          {group.map((row) => (
            <Line
              ctx={ctx}
              row={row}
              standing={hub.get(row.id)}
              clock={clocks.get(row.id)?.find((one) => one.metAt === null && one.cancelledAt === null)}
              previewHref={`/front-door?show=${show}&page=${page}&preview=${row.id}#preview`}
            />
          ))}
        </tbody>
      ))}
    </table>
  );
}

interface LineFacts {
  ctx: StaffCtx;
  row: QueueRow;
  standing: Parameters<typeof HubInQueue>[0]['standing'];
  clock: StandingClock | undefined;
  previewHref: string;
}

function Line({ ctx, row, standing, clock, previewHref }: LineFacts) {
  return (
    <tr class="govuk-table__row" id={row.reference}>
      <th scope="row" class="govuk-table__header">
        <a class="govuk-link" href={`/front-door/contacts/${row.id}`}>
          {row.reference}
        </a>
        <a class="govuk-link gt-small" href={previewHref}>
          Preview<span class="govuk-visually-hidden"> {row.reference}</span>
        </a>
      </th>
      <td class="govuk-table__cell" data-heading="About">
        {row.children.join(', ')}
        {row.immediateDanger ? (
          <>
            <br />
            <Tag classes="govuk-tag--red">Immediate danger</Tag>
          </>
        ) : null}
      </td>
      <td class="govuk-table__cell" data-heading="Time">
        Received {shortMoment(row.receivedAt, londonDate(ctx.now))}
        <br />
        {clock ? <ClockTag state={clock.reading.state} words={clock.reading.words} /> : null}
      </td>
      <td class="govuk-table__cell" data-heading="From">
        {sourceWords[row.sourceCode] ?? 'Not known'}
      </td>
      <td class="govuk-table__cell" data-heading="Level suggested">
        {row.levelBelieved ? `Level ${row.levelBelieved} by the referrer` : 'Not said'}
      </td>
      <td class="govuk-table__cell" data-heading="History">
        {row.personIds.length === 0 ? 'Not recognised yet' : row.repeats === 0 ? 'First in 12 months' : `${row.repeats} more in 12 months`}
      </td>
      <td class="govuk-table__cell" data-heading="State">
        {stateWords[row.state as ContactState]}
        {row.hubRag ? (
          <>
            <br />
            Hub: {row.hubRag.toLowerCase()}
            <HubInQueue standing={standing} />
          </>
        ) : null}
      </td>
      <td class="govuk-table__cell" data-heading="Held by">
        {row.heldById === ctx.who.staffId ? 'You' : (row.heldBy ?? 'Nobody')}
      </td>
    </tr>
  );
}
