import type { StaffCtx } from '../../../../platform/access/ctx.ts';
import { addDays } from '../../../../platform/time/calendar-day.ts';
import { londonDate } from '../../../../platform/time/london.ts';
import { clockTime, fullDate } from '../../../../platform/time/plain-dates.ts';
import { SelectField } from '../../../../platform/web/form-kit.tsx';
import { Filters } from '../../../../platform/web/patterns/filters.tsx';
import { EmptyList, ListSummary } from '../../../../platform/web/patterns/list-summary.tsx';
import { SmallNumber, SuppressionNote } from '../../../../platform/web/patterns/small-number.tsx';
import type { Answer, Asked } from '../../../../platform/web/route.ts';
import { staffView } from '../../../../platform/web/view.tsx';
import { pathway, priorities, suppressOne } from '../../../outcomes/index.ts';
import { goalCounts, plansCounted } from '../../goal-progress.store.ts';
import { headline, pathwayCounts, type PathwayCounts } from '../../outcome-counts.ts';
import { PathwayTable, type Shown } from './pathway-table.tsx';

/** Outcomes: the pathway by stage, with how many goals of family plans cite each and how they go. For all staff; no number points at a family. */
export async function outcomesPage(ctx: StaffCtx, { query }: Asked): Promise<Answer> {
  const [outcomes, served] = [await pathway(ctx), await priorities(ctx)];
  const counts = pathwayCounts(
    outcomes.map((outcome) => outcome.id),
    await goalCounts(ctx),
  );
  const plans = suppressOne(await plansCounted(ctx));
  const chosen = served.find((priority) => priority.id === query['priority']);
  const today = londonDate(ctx.now);
  const inView = outcomes
    .filter((outcome) => !chosen || outcome.priorities.some((priority) => priority.id === chosen.id))
    .map((outcome): Shown => ({
      outcome,
      line: counts.lines.get(outcome.id) ?? { outcomeId: outcome.id, total: 0, working: 0, achieved: 0, dropped: 0, scale: null },
    }))
    .filter(({ outcome, line }) => outcome.validTo === null || outcome.validTo >= today || line.total !== 0);
  const all = chosen ? null : counts.all;
  return staffView(
    ctx,
    { title: 'Outcomes', wide: true, breadcrumbs: [{ label: 'Outcomes' }] },
    <>
      <h1 class="govuk-heading-l">
        {headline(
          inView.map(({ outcome, line }) => ({ label: outcome.label, stage: outcome.stage, total: line.total })),
          counts.all.total,
        )}
      </h1>
      <Filters action="/outcomes" label="outcomes" active={chosen !== undefined}>
        <SelectField
          name="priority"
          label="Priority"
          empty="Every priority"
          items={served.map((priority) => ({ value: priority.id, text: priority.name }))}
          values={query}
        />
      </Filters>
      <ListSummary
        count={inView.length}
        noun={['outcome', 'outcomes']}
        filter={chosen ? `serving “${chosen.name}”` : 'of every priority'}
        sort="along the pathway"
        asOf={`${clockTime(ctx.now)} today`}
      />
      {inView.length === 0 ? <NoneServes /> : <PathwayTable rows={inView} />}
      {all ? <All all={all} /> : <NoTotals />}
      <SuppressionNote />
      <Source goals={counts.all.total} plans={plans} today={today} />
      <p class="govuk-body">
        <a class="govuk-link" href="/outcomes/pathway">
          The pathway itself: words, owners and priorities
        </a>
      </p>
    </>,
  );
}

function NoneServes() {
  return (
    <EmptyList
      why="No outcome serves this priority."
      whatToDo={
        <a class="govuk-link" href="/outcomes">
          Every priority
        </a>
      }
    />
  );
}

function NoTotals() {
  return (
    <p class="govuk-body">
      Totals are given for the whole pathway only, so that comparing filters cannot give a small number away.{' '}
      <a class="govuk-link" href="/outcomes">
        Every priority
      </a>
    </p>
  );
}

/** What the numbers are made of: source, period, denominator and scale. */
function Source({ goals, plans, today }: { goals: PathwayCounts['all']['total']; plans: ReturnType<typeof suppressOne>; today: string }) {
  return (
    <p class="govuk-body-s">
      Source: family plans in Goldthread. Period: every goal written down to the end of {fullDate(addDays(today, -1))}, with its progress as
      it stands now. Denominator: all goals of all plans (<SmallNumber count={goals} noun="goals" /> in{' '}
      <SmallNumber count={plans} noun="plans" /> plans), dropped ones too. The scale is the mean of 0 to 10 over every goal of the line, at
      its start and at its last review.
    </p>
  );
}

function All({ all }: { all: PathwayCounts['all'] }) {
  return (
    <p class="govuk-body">
      All outcomes together:{' '}
      <strong>
        <SmallNumber count={all.total} /> goals
      </strong>
      , <SmallNumber count={all.working} /> being worked on, <SmallNumber count={all.achieved} /> achieved,{' '}
      <SmallNumber count={all.dropped} /> dropped
      {all.scale ? (
        <>
          ; mean scale {all.scale.start} at the start, {all.scale.now} now (0 to 10)
        </>
      ) : null}
      .
    </p>
  );
}
