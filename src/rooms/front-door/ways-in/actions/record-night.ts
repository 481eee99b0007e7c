import type { StaffCtx } from '../../../../platform/access/ctx.ts';
import { invalid, notFound } from '../../../../platform/access/refusal.ts';
import { raiseConcern, type Raised } from '../../actions/raise-concern.ts';
import type { Concern } from '../../concern.ts';
import { worksByNight } from '../out-of-hours.ts';
import { writeNight } from '../out-of-hours.store.ts';
import { momentOf } from '../urgent.ts';

/** Makes the contact of a call the emergency duty team took, with what the day must do. `at` is the London time "HH:MM" it came, of the last
 *  24 hours. Only for who works by night. */
export async function recordNight(
  ctx: StaffCtx,
  concern: Concern,
  it: { at: string; leftForDay: string | null; childIsWhere: string | null },
): Promise<Raised> {
  if (!worksByNight(ctx)) throw notFound();
  if (!it.leftForDay) throw invalid([{ field: 'leftForDay', message: 'Say what the day team must do, or that nothing is left' }]);
  const takenAt = momentOf(ctx.now, it.at);
  const raised = await raiseConcern(ctx, concern, 'OUT_OF_HOURS', null, { receivedAt: takenAt });
  await writeNight(ctx, { contactId: raised.id, takenAt, leftForDay: it.leftForDay, childIsWhere: it.childIsWhere });
  return raised;
}
