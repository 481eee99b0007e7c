import { saw, type StaffCtx } from '../../../platform/access/ctx.ts';
import { invalid } from '../../../platform/access/refusal.ts';
import { assertFacts } from '../index-model/actions/assert-facts.ts';
import { lockPerson, type NewAddress } from '../person.store.ts';
import { normalisePostcode } from '../postcode.ts';

/** Records where a person lives now; the address before it ends. A shielded address is seen only by the shield list and is no way to
 *  find anyone. Throws invalid for a postcode that is none. */
export async function addAddress(ctx: StaffCtx, personId: string, address: NewAddress): Promise<void> {
  const postcode = address.postcode ? normalisePostcode(address.postcode) : null;
  if (postcode === undefined) throw invalid([{ field: 'postcode', message: 'Enter a full postcode, like HA1 2XY' }]);
  await lockPerson(ctx, personId);
  const { line1, line2, town, ward, validFrom, shielded, source } = address;
  const facts = {
    line1,
    line2: line2 ?? null,
    town: town ?? null,
    postcode,
    ward: ward ?? null,
    from: validFrom ?? null,
    shielded: shielded ?? false,
    source,
  };
  await assertFacts(ctx, personId, [{ kind: 'address', facts, why: `Told by ${source}` }]);
  saw(ctx, personId);
}
