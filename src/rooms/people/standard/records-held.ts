import { z } from 'zod';
import type { MachineAsked, MachineCtx } from '../../../platform/identity/machine/api-route.ts';
import { checkNhsNumber } from '../identifier.ts';
import { purposeCodes, recordTypes, refuseOtherPurpose } from './agreement.ts';
import { agreementOf, recordsHeld } from './machine-index.store.ts';

/** What a partner asks by: the NHS number (the "sui" of the single unique identifier pilot), which kinds of record, and why. */
export const heldShape = z.object({
  sui: z.string({ error: 'Give the NHS number as text' }).transform((text, problem) => {
    const checked = checkNhsNumber(text);
    if (checked.valid) return checked.value;
    problem.addIssue({ code: 'custom', message: checked.reason });
    return z.NEVER;
  }),
  recordTypes: z
    .array(z.enum(recordTypes, { error: `A record type is one of ${recordTypes.join(', ')}` }))
    .min(1, 'Name at least one record type, or leave it out')
    .optional(),
  purpose: z.enum(purposeCodes, { error: `The purpose is one of ${purposeCodes.join(', ')}` }),
});

/** One line of the pilot's register (its ADR 0009): this custodian holds, or has held, this kind of record for this person. */
export interface HeldAnswer {
  sui: string;
  records: readonly {
    custodianId: string;
    custodianName: string;
    systemId: string;
    recordType: string;
    firstSeenUtc: string;
    lastSeenUtc: string;
    provenance: 'AlreadyHeldByCustodian';
    contact: { name: string; phone: string | null; email: string | null };
  }[];
}

/** `POST /api/v1/records-held`: what is held on this child, never its content. The agreement is asked before anybody is looked for; no
 *  records is the one answer for an unknown number, a kind the agreement does not cover, and a hidden or restricted child. Throws
 *  notAllowed without an agreement, refused for another purpose than its own. */
export async function whatIsHeld(ctx: MachineCtx, _asked: MachineAsked, given: z.output<typeof heldShape>): Promise<HeldAnswer> {
  const agreement = await agreementOf(ctx);
  refuseOtherPurpose(agreement, given.purpose);
  const held = await recordsHeld(ctx, given.sui, given.recordTypes ?? null);
  return {
    sui: given.sui,
    records: held.map(({ firstSeen, lastSeen, ...one }) => ({
      ...one,
      firstSeenUtc: new Date(firstSeen).toISOString(),
      lastSeenUtc: new Date(lastSeen).toISOString(),
      provenance: 'AlreadyHeldByCustodian',
    })),
  };
}
