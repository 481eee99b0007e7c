import { sql } from 'kysely';
import type { StaffCtx } from '../../../../platform/access/ctx.ts';
import { refused } from '../../../../platform/access/refusal.ts';
import { keepSearchKeys } from '../../person.store.ts';
import { inWords } from '../refused.ts';
import { newReference, seal, sealingKey, unseal } from '../sealing-key.ts';

const keyOrRefuse = (): Buffer => {
  const key = sealingKey();
  if (!key) throw refused('Sealing is not set up here: the key is missing. Ask whoever runs Goldthread');
  return key;
};

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

/** The first officer asks, the second, within a day, is shown the two ids once; null while it waits for another officer.
 *  Throws notFound for no such reference, refused for the same officer twice. */
export async function openSealed(
  ctx: StaffCtx,
  it: { reference: string; because: string },
): Promise<{ before: string; after: string } | null> {
  const key = keyOrRefuse();
  const { rows } = await inWords(() =>
    sql<{ contents: Buffer | null }>`select sealed.release(${it.reference}, ${it.because}) as contents`.execute(ctx.tx),
  );
  ctx.note.detail['reference'] = it.reference.trim().toUpperCase();
  ctx.note.detail['opened'] = Boolean(rows[0]?.contents);
  const contents = rows[0]?.contents;
  if (!contents) return null;
  return unseal(key, contents);
}

/** Requests that wait for a second officer: references, nobody's name. */
export async function sealedWaiting(
  ctx: StaffCtx,
): Promise<{ reference: string; askedBy: string; askedAt: Date; because: string; mine: boolean }[]> {
  const { rows } = await sql<{ reference: string; askedBy: string; askedAt: Date; because: string; mine: boolean }>`
    select reference, asked_by as "askedBy", asked_at as "askedAt", because, mine from sealed.waiting()`.execute(ctx.tx);
  return rows;
}
