import type { Ctx } from '../../../../platform/access/ctx.ts';
import { enqueue } from '../../../../platform/jobs/enqueue.ts';
import { takenAtOnce, takeOneKind } from '../intake.ts';
import { nextWaiting, onItsOwn } from '../notification.store.ts';
import { takeNotification } from './take-notification.ts';

/** Takes the notifications that wait, so many at most; gives whether more may wait. One that fails does not keep the others back. */
export async function takeWaiting(ctx: Ctx): Promise<boolean> {
  const ids = await nextWaiting(ctx, takenAtOnce);
  let taken = 0;
  for (const notificationId of ids) {
    if (await onItsOwn(ctx, () => takeNotification(ctx, notificationId))) taken += 1;
    else await enqueue(ctx, takeOneKind, { notificationId }, { key: `${takeOneKind}:${notificationId}` });
  }
  return taken > 0 && ids.length === takenAtOnce;
}
