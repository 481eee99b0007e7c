import { randomUUID } from 'node:crypto';
import { about, type StaffCtx } from '../../../platform/access/ctx.ts';
import { refused } from '../../../platform/access/refusal.ts';
import { closeIfDone } from '../closing.ts';
import { contactToChange } from '../contact.store.ts';

export type Telling = { contactId: string } & ({ how: 'page' | 'call' | 'letter'; told: string } | { how: 'none'; notToldBecause: string });

/** Records what the referrer was told, or why they were not; no contact closes without one or the other (3.3). */
export async function tellReferrer(ctx: StaffCtx, telling: Telling): Promise<boolean> {
  const contact = await contactToChange(ctx, telling.contactId);
  about(ctx, 'contact', contact.id);
  if (contact.state !== 'DECIDED') throw refused('Decide for every child before telling the referrer.');
  if (telling.how === 'page' && !contact.referrer_staff_id)
    throw refused('This referrer has no page here. Call or write to them, or say why not.');
  await ctx.tx
    .insertInto('contact_feedback')
    .values({
      id: randomUUID(),
      contact_id: contact.id,
      how: telling.how,
      told: telling.how === 'none' ? null : telling.told,
      not_told_because: telling.how === 'none' ? telling.notToldBecause : null,
      given_by: ctx.who.staffId,
      given_at: ctx.now,
    })
    .execute();
  return closeIfDone(ctx, contact);
}
