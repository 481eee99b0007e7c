import type { StaffCtx } from '../../../../platform/access/ctx.ts';
import { londonDate } from '../../../../platform/time/london.ts';
import { clockTime, shortMoment } from '../../../../platform/time/plain-dates.ts';
import { EmptyList, ListSummary } from '../../../../platform/web/patterns/list-summary.tsx';
import { Timeline } from '../../../../platform/web/patterns/timeline.tsx';
import type { Day } from '../../today.ts';

/** Changed since you were last here: what others did for the families the person works with. */
export function Changes({ ctx, day }: { ctx: StaffCtx; day: Day }) {
  const today = londonDate(ctx.now);
  const since = day.beenBefore
    ? `since you were last here, ${shortMoment(day.since, today)}`
    : 'in the last week (this is your first visit)';
  return (
    <section aria-labelledby="changed">
      <h2 class="govuk-heading-m" id="changed">
        Changed since you were last here
      </h2>
      <ListSummary
        count={day.changes.length}
        noun={['change', 'changes']}
        filter={since}
        sort="latest first"
        asOf={`${clockTime(ctx.now)} today`}
      />
      {day.changes.length === 0 ? (
        <EmptyList why="Nobody changed anything in the families you work with." />
      ) : (
        <Timeline
          label="Changes, latest first"
          entries={day.changes.map((change) => ({
            when: shortMoment(change.at, today),
            at: change.at.toISOString(),
            kind: change.what,
            title: change.whom,
            href: change.href,
            by: change.by ?? 'Goldthread, by itself',
          }))}
        />
      )}
    </section>
  );
}
