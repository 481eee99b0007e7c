import { saw, type StaffCtx } from '../../../../platform/access/ctx.ts';
import { refused } from '../../../../platform/access/refusal.ts';
import { lockPerson } from '../../person.store.ts';
import { insertLeave, leaveOf } from '../pds/leave.store.ts';

/** The shield desk lets the NHS be asked about someone hidden; without that nothing about them is sent. Throws notFound for someone not the
 *  desk's business, refused where it is given already or not needed. */
export async function allowNhsQuestion(ctx: StaffCtx, personId: string, reason: string): Promise<void> {
  const person = await lockPerson(ctx, personId);
  if (person.shield !== 'hidden') throw refused('This person is not hidden: the NHS may be asked about them as it is.');
  if (await leaveOf(ctx, personId)) throw refused('Leave has been given already.');
  await insertLeave(ctx, personId, reason);
  saw(ctx, personId);
}
