import type { StaffCtx } from '../../../../platform/access/ctx.ts';
import { addDays } from '../../../../platform/time/calendar-day.ts';
import { londonDate } from '../../../../platform/time/london.ts';
import { clockTime, fullDate } from '../../../../platform/time/plain-dates.ts';
import { SmallNumber, SuppressionNote } from '../../../../platform/web/patterns/small-number.tsx';
import { ThreadLine } from '../../../../platform/web/patterns/thread-line.tsx';
import type { Answer, Asked } from '../../../../platform/web/route.ts';
import { staffView } from '../../../../platform/web/view.tsx';
import { goalsCiting } from '../../../casework/index.ts';
import { earlierWordings, outcomeOf, pathway } from '../../../outcomes/index.ts';
import { goalCounts, startOfToday } from '../../goal-progress.store.ts';
import { moreThanOpen, pathwayCounts, type OutcomeLine } from '../../outcome-counts.ts';
import { GoalsOpen } from './goals.tsx';

/** One outcome on its thread: above it why it exists, below it the goals that cite it, as far as the reader may open them. */
export async function outcomeThreadPage(ctx: StaffCtx, { params }: Asked): Promise<Answer> {
  const outcome = await outcomeOf(ctx, params['outcome'] ?? '');
  ctx.note.detail['outcome'] = outcome.id;
  const counts = pathwayCounts(
    (await pathway(ctx)).map((one) => one.id),
    await goalCounts(ctx),
  );
  const line = counts.lines.get(outcome.id);
  const open = await goalsCiting(ctx, outcome.id);
  const counted = open.filter((goal) => goal.createdAt < startOfToday(ctx)).length;
  const changedAt = (await earlierWordings(ctx, outcome.id)).map((wording) => wording.changedAt);
  return staffView(
    ctx,
    { title: outcome.label, wide: true, breadcrumbs: [{ label: 'Outcomes', href: '/outcomes' }, { label: outcome.label }] },
    <>
      <h1 class="govuk-heading-l">
        <span class="govuk-caption-l">{outcome.stage}</span>
        {outcome.label}
      </h1>
      <div class="gt-columns gt-columns--2">
        <section aria-labelledby="goals">
          <h2 class="govuk-heading-m" id="goals">
            Goals that cite it
          </h2>
          <GoalsOpen
            goals={open}
            more={line ? moreThanOpen(line.total, counted) : 0}
            changedAt={changedAt}
            asOf={`${clockTime(ctx.now)} today`}
          />
        </section>
        <section aria-labelledby="thread">
          <h2 class="govuk-heading-m" id="thread">
            Why it matters
          </h2>
          <ThreadLine
            label="From corporate aim to goals"
            nodes={[
              ...outcome.priorities.flatMap((priority) => [
                { kind: 'Corporate aim', text: inASentence(priority.corporateAims) },
                { kind: 'Priority', text: priority.name, href: `/outcomes?priority=${priority.id}` },
              ]),
              { kind: 'Stage', text: outcome.stage },
              { kind: 'Outcome', text: outcome.label, current: true },
              { kind: 'Goals', text: goalsInWords(line), href: '#goals' },
            ]}
          />
          {line ? <Progress line={line} yesterday={fullDate(addDays(londonDate(ctx.now), -1))} /> : null}
          <p class="govuk-body">
            Owner: {outcome.owner ? `${outcome.owner.name}, ${outcome.ownerBoard}` : `nobody named yet (${outcome.ownerBoard})`}.{' '}
            <a class="govuk-link" href={`/outcomes/pathway/${outcome.id}`}>
              Its words and how they changed
            </a>
          </p>
        </section>
      </div>
    </>,
  );
}

function goalsInWords(line: OutcomeLine | undefined): string {
  if (!line || line.total === 0) return 'None yet';
  if (typeof line.total !== 'number') return line.total === 'small' ? '1 to 5 goals of family plans' : 'A number not shown';
  return `${line.total.toLocaleString('en-GB')} goals of family plans`;
}

function Progress({ line, yesterday }: { line: OutcomeLine; yesterday: string }) {
  return (
    <>
      <p class="govuk-body">
        <SmallNumber count={line.working} /> being worked on, <SmallNumber count={line.achieved} /> achieved,{' '}
        <SmallNumber count={line.dropped} /> dropped.
        {line.scale ? ` On a scale of 0 to 10 they began at ${line.scale.start} and stand at ${line.scale.now}, on average.` : ''}
      </p>
      <SuppressionNote />
      <p class="govuk-body-s">
        Source: family plans in Goldthread. Period: goals written down to the end of {yesterday}. Denominator: every goal that cites this
        outcome.
      </p>
    </>
  );
}

/** "Attainment gap reduced; residents skilled". */
const inASentence = (aims: readonly string[]): string => aims.join('; ').replace(/^./, (letter) => letter.toUpperCase());
