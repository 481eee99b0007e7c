import type { z } from 'zod';
import { invalid } from '../../../../platform/access/refusal.ts';
import type { StaffCtx } from '../../../../platform/access/ctx.ts';
import { Button, Choices, Form, SelectField, TextField } from '../../../../platform/web/form-kit.tsx';
import { seeOther, type Again, type Answer, type Asked } from '../../../../platform/web/route.ts';
import { formCarries, staffView } from '../../../../platform/web/view.tsx';
import { nameOwner } from '../../actions/name-owner.ts';
import { possibleOwners } from '../../change-outcome.store.ts';
import { outcomeOf, priorities } from '../../outcome.store.ts';
import type { ownerShape } from './form.ts';

/** Names the person who answers for an outcome, its board and its priorities. */
export const ownerPage = (ctx: StaffCtx, asked: Asked): Promise<Answer> => ownerForm(ctx, null, asked);

export async function ownerForm(ctx: StaffCtx, again: Again | null, { params }: Asked): Promise<Answer> {
  const outcome = await outcomeOf(ctx, params['outcome'] ?? '');
  const [people, all] = [await possibleOwners(ctx), await priorities(ctx)];
  const at = `/outcomes/pathway/${outcome.id}`;
  const values = again?.values ?? {
    owner: outcome.owner?.staffId,
    board: outcome.ownerBoard,
    priorities: outcome.priorities.map((priority) => priority.id),
  };
  const state = { values, errors: again?.errors };
  return staffView(
    ctx,
    {
      title: `Owner of “${outcome.label}”`,
      errors: again?.errors ?? [],
      breadcrumbs: [
        { label: 'Outcomes', href: '/outcomes' },
        { label: 'The pathway', href: '/outcomes/pathway' },
        { label: outcome.label, href: at },
        { label: 'Owner' },
      ],
    },
    <>
      <h1 class="govuk-heading-l">Who answers for “{outcome.label}”?</h1>
      <Form action={`${at}/owner`} {...formCarries(ctx)}>
        <SelectField
          name="owner"
          label="Person"
          hint="People with a leading role in the borough"
          items={people.map((one) => ({ value: one.id, text: `${one.name}, ${one.jobTitle}` }))}
          {...state}
        />
        <TextField name="board" label="Board" {...state} />
        <Choices
          name="priorities"
          legend="Which priorities does it serve?"
          items={all.map((priority) => ({ value: priority.id, text: priority.name }))}
          {...state}
        />
        <Button>Save</Button>
      </Form>
    </>,
  );
}

export async function takeOwner(ctx: StaffCtx, typed: z.output<typeof ownerShape>, { params }: Asked): Promise<Answer> {
  const outcomeId = params['outcome'] ?? '';
  ctx.note.detail['outcome'] = outcomeId;
  const known = new Set((await priorities(ctx)).map((priority) => priority.id));
  if (typed.priorities.some((priority) => !known.has(priority))) throw invalid([{ field: 'priorities', message: 'Select from the list' }]);
  await nameOwner(ctx, outcomeId, { staffId: typed.owner, board: typed.board, priorityIds: [...new Set(typed.priorities)] });
  return seeOther(`/outcomes/pathway/${outcomeId}`, 'The owner is named.');
}
