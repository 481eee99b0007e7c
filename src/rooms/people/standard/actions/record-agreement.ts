import { about, type StaffCtx } from '../../../../platform/access/ctx.ts';
import { invalid } from '../../../../platform/access/refusal.ts';
import { systemWithAgreement, writeAgreement, type WrittenAgreement } from '../agreement.store.ts';

/** Records what a partner's system may ask of the index, from its next call. Throws notFound for an unknown system, invalid for an end before the
 *  beginning. */
export async function recordAgreement(ctx: StaffCtx, clientId: string, agreement: WrittenAgreement): Promise<void> {
  const system = await systemWithAgreement(ctx, clientId);
  if (agreement.validTo && agreement.validTo < agreement.validFrom)
    throw invalid([{ field: 'validTo', message: 'The last day must be on or after the first' }]);
  await writeAgreement(ctx, system.clientId, agreement);
  ctx.note.detail['reference'] = agreement.reference;
  about(ctx, 'machine-client', system.clientId);
}
