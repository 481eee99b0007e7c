import { saw, type StaffCtx } from '../../../../platform/access/ctx.ts';
import { refused } from '../../../../platform/access/refusal.ts';
import { endLeave } from '../pds/leave.store.ts';

/** The shield desk takes back its leave for the NHS to be asked about someone. Throws refused where none stands. */
export async function endNhsLeave(ctx: StaffCtx, personId: string): Promise<void> {
  if (!(await endLeave(ctx, personId))) throw refused('No leave stands.');
  saw(ctx, personId);
}
