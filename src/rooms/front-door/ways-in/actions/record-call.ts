import type { StaffCtx } from '../../../../platform/access/ctx.ts';
import { invalid } from '../../../../platform/access/refusal.ts';
import { raiseConcern, type Raised } from '../../actions/raise-concern.ts';
import type { Concern, KnownOrNot } from '../../concern.ts';

export interface Call {
  beganAt: Date;
  callBackNumber: string | null;
  safeToCallBack: KnownOrNot;
  callBackNote: string | null;
  asked: readonly string[];
}

/** Makes the contact of a telephone call, with how to call back. The contact is received when the call began; a call cannot begin later
 *  than now, nor more than a day ago. */
export async function recordCall(ctx: StaffCtx, concern: Concern, call: Call): Promise<Raised> {
  const began = Math.min(call.beganAt.getTime(), ctx.now.getTime());
  if (!(began > ctx.now.getTime() - 86_400_000))
    throw invalid([{ field: 'whatHappened', message: 'Begin a new record: this call began more than a day ago' }]);
  const reachable = { ...concern.referrer, phone: concern.referrer.phone ?? call.callBackNumber };
  const raised = await raiseConcern(ctx, { ...concern, referrer: reachable }, 'PHONE', null, { receivedAt: new Date(began) });
  await ctx.tx
    .insertInto('phone_record')
    .values({
      contact_id: raised.id,
      call_began_at: new Date(began),
      taken_by: ctx.who.staffId,
      call_back_number: call.callBackNumber,
      safe_to_call_back: call.safeToCallBack,
      call_back_note: call.callBackNote,
      asked: [...call.asked],
    })
    .execute();
  return raised;
}
