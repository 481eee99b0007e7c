import type { StaffCtx } from '../../../../../platform/access/ctx.ts';
import { found } from '../../../../../platform/access/refusal.ts';
import { fullDate } from '../../../../../platform/time/plain-dates.ts';
import { Button, Choice, DateField, Form, TextArea, type FieldState } from '../../../../../platform/web/form-kit.tsx';
import { ThreadLine } from '../../../../../platform/web/patterns/thread-line.tsx';
import type { Again, Answer, Asked } from '../../../../../platform/web/route.ts';
import { formCarries } from '../../../../../platform/web/view.tsx';
import { boxesOf } from '../../../typed-date.ts';
import { ragCodes, ragWords } from '../../early-help.codes.ts';
import { openPlan } from '../../open-plan.store.ts';
import { ownerWords } from '../../names-in.ts';
import { wordingWarning } from '../../plan.ts';
import type { Action } from '../../plan.store.ts';
import { episodeView } from '../../parts/episode-shell.tsx';

/** One action: whose, by when, how it goes. */
export const actionPage = (ctx: StaffCtx, asked: Asked): Promise<Answer> => view(ctx, asked, null);
export const actionAgain = (ctx: StaffCtx, again: Again, asked: Asked): Promise<Answer> => view(ctx, asked, again);

async function view(ctx: StaffCtx, asked: Asked, again: FieldState | null): Promise<Answer> {
  const opened = await openPlan(ctx, asked.params['id'] ?? '');
  const action = found(opened.actions.find((one) => one.id === asked.params['actionId']));
  const goal = found(opened.goals.find((one) => one.id === action.goal_id));
  const state = again ?? { values: valuesOf(action) };
  const seenVersion = typeof again?.values?.['_version'] === 'string' ? again.values['_version'] : action.version;
  const mayChange =
    (opened.standing.manages || (opened.standing.contributes && action.owner_staff_id === ctx.who.staffId)) && !opened.episode.closed_on;
  const warning = wordingWarning(action.action);
  return episodeView(
    ctx,
    opened,
    { title: action.action, crumb: 'Action', errors: again?.errors },
    <>
      <ThreadLine
        nodes={[
          { kind: 'Outcome', text: goal.outcome_label, href: `/outcomes/${goal.outcome_id}` },
          { kind: 'Goal', text: goal.family_words, href: `${opened.path}/plan` },
          { kind: 'Action', text: action.action, current: true },
        ]}
      />
      <p class="govuk-body">
        {ownerWords(opened, action)}, by {fullDate(action.due_on)}.
      </p>
      {warning ? (
        <p class="govuk-body">
          <strong>Note:</strong> {warning}
        </p>
      ) : null}
      {mayChange ? (
        <ProgressForm ctx={ctx} action={action} path={opened.path} seenVersion={seenVersion} state={state} />
      ) : (
        <p class="govuk-body">{action.progress ?? 'Nothing recorded about how far it is.'}</p>
      )}
    </>,
  );
}

const valuesOf = (action: Action): Record<string, string | null> => ({
  state: action.state,
  rag: action.rag,
  progress: action.progress,
  evidence: action.evidence,
  ...boxesOf('achievedOn', action.achieved_on),
  ...boxesOf('dueOn', action.due_on),
});

interface ProgressProps {
  ctx: StaffCtx;
  action: Action;
  path: string;
  seenVersion: string | number;
  state: FieldState;
}

function ProgressForm({ ctx, action, path, seenVersion, state }: ProgressProps) {
  return (
    <Form action={`${path}/actions/${action.id}`} {...formCarries(ctx)} version={seenVersion}>
      <Choice
        name="state"
        legend="Where is it?"
        inline
        items={[
          { value: 'open', text: 'Still to do' },
          { value: 'done', text: 'Done' },
          { value: 'dropped', text: 'Dropped' },
        ]}
        {...state}
      />
      <Choice
        name="rag"
        legend="How does it go?"
        inline
        items={ragCodes.filter((code) => code !== 'B').map((value) => ({ value, text: ragWords[value] }))}
        {...state}
      />
      <TextArea name="progress" label="How far is it?" rows={3} {...state} />
      <DateField name="dueOn" legend="By when?" {...state} />
      <DateField name="achievedOn" legend="If done: when?" {...state} />
      <TextArea name="evidence" label="If done: how do we know?" rows={2} {...state} />
      <Button>Save</Button>
    </Form>
  );
}
