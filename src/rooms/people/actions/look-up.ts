import { sql } from 'kysely';
import { saw, type StaffCtx } from '../../../platform/access/ctx.ts';
import { invalid, notFound, refused } from '../../../platform/access/refusal.ts';

/** How long a stated look-up keeps an identity open, in hours. */
export const lookHours = 12;

/** Whether a record's identity may be opened by whoever asks: hidden, in conflict and not there are one answer. */
export interface Opening { state: 'open' | 'restricted' | 'closed'; name?: string; contactInstead?: string }

/** Asks the search role, which alone can tell; names a restricted person and whom to ask, nothing else. */
export async function mayOpen(ctx: StaffCtx, personId: string): Promise<Opening> {
  const { rows } = await sql<{ opening: Opening }>`select search.may_open(${personId}) as opening`.execute(ctx.tx);
  return rows[0]?.opening ?? { state: 'closed' };
}

/** Opens who a person is for 12 hours, with the reason stated (S-023: every look-up audited with its reason).
 *  Throws notFound for someone who may not be known, refused with whom to ask for a restricted record. */
export async function lookUp(ctx: StaffCtx, personId: string, reason: string): Promise<void> {
  if (!reason.trim()) throw invalid([{ field: 'reason', message: 'Say why you need to know who this is' }]);
  const opening = await mayOpen(ctx, personId);
  if (opening.state === 'closed') throw notFound();
  if (opening.state === 'restricted') throw refused(`This record is restricted. Contact ${opening.contactInstead ?? 'the privacy officer (DPO)'}.`);
  const runsOut = new Date(ctx.now.getTime() + lookHours * 3_600_000);
  await ctx.tx.insertInto('index_look').values({ staff_id: ctx.who.staffId, person_id: personId, reason, looked_at: ctx.now, runs_out_at: runsOut }).execute();
  ctx.note.purpose = reason;
  saw(ctx, personId);
}
