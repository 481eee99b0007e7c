import { about, type StaffCtx } from '../../../../platform/access/ctx.ts';
import { refused } from '../../../../platform/access/refusal.ts';
import { markWithdrawn } from '../target.store.ts';

/** Takes a change off the charts again; it stays readable with the reason. */
export async function withdrawChange(ctx: StaffCtx, id: string, why: string): Promise<void> {
  if (!(await markWithdrawn(ctx, id, why))) throw refused('This change is not on the charts any more.');
  about(ctx, 'process-change', id);
}
