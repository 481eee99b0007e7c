import type { StaffCtx } from '../../../../../platform/access/ctx.ts';
import { found } from '../../../../../platform/access/refusal.ts';
import { Button, DateField, Form, SelectField, TextArea, TextField, type FieldState } from '../../../../../platform/web/form-kit.tsx';
import { ThreadLine } from '../../../../../platform/web/patterns/thread-line.tsx';
import type { Again, Answer, Asked } from '../../../../../platform/web/route.ts';
import { formCarries } from '../../../../../platform/web/view.tsx';
import { openPlan } from '../../open-plan.store.ts';
import { episodeView } from '../../parts/episode-shell.tsx';
import { isIn } from '../../taf.ts';
import { membersOf } from '../../taf.store.ts';

/** Who does what by when, towards a goal. */
export const actionNewPage = (ctx: StaffCtx, asked: Asked): Promise<Answer> => view(ctx, asked, {});
export const actionNewAgain = (ctx: StaffCtx, again: Again, asked: Asked): Promise<Answer> => view(ctx, asked, again);

async function view(ctx: StaffCtx, asked: Asked, state: FieldState): Promise<Answer> {
  const opened = await openPlan(ctx, asked.params['id'] ?? '');
  const goal = found(opened.goals.find((one) => one.id === asked.params['goalId']));
  const team = (await membersOf(ctx, opened.episode.id))
    .filter((member) => isIn(member) && member.staffId !== null)
    .map((member) => ({ value: `staff:${member.staffId}`, text: `${member.name} (${member.part})` }));
  const family = opened.family.members
    .filter((member) => member.part !== 'unborn')
    .map((member) => ({ value: `person:${member.personId}`, text: `${member.name} (${member.part})` }));
  return episodeView(
    ctx,
    opened,
    { title: 'Add an action', crumb: 'Add an action', errors: state.errors },
    <>
      <ThreadLine
        nodes={[
          { kind: 'Outcome', text: goal.outcome_label, href: `/outcomes/${goal.outcome_id}` },
          { kind: 'Goal', text: goal.family_words, current: true },
        ]}
      />
      <Form action={`${opened.path}/goals/${goal.id}/actions/new`} {...formCarries(ctx)}>
        <TextArea
          name="action"
          label="What will be done?"
          hint="So that a stranger could tell whether it was: “take Sam to the dentist”, not “support with health”"
          rows={2}
          {...state}
        />
        <SelectField name="owner" label="Who will do it?" items={[...team, ...family]} {...state} />
        <TextField name="ownerName" label="Or someone else, by name" hint="For someone who is not in the list" {...state} />
        <DateField name="dueOn" legend="By when?" {...state} />
        <Button>Add the action</Button>
      </Form>
    </>,
  );
}
