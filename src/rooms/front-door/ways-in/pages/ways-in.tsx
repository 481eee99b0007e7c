import { may, saw, type StaffCtx } from '../../../../platform/access/ctx.ts';
import { found } from '../../../../platform/access/refusal.ts';
import { londonDate } from '../../../../platform/time/london.ts';
import { clockTime, shortMoment } from '../../../../platform/time/plain-dates.ts';
import { Tag } from '../../../../platform/web/govuk/tag.tsx';
import { EmptyList, ListSummary } from '../../../../platform/web/patterns/list-summary.tsx';
import { SortableTable } from '../../../../platform/web/patterns/sortable-table.tsx';
import type { Answer, Asked } from '../../../../platform/web/route.ts';
import { staffView } from '../../../../platform/web/view.tsx';
import { Places } from '../../places.tsx';
import { channelWords, lanes, laneWords, priorityWords, ragWords } from '../lanes.codes.ts';
import { contactsIn, waysInCounts, type WaysInCounts } from '../way-in.store.ts';

/** The ways in: write down what came, and what waits for a person, lane by lane. */
export async function waysInPage(ctx: StaffCtx): Promise<Answer> {
  const counts = await waysInCounts(ctx);
  return staffView(
    ctx,
    { title: 'Ways in', breadcrumbs: [{ href: '/front-door', label: 'Front door' }, { label: 'Ways in' }] },
    <>
      <h1 class="govuk-heading-l">Ways in</h1>
      <Places ctx={ctx} here="/front-door/ways-in" />
      {may(ctx, 'front-door.screen') ? <WriteDown /> : null}
      <h2 class="govuk-heading-m">Waits for a person</h2>
      <ul class="govuk-list">
        <Waiting
          href="/front-door/lanes/suggested"
          count={counts.suggestions}
          one="suggested rating to confirm or not"
          many="suggested ratings to confirm or not"
        />
        <Waiting
          href="/front-door/mornings"
          count={counts.mornings}
          one="out-of-hours list not handed over"
          many="out-of-hours lists not handed over"
        />
        <Waiting
          href="/front-door/transfers"
          count={counts.transfers}
          one="transfer in to acknowledge"
          many="transfers in to acknowledge"
        />
        <Waiting href="/front-door/rules" count={counts.proposals} one="change of a rule to agree to" many="changes of rules to agree to" />
        {counts.unrouted > 0 ? (
          <Waiting href="/front-door/lanes/unrouted" count={counts.unrouted} one="contact not routed yet" many="contacts not routed yet" />
        ) : null}
      </ul>
      <h2 class="govuk-heading-m">Open contacts by lane</h2>
      <Lanes counts={counts} />
      <p class="govuk-body gt-small">
        As of {clockTime(ctx.now)} today. Which lane a contact waits in is said by{' '}
        <a class="govuk-link" href="/front-door/rules">
          the routing rules
        </a>
        .
      </p>
    </>,
  );
}

function Lanes({ counts }: { counts: WaysInCounts }) {
  return (
    <SortableTable
      path="/front-door/ways-in"
      caption="Open contacts by lane"
      captionHidden
      columns={['Lane', 'Open', 'To be looked at at once'].map((heading) => ({ heading }))}
      rows={lanes.map(([key, words]) => {
        const row = counts.byLane.find((one) => one.lane === key);
        return {
          cells: [
            <a class="govuk-link" href={`/front-door/lanes/${key.replaceAll(' ', '-')}`}>
              {words}
            </a>,
            row?.open ?? 0,
            row?.atOnce ?? 0,
          ],
        };
      })}
    />
  );
}

function WriteDown() {
  const ways = [
    ['/front-door/phone', 'Telephone call'],
    ['/front-door/email', 'Email'],
    ['/concern', 'Letter or visit'],
    ['/front-door/transfers/new', 'Transfer from another council'],
    ['/urgent', 'Danger now: who to call'],
  ] as const;
  return (
    <>
      <h2 class="govuk-heading-m govuk-!-margin-top-4">Write down what came</h2>
      <ul class="govuk-list">
        {ways.map(([href, words]) => (
          <li>
            <a class="govuk-link" href={href}>
              {words}
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}

function Waiting({ href, count, one, many }: { href: string; count: number; one: string; many: string }) {
  return (
    <li>
      <a class="govuk-link" href={href}>
        {count} {count === 1 ? one : many}
      </a>
    </li>
  );
}

/** Contacts of one lane, those whose suggested rating waits, or those not routed yet. */
export async function lanePage(ctx: StaffCtx, asked: Asked): Promise<Answer> {
  const named = asked.params['lane'] ?? '';
  const lane = lanes.find(([key]) => key.replaceAll(' ', '-') === named)?.[0];
  const which = named === 'suggested' || named === 'unrouted' ? named : { lane: found(lane) };
  const title = named === 'suggested' ? 'Suggested ratings' : named === 'unrouted' ? 'Not routed yet' : (laneWords[lane ?? ''] ?? '');
  const rows = await contactsIn(ctx, which);
  saw(ctx, ...rows.flatMap((row) => row.personIds));
  const today = londonDate(ctx.now);
  return staffView(
    ctx,
    { title, wide: true, breadcrumbs: [{ href: '/front-door/ways-in', label: 'Ways in' }, { label: title }] },
    <>
      <h1 class="govuk-heading-l">{title}</h1>
      <ListSummary
        count={rows.length}
        noun={['open contact', 'open contacts']}
        sort="to be looked at at once first, then as they came"
        asOf={`${clockTime(ctx.now)} today`}
      />
      {rows.length === 0 ? (
        <EmptyList why="Nothing waits here." whatToDo="Contacts come here by the routing rules." />
      ) : (
        <SortableTable
          path={`/front-door/lanes/${named}`}
          caption={title}
          captionHidden
          columns={['Contact', 'About', 'Came', 'How soon', 'Routed by', 'Suggested', 'Held by'].map((heading) => ({ heading }))}
          rows={rows.map((row) => ({
            cells: [
              <a class="govuk-link" href={`/front-door/contacts/${row.id}${named === 'suggested' ? '/way-in' : ''}`}>
                {row.reference}
              </a>,
              <>
                {row.children.join(', ')} {row.immediateDanger ? <Tag classes="govuk-tag--red">Immediate danger</Tag> : null}
              </>,
              `${channelWords[row.channel] ?? row.channel}, ${shortMoment(row.receivedAt, today)}`,
              row.priority ? `${priorityWords[row.priority]}${row.discipline ? `, ${row.discipline} first` : ''}` : 'Not routed',
              row.ruleName ?? 'Not routed',
              row.suggested ? `${ragWords[row.suggested]}, not confirmed` : 'Nothing',
              row.heldBy ?? 'Nobody',
            ],
          }))}
        />
      )}
    </>,
  );
}
