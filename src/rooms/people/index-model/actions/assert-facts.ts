import { saw, type StaffCtx } from '../../../../platform/access/ctx.ts';
import { keepSearchKeys, lockPerson } from '../../person.store.ts';
import type { NewFact } from '../assertion.ts';
import { append, begin, project } from '../assertion.store.ts';

/** Adds what someone says about a person and refolds that person: the tables every page reads, the search keys and the shield follow in the
 *  same transaction. What stood before is asserted first, once. Throws notFound for someone the writer may not see. */
export async function assertFacts(ctx: StaffCtx, personId: string, facts: readonly NewFact[]): Promise<void> {
  await lockPerson(ctx, personId);
  await begin(ctx, personId);
  await append(ctx, personId, facts);
  await project(ctx, personId);
  await keepSearchKeys(ctx, personId);
  saw(ctx, personId);
}
