import type { StaffCtx } from '../../../../platform/access/ctx.ts';
import type { StandingClock } from '../../../../platform/time/clock.store.ts';
import { londonDate } from '../../../../platform/time/london.ts';
import { shortMoment } from '../../../../platform/time/plain-dates.ts';
import { Tag } from '../../../../platform/web/govuk/tag.tsx';
import { ClockTag } from '../../../../platform/web/patterns/clock-tag.tsx';
import { sourceWords } from '../../codes.ts';
import { stateWords, type ContactState } from '../../contact.ts';
import { HubInQueue } from '../../hub/pages/on-contact.tsx';
import type { hubStandings } from '../../hub/request.store.ts';
import { groupingWords, incidents } from '../../incident.ts';
import type { QueueRow } from '../../queue.store.ts';
import { laneWords } from '../../ways-in/lanes.codes.ts';
import { hrefOf, shows, type Looking } from './looking.ts';

interface TableFacts {
  ctx: StaffCtx;
  rows: QueueRow[];
  clocks: Map<string, StandingClock[]>;
  hub: Awaited<ReturnType<typeof hubStandings>>;
  looking: Looking;
  changed: ReadonlySet<string> | null;
}

/** The contacts of one page, grouped as the reader chose. */
export function QueueTable({ ctx, rows, clocks, hub, looking, changed }: TableFacts) {
  return (
    <table class="govuk-table gt-stacks gt-queue">
      <caption class="govuk-table__caption govuk-visually-hidden">Contacts {shows[looking.show]}</caption>
      <thead class="govuk-table__head">
        <tr>
          {['Contact', 'About', 'Time', 'From', 'Level suggested', 'History', 'State', 'Held by'].map((heading) => (
            <th scope="col" class="govuk-table__header">
              {heading}
            </th>
          ))}
        </tr>
      </thead>
      {incidents(rows, looking.by).map((group) => (
        <tbody class={group.length > 1 ? 'govuk-table__body gt-group' : 'govuk-table__body'}>
          {group.length > 1 ? (
            <tr>
              <th scope="rowgroup" colSpan={8} class="gt-group__heading">
                {groupingWords[looking.by].group}: {group.length} contacts
              </th>
            </tr>
          ) : null}
          {group.map((row) => (
            <Line
              ctx={ctx}
              row={row}
              standing={hub.get(row.id)}
              clock={clocks.get(row.id)?.find((one) => one.rule === 'C02' && one.metAt === null && one.cancelledAt === null)}
              previewHref={`${hrefOf(looking)}&preview=${row.id}#preview`}
              isChanged={changed?.has(row.id) ?? false}
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
  isChanged: boolean;
}

function Line({ ctx, row, standing, clock, previewHref, isChanged }: LineFacts) {
  return (
    <tr class="govuk-table__row" id={row.reference}>
      <th scope="row" class="govuk-table__header">
        <a class="govuk-link" href={`/front-door/contacts/${row.id}`}>
          {row.reference}
        </a>
        <a class="govuk-link gt-small" href={previewHref}>
          Preview<span class="govuk-visually-hidden"> {row.reference}</span>
        </a>
        {isChanged ? <Tag classes="govuk-tag--blue">Changed</Tag> : null}
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
        {row.lane ? (
          <>
            <br />
            <span class="gt-small">
              {laneWords[row.lane] ?? row.lane}
              {row.discipline ? `, ${row.discipline} first` : ''}
            </span>
          </>
        ) : null}
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
