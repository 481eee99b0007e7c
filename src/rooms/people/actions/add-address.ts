import { saw, type StaffCtx } from '../../../platform/access/ctx.ts';
import { invalid } from '../../../platform/access/refusal.ts';
import { insertAddress, keepSearchKeys, lockPerson, type NewAddress } from '../person.store.ts';
import { normalisePostcode } from '../postcode.ts';

/** Records where a person lives now; the address before it ends. A shielded address is seen only by the shield list and is no way to
 *  find anyone. Throws invalid for a postcode that is none. */
export async function addAddress(ctx: StaffCtx, personId: string, address: NewAddress): Promise<void> {
  const postcode = address.postcode ? normalisePostcode(address.postcode) : null;
  if (postcode === undefined) throw invalid([{ field: 'postcode', message: 'Enter a full postcode, like HA1 2XY' }]);
  await lockPerson(ctx, personId);
  await insertAddress(ctx, personId, { ...address, postcode });
  await keepSearchKeys(ctx, personId);
  saw(ctx, personId);
}
