import { saw, type StaffCtx } from '../../../../platform/access/ctx.ts';
import { invalid, refused } from '../../../../platform/access/refusal.ts';
import { addRelationship } from '../../actions/add-relationship.ts';
import { recordPerson } from '../../actions/record-person.ts';
import { personRow } from '../../person.store.ts';
import { londonDay } from '../../today.ts';
import { append, project } from '../assertion.store.ts';

export interface Expected {
  motherId: string;
  /** First and, where only a range is known, last day the baby is expected. */
  expectedOn: string;
  expectedTo: string | null;
  /** How many babies are expected; 1 where nobody has said. */
  plurality: number;
  source: string;
}

/** Records an unborn baby under its mother: never joined to anyone by the machine, and converted at birth. Returns the id.
 *  Throws notFound for a mother the writer may not see, refused for one who has a pregnancy recorded already, invalid for dates that cannot be. */
export async function recordUnborn(ctx: StaffCtx, it: Expected): Promise<string> {
  const mother = await personRow(ctx, it.motherId);
  if (it.expectedTo !== null && it.expectedTo < it.expectedOn)
    throw invalid([{ field: 'to', message: 'The last day must be after the first' }]);
  const before = await ctx.tx
    .selectFrom('relationship as r')
    .innerJoin('person as p', 'p.id', 'r.related_id')
    .select('p.id')
    .where('r.person_id', '=', it.motherId)
    .where('r.kind', '=', 'expecting')
    .where('r.valid_to', 'is', null)
    .where('p.expected_on', '>=', londonDay(ctx))
    .executeTakeFirst();
  if (before) throw refused('A baby is already expected. Change that record instead of recording another');
  const personId = await recordPerson(ctx, {
    givenName: null,
    familyName: mother.family_name,
    preferredName: 'Baby',
    dateOfBirth: null,
    expectedOn: it.expectedOn,
    source: it.source,
  });
  const { expectedOn, expectedTo, plurality, source } = it;
  await append(ctx, personId, [{ kind: 'date of birth', facts: { expectedOn, expectedTo, plurality, source }, why: `Told by ${source}` }]);
  await project(ctx, personId);
  await addRelationship(ctx, { personId: it.motherId, relatedId: personId, kind: 'expecting', source });
  saw(ctx, personId, it.motherId);
  return personId;
}
