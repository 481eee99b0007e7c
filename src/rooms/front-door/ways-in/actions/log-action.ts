import { about, type StaffCtx } from '../../../../platform/access/ctx.ts';
import { contactOf } from '../../contact.store.ts';
import { momentOf } from '../urgent.ts';
import { writeAction } from '../urgent.store.ts';

/** Writes down one thing done at once about a contact. `at` is a London wall-clock time "HH:MM" of the last 24 hours: one later than now was
 *  yesterday. Refuses (invalid) what is no time. */
export async function logAction(
  ctx: StaffCtx,
  it: { contactId: string; at: string; kind: string; what: string; withWhom: string | null; outcome: string | null },
): Promise<void> {
  const contact = await contactOf(ctx, it.contactId);
  about(ctx, 'contact', contact.id);
  await writeAction(ctx, { ...it, doneAt: momentOf(ctx.now, it.at) });
}
