import type { StaffCtx } from '../../../../../platform/access/ctx.ts';
import { londonDate } from '../../../../../platform/time/london.ts';
import { draftOf } from '../../../../../platform/web/draft.store.ts';
import {
  Button,
  Choice,
  DateField,
  Form,
  SelectField,
  TextArea,
  TextField,
  type FieldState,
} from '../../../../../platform/web/form-kit.tsx';
import { ThreadLine } from '../../../../../platform/web/patterns/thread-line.tsx';
import { EmptyList } from '../../../../../platform/web/patterns/list-summary.tsx';
import type { Again, Answer, Asked } from '../../../../../platform/web/route.ts';
import { formCarries } from '../../../../../platform/web/view.tsx';
import { boxesOf } from '../../../typed-date.ts';
import { ragCodes, ragWords } from '../../early-help.codes.ts';
import { meetingsOf } from '../../meeting.store.ts';
import { openPlan } from '../../open-plan.store.ts';
import type { Goal } from '../../plan.store.ts';
import { episodeView } from '../../parts/episode-shell.tsx';
import { scaleWords } from '../../parts/goal-progress.tsx';
import { savedWords } from '../../parts/saved-words.ts';

const scale = Array.from({ length: 11 }, (_, score) => ({ value: String(score), text: String(score) }));

/** Review the plan: each goal then and now, everyone's views, what next and when. */
export const reviewPage = (ctx: StaffCtx, asked: Asked): Promise<Answer> => view(ctx, asked, null);
export const reviewAgain = (ctx: StaffCtx, again: Again, asked: Asked): Promise<Answer> => view(ctx, asked, again);

async function view(ctx: StaffCtx, asked: Asked, again: FieldState | null): Promise<Answer> {
  const opened = await openPlan(ctx, asked.params['id'] ?? '');
  const working = opened.goals.filter((goal) => goal.state === 'working');
  const draft = again ? null : await draftOf(ctx, 'plan-review', opened.episode.id);
  const state = again ?? { values: { ...boxesOf('heldOn', londonDate(ctx.now)), ...draft?.answers } };
  const held = (await meetingsOf(ctx, opened.episode.id))
    .filter((meeting) => meeting.state === 'held')
    .map((meeting) => ({ value: meeting.id, text: `${meeting.held_on ?? ''}, ${meeting.venue}` }));
  return episodeView(
    ctx,
    opened,
    { title: 'Review the plan', crumb: 'Review', errors: again?.errors },
    <Form
      action={`${opened.path}/reviews/new`}
      {...formCarries(ctx)}
      draft={`plan-review:${opened.episode.id}`}
      autosave="/drafts/save"
      draftStatus={savedWords(draft)}
    >
      <DateField name="heldOn" legend="When was it reviewed?" {...state} />
      {held.length > 0 ? <SelectField name="meetingId" label="At which meeting?" items={held} empty="Not at a meeting" {...state} /> : null}
      {working.length === 0 ? (
        <EmptyList why="No goal is being worked on." />
      ) : (
        working.map((goal) => <GoalScore goal={goal} state={state} />)
      )}
      <TextArea name="childViews" label="What do the children say?" rows={4} {...state} />
      <TextField name="childViewsMissing" label="If nothing: why?" {...state} />
      <TextArea name="parentViews" label="What do parents and carers say?" rows={4} {...state} />
      <TextField name="parentViewsMissing" label="If nothing: why?" {...state} />
      <TextArea name="newInformation" label="What is new?" rows={3} {...state} />
      <Choice
        name="decision"
        legend="What next?"
        items={[
          { value: 'continue', text: 'Go on with the plan' },
          { value: 'step down', text: 'Step down' },
          { value: 'close', text: 'Close' },
          { value: 'step up', text: 'Step up a worry' },
        ]}
        {...state}
      />
      <DateField name="nextOn" legend="When is it looked at next?" hint="Within 12 weeks" {...state} />
      <Button>Save the review</Button>
    </Form>,
  );
}

function GoalScore({ goal, state }: { goal: Goal; state: FieldState }) {
  return (
    <section class="gt-goal">
      <ThreadLine
        label={`How “${goal.family_words}” is linked to an outcome`}
        nodes={[
          { kind: 'Outcome', text: goal.outcome_label },
          { kind: 'Goal', text: goal.family_words, current: true },
        ]}
      />
      <p class="govuk-body">
        {scaleWords(goal)}. How we said we would know: {goal.how_we_will_know}
      </p>
      <SelectField
        name={`now-${goal.id}`}
        label={`Where are things now? Last time: ${goal.latest ?? goal.baseline}`}
        items={scale}
        {...state}
      />
      <Choice
        name={`rag-${goal.id}`}
        legend="How does it go?"
        inline
        small
        items={ragCodes.map((value) => ({ value, text: ragWords[value] }))}
        {...state}
      />
      <TextField name={`comment-${goal.id}`} label="In a few words" {...state} />
    </section>
  );
}
