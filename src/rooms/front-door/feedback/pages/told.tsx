import { saw, type StaffCtx } from '../../../../platform/access/ctx.ts';
import { standingWords } from '../../../../platform/notify/notification.store.ts';
import { londonDate } from '../../../../platform/time/london.ts';
import { clockTime, counted, shortMoment } from '../../../../platform/time/plain-dates.ts';
import { EmptyList, ListSummary } from '../../../../platform/web/patterns/list-summary.tsx';
import { SortableTable } from '../../../../platform/web/patterns/sortable-table.tsx';
import type { Answer, Asked } from '../../../../platform/web/route.ts';
import { staffView } from '../../../../platform/web/view.tsx';
import { Places } from '../../places.tsx';
import { feedbackRate } from '../feedback-rate.ts';
import { lookBackDays, toldLines, type ToldLine } from '../told.store.ts';

const hasFailed = (line: ToldLine): boolean => line.readAt === null && (line.message === 'FAILED' || line.message === 'NOT_SENT');

const views = {
  waiting: { label: 'Still to be told', holds: (line: ToldLine) => line.givenAt === null },
  lost: { label: 'The message did not arrive', holds: hasFailed },
  told: { label: 'Told', holds: (line: ToldLine) => line.givenAt !== null && line.how !== 'none' },
  reason: { label: 'Not told, with a reason', holds: (line: ToldLine) => line.how === 'none' },
} as const;
type View = keyof typeof views;
const order = Object.keys(views) as View[];

/** Telling referrers: who still waits to hear, whose message was lost, who was told; and the feedback rate those lines add up to. */
export async function toldPage(ctx: StaffCtx, asked: Asked): Promise<Answer> {
  const all = await toldLines(ctx);
  const view: View = order.find((one) => one === asked.query['show']) ?? 'waiting';
  const lines = all.filter(views[view].holds);
  saw(ctx, ...lines.flatMap((line) => line.personIds));
  return staffView(
    ctx,
    { title: 'Telling referrers', wide: true, breadcrumbs: [{ href: '/front-door', label: 'Front door' }, { label: 'Telling referrers' }] },
    <>
      <h1 class="govuk-heading-l">Telling referrers</h1>
      <Places ctx={ctx} here="/front-door/told" />
      <Rate lines={all} />
      <nav aria-label="Which referrers">
        <ul class="gt-tabs">
          {order.map((one) => (
            <li>
              <a class="govuk-link" href={`/front-door/told?show=${one}`} aria-current={one === view ? 'page' : undefined}>
                {views[one].label} ({all.filter(views[one].holds).length})
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <ListSummary
        count={lines.length}
        noun={['concern', 'concerns']}
        filter={`${views[view].label.toLowerCase()}; decided and open, or closed in the last ${lookBackDays} days`}
        sort="decided longest ago first"
        asOf={`${clockTime(ctx.now)} today`}
      />
      {lines.length === 0 ? <EmptyList why="There is none." whatToDo="Nobody waits here." /> : <Lines ctx={ctx} lines={lines} />}
    </>,
  );
}

function Rate({ lines }: { lines: readonly ToldLine[] }) {
  const { decided, told, withReason, withinADay } = feedbackRate(lines);
  if (decided === 0) return <p class="govuk-body">No concern was decided in the last {lookBackDays} days.</p>;
  return (
    <p class="govuk-body">
      Of {counted(decided, 'concern')} decided, still open or closed in the last {lookBackDays} days, {told} referrers were told and{' '}
      {withReason} not told for a stated reason: {Math.round(((told + withReason) / decided) * 100)}%. {withinADay} of them within 24 hours
      of the last decision.
    </p>
  );
}

const hows: Readonly<Record<string, string>> = {
  page: 'on their page',
  message: 'by a link',
  call: 'by call',
  letter: 'by letter',
  none: 'not told',
};

function Lines({ ctx, lines }: { ctx: StaffCtx; lines: readonly ToldLine[] }) {
  const today = londonDate(ctx.now);
  return (
    <SortableTable
      path="/front-door/told"
      caption="Concerns and whether whoever raised them was told"
      captionHidden
      columns={['Concern', 'Raised by', 'Decided', 'Told', 'Message', 'Read'].map((heading) => ({ heading }))}
      rows={lines.map((line) => ({
        cells: [
          <a class="govuk-link" href={`/front-door/contacts/${line.id}${line.givenAt === null && line.state === 'DECIDED' ? '/tell' : ''}`}>
            {line.reference}
          </a>,
          `${line.referrer}${line.wishesFeedback ? '' : ' (does not need to hear)'}`,
          shortMoment(line.decidedAt, today),
          line.givenAt && line.how ? `${hows[line.how] ?? line.how}, ${shortMoment(line.givenAt, today)}` : 'Not yet',
          line.message ? standingWords[line.message] : 'None sent',
          line.readAt ? shortMoment(line.readAt, today) : line.how === 'page' || line.how === 'message' ? 'Not yet' : '',
        ],
      }))}
    />
  );
}
