import { sql } from 'kysely';
import type { StaffCtx } from '../../../../platform/access/ctx.ts';
import { keepSearchKeys } from '../../person.store.ts';
import { inWords } from '../refused.ts';
import { keyOrRefuse, newReference, seal } from '../sealing.ts';

/** Seals that two records are one adopted child: the identity before adoption is closed and leads nowhere, and which two it is can be read by
 *  two officers of the shield desk together, with the reference returned here. The audit keeps that it was done, not about whom.
 *  Throws notFound, refused in words (a number or a relative in common; sealed already; no key). */
export async function sealIdentity(ctx: StaffCtx, it: { beforeId: string; afterId: string }): Promise<string> {
  const reference = newReference();
  const contents = seal(keyOrRefuse(), it.beforeId, it.afterId);
  await inWords(() => sql`select sealed.keep(${it.beforeId}, ${it.afterId}, ${reference}, ${contents})`.execute(ctx.tx));
  for (const id of [it.beforeId, it.afterId]) await keepSearchKeys(ctx, id);
  ctx.note.detail['reference'] = reference;
  return reference;
}
