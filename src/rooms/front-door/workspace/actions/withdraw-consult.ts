import { about, may, type StaffCtx } from '../../../../platform/access/ctx.ts';
import { notAllowed } from '../../../../platform/access/refusal.ts';
import { cancelClock } from '../../../../platform/time/clock.store.ts';
import { consultClock, consultMoves, type ConsultState } from '../consult.ts';
import { lockConsult, putQuestionAway, writeConsultWithdrawn } from '../consult.store.ts';

/** Takes a consult back: the view is no longer needed. */
export async function withdrawConsult(ctx: StaffCtx, id: string, because: string): Promise<void> {
  if (!may(ctx, 'front-door.screen')) throw notAllowed();
  const row = await lockConsult(ctx, id);
  about(ctx, 'contact', row.contact_id);
  consultMoves(row.state as ConsultState, 'withdraw');
  await writeConsultWithdrawn(ctx, id, because);
  await cancelClock(ctx, consultClock(id));
  await putQuestionAway(ctx, id);
}
