import type { StaffCtx } from '../../../../../platform/access/ctx.ts';
import { found } from '../../../../../platform/access/refusal.ts';
import { londonDate } from '../../../../../platform/time/london.ts';
import { Button, Choice, Choices, Form, SelectField, TextArea, type FieldState } from '../../../../../platform/web/form-kit.tsx';
import type { Again, Answer, Asked } from '../../../../../platform/web/route.ts';
import { formCarries } from '../../../../../platform/web/view.tsx';
import { assessmentOf, pagesOf } from '../../assessment.store.ts';
import { familyNeeds } from '../../early-help.codes.ts';
import { openPlan, type OpenedPlan } from '../../open-plan.store.ts';
import { outcomesToCite, type Goal } from '../../plan.store.ts';
import { episodeView } from '../../parts/episode-shell.tsx';

const scale = Array.from({ length: 11 }, (_, score) => ({ value: String(score), text: String(score) }));

/** A goal in the family's words, with the outcome it leads to: no goal without one. */
export const goalPage = (ctx: StaffCtx, asked: Asked): Promise<Answer> => view(ctx, asked, null);
export const goalAgain = (ctx: StaffCtx, again: Again, asked: Asked): Promise<Answer> => view(ctx, asked, again);

async function view(ctx: StaffCtx, asked: Asked, again: FieldState | null): Promise<Answer> {
  const opened = await openPlan(ctx, asked.params['id'] ?? '');
  const goalId = asked.params['goalId'];
  const goal = goalId === undefined ? null : found(opened.goals.find((one) => one.id === goalId));
  const assessment = await assessmentOf(ctx, opened.episode.id);
  const needs = assessment ? (await pagesOf(ctx, assessment.id)).needs : [];
  const outcomes = (await outcomesToCite(ctx, londonDate(ctx.now))).map((outcome) => ({
    value: outcome.id,
    text: `${outcome.stage}: ${outcome.label}`,
  }));
  const state = again ?? { values: goal ? valuesOf(goal) : {} };
  const seenVersion = typeof again?.values?.['_version'] === 'string' ? again.values['_version'] : (goal?.version ?? 0);
  return episodeView(
    ctx,
    opened,
    { title: goal ? 'Change a goal' : 'Add a goal', crumb: 'Goal', errors: again?.errors },
    <Form action={goal ? `${opened.path}/goals/${goal.id}` : `${opened.path}/goals/new`} {...formCarries(ctx)} version={seenVersion}>
      <TextArea
        name="familyWords"
        label="What will be different?"
        hint="In the family’s own words: “we all eat together and nobody shouts”"
        rows={3}
        {...state}
      />
      <SelectField
        name="outcomeId"
        label="Which outcome does it lead to?"
        hint="From the pathway agreed with families in this borough"
        items={outcomes}
        {...state}
      />
      <SelectField name="forPersonId" label="Whom is it for?" items={whom(opened)} empty="The whole family" {...state} />
      <SelectField
        name="baseline"
        label="Where do things stand now?"
        hint="0 could not be worse, 10 could not be better; the family decides"
        items={scale}
        {...state}
      />
      <SelectField name="target" label="Where should they be?" items={scale} {...state} />
      <TextArea name="howWeWillKnow" label="How will we know?" rows={3} {...state} />
      {needs.length > 0 ? (
        <Choices
          name="needs"
          legend="Which needs does it answer?"
          small
          items={needs.map((code) => ({ value: code, text: `${code} ${familyNeeds[code] ?? ''}` }))}
          {...state}
        />
      ) : null}
      {goal ? <GoalState state={state} /> : <input type="hidden" name="state" value="working" />}
      <Button>Save the goal</Button>
    </Form>,
  );
}

function GoalState({ state }: { state: FieldState }) {
  return (
    <>
      <Choice
        name="state"
        legend="Where is this goal?"
        inline
        items={[
          { value: 'working', text: 'Working on it' },
          { value: 'achieved', text: 'Achieved' },
          { value: 'dropped', text: 'Dropped' },
        ]}
        {...state}
      />
      <TextArea name="endedBecause" label="If dropped: why?" rows={2} {...state} />
    </>
  );
}

const whom = (opened: OpenedPlan): { value: string; text: string }[] =>
  opened.family.members.map((member) => ({ value: member.personId, text: member.name }));

const valuesOf = (goal: Goal): Record<string, string | string[] | null> => ({
  familyWords: goal.family_words,
  outcomeId: goal.outcome_id,
  forPersonId: goal.for_person_id,
  baseline: String(goal.baseline),
  target: String(goal.target),
  howWeWillKnow: goal.how_we_will_know,
  state: goal.state,
  endedBecause: goal.ended_because,
  needs: goal.needs,
});
