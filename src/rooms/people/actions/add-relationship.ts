import { randomUUID } from 'node:crypto';
import { saw, type StaffCtx } from '../../../platform/access/ctx.ts';
import { refused } from '../../../platform/access/refusal.ts';
import { mirrorOf } from '../index-model/mirror.ts';
import { appendRelationship } from '../index-model/assertion.store.ts';
import { keepFoundBy, lockPerson, personRow } from '../person.store.ts';
import { mutual, type RelationshipKind } from '../relationship.ts';
import { londonDay } from '../today.ts';

/** Records that a person is KIND of another, for example mother. Twins, and children of one mother
 *  born on one day under different names, become "certainly not the same person" in the database itself.
 *  Throws notFound for someone the writer may not see, refused for a person with themselves. */
export async function addRelationship(
  ctx: StaffCtx,
  it: { personId: string; relatedId: string; kind: RelationshipKind; parentalResponsibility?: boolean | null; source: string },
): Promise<void> {
  if (it.personId === it.relatedId) throw refused('A person cannot be related to themselves');
  await lockPerson(ctx, it.personId);
  await personRow(ctx, it.relatedId);
  const id = randomUUID();
  const row = (from: string, to: string, rowId: string) => ({
    id: rowId,
    person_id: from,
    related_id: to,
    kind: it.kind,
    parental_responsibility: it.parentalResponsibility ?? null,
    source: it.source,
    valid_from: londonDay(ctx),
  });
  const rows = mutual.includes(it.kind)
    ? [row(it.personId, it.relatedId, id), row(it.relatedId, it.personId, mirrorOf(id))]
    : [row(it.personId, it.relatedId, id)];
  await ctx.tx.insertInto('relationship').values(rows).execute();
  await appendRelationship(ctx, id, it.personId, it.relatedId, {
    kind: it.kind,
    way: 'is',
    parentalResponsibility: it.parentalResponsibility ?? null,
    from: londonDay(ctx),
    source: it.source,
  });
  await keepFoundBy(ctx, it.relatedId);
  saw(ctx, it.personId, it.relatedId);
}
