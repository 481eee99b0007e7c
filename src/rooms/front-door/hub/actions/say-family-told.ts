import { invalid } from '../../../../platform/access/refusal.ts';
import type { StaffCtx } from '../../../../platform/access/ctx.ts';
import { changeEnquiry, enquiryToChange } from '../enquiry.store.ts';

/** Notes whether the family knows that agencies are asked; why not, where telling them would raise the risk. */
export async function sayFamilyTold(
  ctx: StaffCtx,
  it: { enquiryId: string; familyTold: 'told' | 'not told' | 'not yet'; notToldBecause: string | null },
): Promise<void> {
  if (it.familyTold === 'not told' && !it.notToldBecause)
    throw invalid([{ field: 'notToldBecause', message: 'Enter why the family is not told' }]);
  const { enquiry } = await enquiryToChange(ctx, it.enquiryId);
  await changeEnquiry(ctx, enquiry, {
    family_told: it.familyTold,
    not_told_because: it.familyTold === 'not told' ? it.notToldBecause : null,
  });
}
