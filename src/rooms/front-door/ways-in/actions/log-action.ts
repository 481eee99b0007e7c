import { about, type StaffCtx } from '../../../../platform/access/ctx.ts';
import { invalid } from '../../../../platform/access/refusal.ts';
import { londonDate, londonInstant } from '../../../../platform/time/london.ts';
import { contactOf } from '../../contact.store.ts';
import { writeAction } from '../urgent.store.ts';

/** Writes down one thing done at once about a contact. `at` is a London wall-clock time "HH:MM" of the last 24 hours: one later than now was
 *  yesterday. Refuses (invalid) what is no time. */
export async function logAction(
  ctx: StaffCtx,
  it: { contactId: string; at: string; kind: string; what: string; withWhom: string | null; outcome: string | null },
): Promise<void> {
  const contact = await contactOf(ctx, it.contactId);
  about(ctx, 'contact', contact.id);
  await writeAction(ctx, { ...it, doneAt: momentOf(it.at, ctx.now) });
}

/** The last moment at which London's clocks showed "HH:MM", not after `now`. */
export function momentOf(at: string, now: Date): Date {
  const [, hour, minute] = /^([01]?\d|2[0-3])[:.]([0-5]\d)$/.exec(at.trim()) ?? [];
  if (hour === undefined || minute === undefined) throw invalid([{ field: 'at', message: 'Enter the time as 14:05' }]);
  const today = londonInstant(londonDate(now), Number(hour), Number(minute));
  return today <= now ? today : londonInstant(londonDate(new Date(now.getTime() - 86_400_000)), Number(hour), Number(minute));
}
