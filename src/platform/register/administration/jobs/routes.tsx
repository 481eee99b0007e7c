import { z } from 'zod';
import type { StaffCtx } from '../../../access/ctx.ts';
import { refused } from '../../../access/refusal.ts';
import { deadJobs, queueState, reviveJob, type DeadJob } from '../../../jobs/dead-letters.ts';
import { clockTime, longMoment } from '../../../time/plain-dates.ts';
import { wholeNumber } from '../../../web/fields.ts';
import { Button, Form } from '../../../web/form-kit.tsx';
import { SummaryList } from '../../../web/govuk/summary-list.tsx';
import { EmptyList, ListSummary } from '../../../web/patterns/list-summary.tsx';
import { SortableTable } from '../../../web/patterns/sortable-table.tsx';
import { form, page, seeOther, type Answer, type Route } from '../../../web/route.ts';
import { formCarries } from '../../../web/view.tsx';
import { frame } from '../frame.tsx';

/** How the queue stands, and what was given up. */
async function jobsPage(ctx: StaffCtx): Promise<Answer> {
  const [state, dead] = [await queueState(ctx), await deadJobs(ctx)];
  return frame(
    ctx,
    { title: 'Jobs', wide: true },
    <>
      <SummaryList
        rows={[
          { key: 'Waiting', value: state.ready },
          { key: 'Running', value: state.running },
          { key: 'Given up', value: state.dead },
          {
            key: 'Oldest one due',
            value:
              state.oldestDueSeconds < 1
                ? 'Nothing is late'
                : `${Math.round(state.oldestDueSeconds)} seconds late${state.oldestDueSeconds > 60 ? ': is a worker running?' : ''}`,
          },
        ]}
      />
      <h2 class="govuk-heading-m">Given up</h2>
      <ListSummary
        count={dead.length}
        noun={['job', 'jobs']}
        filter="given up after all attempts"
        sort="latest first"
        asOf={clockTime(ctx.now)}
      />
      {dead.length === 0 ? (
        <EmptyList why="No job has been given up." whatToDo="Jobs that fail are tried again by themselves, up to eight times." />
      ) : (
        <SortableTable
          caption="Jobs given up"
          captionHidden
          path="/administration/jobs"
          columns={['Job', 'About', 'Attempts', 'Last error', 'Given up', 'What you can do'].map((heading) => ({ heading }))}
          rows={dead.map((job) => ({
            cells: [
              `${job.kind} (${job.id})`,
              <code class="gt-as-typed">{JSON.stringify(job.payload)}</code>,
              job.attempt,
              job.lastError ?? 'Not recorded',
              job.finishedAt ? longMoment(job.finishedAt) : '',
              <Retry ctx={ctx} job={job} />,
            ],
          }))}
        />
      )}
    </>,
  );
}

const Retry = ({ ctx, job }: { ctx: StaffCtx; job: DeadJob }) => (
  <Form action="/administration/jobs/retry" {...formCarries(ctx)}>
    <input type="hidden" name="id" value={String(job.id)} />
    <Button classes="govuk-button--secondary govuk-!-margin-bottom-0">
      Try again<span class="govuk-visually-hidden"> job {job.id}</span>
    </Button>
  </Form>
);

const which = z.object({ id: wholeNumber(1, 999_999_999, 'Open the page again') });

async function retry(ctx: StaffCtx, { id }: z.output<typeof which>): Promise<Answer> {
  if (!(await reviveJob(ctx, id))) throw refused('This job is not given up any more: somebody may have tried it again a moment ago.');
  ctx.note.detail['job'] = id;
  return seeOther('/administration/jobs', 'The job will be tried again at once.');
}

export const jobRoutes: readonly Route[] = [
  page('/administration/jobs', 'admin.settings', 'administration.jobs.view', jobsPage),
  form('/administration/jobs/retry', 'admin.settings', 'administration.job.retry', which, retry),
];
