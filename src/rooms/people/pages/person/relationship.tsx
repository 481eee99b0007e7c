import { z } from 'zod';
import type { StaffCtx } from '../../../../platform/access/ctx.ts';
import { id, oneOf, optionalOneOf, requiredText } from '../../../../platform/web/fields.ts';
import { Button, Choice, Form, SelectField, TextField, type FieldState } from '../../../../platform/web/form-kit.tsx';
import { EmptyList } from '../../../../platform/web/patterns/list-summary.tsx';
import { seeOther, type Again, type Answer, type Asked } from '../../../../platform/web/route.ts';
import { formCarries } from '../../../../platform/web/view.tsx';
import { addRelationship } from '../../actions/add-relationship.ts';
import { relationshipKinds } from '../../relationship.ts';
import { relationInWords } from '../../identity.ts';
import { peopleToRelate } from '../../person.store.ts';
import { aboutPerson } from './about-person.tsx';

export const relationshipShape = z.object({
  relative: id('Choose who'),
  kind: oneOf(relationshipKinds, 'Choose how they are related'),
  responsibility: optionalOneOf(['yes', 'no']),
  source: requiredText('Say who told you', 200),
});

/** How someone else is related to this person. Offers people the reader may see: the family, and those looked up today. */
export async function relationshipPage(ctx: StaffCtx, asked: Asked, again?: Again): Promise<Answer> {
  const personId = asked.params['id'] ?? '';
  const others = await peopleToRelate(ctx, personId);
  const state: FieldState = { values: again?.values, errors: again?.errors };
  return aboutPerson(
    ctx,
    personId,
    'Record a relationship',
    again,
    others.length === 0 ? (
      <EmptyList
        why="There is nobody to choose from: you have no other person open."
        whatToDo={
          <a class="govuk-link" href="/people/find">
            Find the other person first, then come back
          </a>
        }
      />
    ) : (
      <Form action={`/people/${personId}/relationship`} {...formCarries(ctx)}>
        <SelectField
          name="relative"
          label="Who"
          hint="People you have open. Find the other person first if they are not here."
          items={others}
          {...state}
        />
        <SelectField
          name="kind"
          label="They are this person’s"
          items={relationshipKinds.map((kind) => ({ value: kind, text: relationInWords(kind, null) }))}
          {...state}
        />
        <Choice
          name="responsibility"
          legend="Do they hold parental responsibility?"
          hint="Leave it out if you do not know, or for a child"
          inline
          items={[
            { value: 'yes', text: 'Yes' },
            { value: 'no', text: 'No' },
          ]}
          {...state}
        />
        <TextField name="source" label="Who told you?" width={30} {...state} />
        <Button>Save</Button>
      </Form>
    ),
  );
}

export async function takeRelationship(ctx: StaffCtx, data: z.output<typeof relationshipShape>, asked: Asked): Promise<Answer> {
  const personId = asked.params['id'] ?? '';
  await addRelationship(ctx, {
    personId: data.relative,
    relatedId: personId,
    kind: data.kind,
    parentalResponsibility: data.responsibility === null ? null : data.responsibility === 'yes',
    source: data.source,
  });
  return seeOther(`/people/${personId}`, 'The relationship is recorded');
}
