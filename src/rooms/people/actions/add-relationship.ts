import { saw, type StaffCtx } from '../../../platform/access/ctx.ts';
import { refused } from '../../../platform/access/refusal.ts';
import { lockPerson, personRow } from '../person.store.ts';
import { mutual, type RelationshipKind } from '../relationship.ts';
import { londonDay } from '../today.ts';

/** Records that a person is KIND of another, for example mother. Twins become "certainly not the same person".
 *  Throws notFound for someone the writer may not see, refused for a person with themselves. */
export async function addRelationship(
  ctx: StaffCtx,
  it: { personId: string; relatedId: string; kind: RelationshipKind; parentalResponsibility?: boolean | null; source: string },
): Promise<void> {
  if (it.personId === it.relatedId) throw refused('A person cannot be related to themselves');
  await lockPerson(ctx, it.personId);
  await personRow(ctx, it.relatedId);
  const row = (from: string, to: string) => ({
    person_id: from,
    related_id: to,
    kind: it.kind,
    parental_responsibility: it.parentalResponsibility ?? null,
    source: it.source,
    valid_from: londonDay(ctx),
  });
  const rows = mutual.includes(it.kind)
    ? [row(it.personId, it.relatedId), row(it.relatedId, it.personId)]
    : [row(it.personId, it.relatedId)];
  await ctx.tx.insertInto('relationship').values(rows).execute();
  if (it.kind === 'twin') {
    const [lower = '', higher = ''] = [it.personId, it.relatedId].toSorted();
    await ctx.tx
      .insertInto('certainly_not')
      .values({ person_a: lower, person_b: higher, because: 'twins', decided_by: ctx.who.staffId, decided_at: ctx.now })
      .onConflict((clash) => clash.doNothing())
      .execute();
  }
  saw(ctx, it.personId, it.relatedId);
}
