import { saw, type StaffCtx } from '../../../platform/access/ctx.ts';
import { invalid, notFound, refused } from '../../../platform/access/refusal.ts';
import { mayOpen } from '../opening.store.ts';

/** How long a stated look-up keeps an identity open, in hours. */
const lookHours = 12;

/** Opens who a person is for 12 hours, with the reason stated (S-023: every look-up audited with its reason).
 *  Throws notFound for someone who may not be known, refused with whom to ask for a restricted record. */
export async function lookUp(ctx: StaffCtx, personId: string, reason: string): Promise<void> {
  if (!reason.trim()) throw invalid([{ field: 'reason', message: 'Say why you need to know who this is' }]);
  const opening = await mayOpen(ctx, personId);
  if (opening.state === 'closed') throw notFound();
  if (opening.state === 'restricted')
    throw refused(`This record is restricted. Contact ${opening.contactInstead ?? 'the privacy officer (DPO)'}.`);
  const runsOut = new Date(ctx.now.getTime() + lookHours * 3_600_000);
  await ctx.tx
    .insertInto('index_look')
    .values({ staff_id: ctx.who.staffId, person_id: personId, reason, looked_at: ctx.now, runs_out_at: runsOut })
    .execute();
  ctx.note.purpose = reason;
  saw(ctx, personId);
}
