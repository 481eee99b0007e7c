import { about, type StaffCtx } from '../../../../platform/access/ctx.ts';
import { refused } from '../../../../platform/access/refusal.ts';
import { isOwn } from '../involvement.ts';
import { whoIsInvolved } from '../involvement.store.ts';
import { startWatch } from '../watch.store.ts';

/** Asks to be told when someone else becomes involved with a child: for whoever works with them now. Throws notFound, or refused for
 *  someone who does not work with the child. */
export async function watchChild(ctx: StaffCtx, personId: string): Promise<void> {
  const involved = await whoIsInvolved(ctx, personId);
  if (!involved.some((one) => one.endedOn === null && isOwn(one, ctx.who)))
    throw refused('Only those who work with a child now can be told when someone else becomes involved');
  await startWatch(ctx, personId);
  about(ctx, 'person', personId);
}
