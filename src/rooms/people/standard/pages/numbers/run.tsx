import type { StaffCtx } from '../../../../../platform/access/ctx.ts';
import { londonDate } from '../../../../../platform/time/london.ts';
import { shortMoment } from '../../../../../platform/time/plain-dates.ts';
import { Button, Form } from '../../../../../platform/web/form-kit.tsx';
import { InsetText } from '../../../../../platform/web/govuk/inset-text.tsx';
import { SummaryList } from '../../../../../platform/web/govuk/summary-list.tsx';
import { EmptyList } from '../../../../../platform/web/patterns/list-summary.tsx';
import { formCarries } from '../../../../../platform/web/view.tsx';
import type { NhsRun } from '../../pds/run.store.ts';

const states = { running: 'Running', stopped: 'Stopped', finished: 'Finished' } as const;

/** The asking: how far it has come, and the one thing to do about it. */
export function Run({ ctx, run, connected }: { ctx: StaffCtx; run: NhsRun | null; connected: boolean }) {
  return (
    <section aria-labelledby="asking">
      <h2 class="govuk-heading-m" id="asking">
        Asking the NHS
      </h2>
      {connected ? null : (
        <InsetText>
          No connection to the NHS Personal Demographics Service is set up here, so nothing is sent. An administrator sets one up.
        </InsetText>
      )}
      {run ? (
        <Progress ctx={ctx} run={run} />
      ) : (
        <EmptyList why="The NHS has not been asked yet." whatToDo="Begin below, once a connection is set up." />
      )}
      {connected ? <Steer ctx={ctx} run={run} /> : null}
      <p class="govuk-body-s">
        Names, date of birth, sex and postcode are sent, of anybody shielded no postcode. Of a child nobody may find nothing is sent unless
        the shield desk agrees.
      </p>
    </section>
  );
}

function Progress({ ctx, run }: { ctx: StaffCtx; run: NhsRun }) {
  const today = londonDate(ctx.now);
  const share = run.toAsk === 0 ? 100 : Math.min(100, Math.round((run.asked / run.toAsk) * 100));
  return (
    <>
      <p class="govuk-body">
        <label for="asked-so-far">
          {run.asked.toLocaleString('en-GB')} of {run.toAsk.toLocaleString('en-GB')} children asked about ({share}%)
        </label>{' '}
        <progress id="asked-so-far" max={Math.max(1, run.toAsk)} value={run.asked}>
          {share}%
        </progress>
      </p>
      <SummaryList
        rows={[
          { key: 'Now', value: run.note ? `${states[run.state]}. ${run.note}` : states[run.state] },
          { key: 'Begun', value: `${shortMoment(run.startedAt, today)}${run.startedBy ? ` by ${run.startedBy}` : ''}` },
          { key: 'Last moved', value: shortMoment(run.changedAt, today) },
        ]}
      />
      {run.state === 'running' ? (
        <p class="govuk-body">
          <a class="govuk-link" href="/index/numbers">
            Look again
          </a>
        </p>
      ) : null}
    </>
  );
}

function Steer({ ctx, run }: { ctx: StaffCtx; run: NhsRun | null }) {
  const [action, words, classes] =
    run?.state === 'running'
      ? [`/index/numbers/runs/${run.id}/stop`, 'Stop', 'govuk-button--secondary']
      : run?.state === 'stopped'
        ? [`/index/numbers/runs/${run.id}/resume`, 'Go on', '']
        : ['/index/numbers/begin', 'Ask the NHS about every child who is due', ''];
  return (
    <Form action={action} {...formCarries(ctx)}>
      <Button classes={classes}>{words}</Button>
    </Form>
  );
}
