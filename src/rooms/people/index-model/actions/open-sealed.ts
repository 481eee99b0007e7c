import { sql } from 'kysely';
import type { StaffCtx } from '../../../../platform/access/ctx.ts';
import { inWords } from '../refused.ts';
import { keyOrRefuse, unseal } from '../sealing.ts';

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
