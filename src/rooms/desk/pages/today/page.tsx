import { may, type StaffCtx } from '../../../../platform/access/ctx.ts';
import { londonDate } from '../../../../platform/time/london.ts';
import { clockTime, longDate } from '../../../../platform/time/plain-dates.ts';
import { EmptyList, ListSummary } from '../../../../platform/web/patterns/list-summary.tsx';
import type { Answer } from '../../../../platform/web/route.ts';
import { staffView } from '../../../../platform/web/view.tsx';
import { dayOf, type Day } from '../../today.ts';
import { Caseload, TeamTable } from './caseload.tsx';
import { Changes } from './changes.tsx';
import { Children } from './children.tsx';
import { TaskTable } from './tasks.tsx';

/** Today: what must I do before I go home, what changed since I was last here, whom do I help. */
export async function todayPage(ctx: StaffCtx): Promise<Answer> {
  const day = await dayOf(ctx);
  return staffView(
    ctx,
    { title: 'Today', wide: true },
    <>
      <h1 class="govuk-heading-l">
        Today <span class="govuk-caption-m gt-day">{longDate(londonDate(ctx.now))}</span>
      </h1>
      <div class="gt-columns gt-columns--2">
        <div>
          <BeforeHome ctx={ctx} day={day} />
          <Coming ctx={ctx} day={day} />
        </div>
        {may(ctx, 'early-help.view') ? <Changes ctx={ctx} day={day} /> : null}
      </div>
      <TeamTable day={day} today={londonDate(ctx.now)} />
      <Children day={day} today={londonDate(ctx.now)} />
      <Caseload day={day} today={londonDate(ctx.now)} />
    </>,
  );
}

interface Part {
  ctx: StaffCtx;
  day: Day;
}

/** Overdue, due today, and what waits for an answer: first on the page, in reading order. */
function BeforeHome({ ctx, day }: Part) {
  const tasks = [...day.work.now, ...day.work.toAnswer];
  const due = day.work.now.length;
  const filter = `${due} overdue or due today, ${day.work.toAnswer.length} waiting for you without a date`;
  return (
    <section aria-labelledby="before-home">
      <h2 class="govuk-heading-m" id="before-home">
        Before you go home
      </h2>
      <ListSummary
        count={tasks.length}
        noun={['thing to do', 'things to do']}
        filter={filter}
        sort="overdue first"
        asOf={`${clockTime(ctx.now)} today`}
      />
      {tasks.length === 0 ? (
        <EmptyList
          why="Nothing is overdue, due today or waiting for you."
          whatToDo={day.work.later.length > 0 ? 'What comes later is below.' : 'When something is passed to you, it appears here.'}
        />
      ) : (
        <TaskTable ctx={ctx} tasks={tasks} away={day.away} caption="What to do before you go home" />
      )}
    </section>
  );
}

function Coming({ ctx, day }: Part) {
  if (day.work.later.length === 0) return null;
  return (
    <section aria-labelledby="later">
      <h2 class="govuk-heading-m" id="later">
        Later
      </h2>
      <ListSummary
        count={day.work.later.length}
        noun={['thing to do', 'things to do']}
        filter="due after today"
        sort="soonest first"
        asOf={`${clockTime(ctx.now)} today`}
      />
      <TaskTable ctx={ctx} tasks={day.work.later} away={day.away} caption="What to do later" />
    </section>
  );
}
