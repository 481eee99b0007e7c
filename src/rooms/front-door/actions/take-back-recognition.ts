import { about, saw, type StaffCtx } from '../../../platform/access/ctx.ts';
import { found, refused } from '../../../platform/access/refusal.ts';
import { endInvolvement } from '../../people/index.ts';
import { contactToChange, moveContact, namedIn } from '../contact.store.ts';
import { decisionsOf } from '../decision.store.ts';

/** Undoes a recognition before a decision rests on it. The match decision itself stays remembered. */
export async function takeBackRecognition(ctx: StaffCtx, contactId: string, namedId: string): Promise<void> {
  const contact = await contactToChange(ctx, contactId);
  about(ctx, 'contact', contact.id);
  const named = found((await namedIn(ctx, contact.id)).find((one) => one.id === namedId));
  const personId = found(named.person_id);
  if ((await decisionsOf(ctx, contact.id)).some((decision) => decision.contact_person_id === namedId)) {
    throw refused('A decision rests on this. Ask the people desk to correct who the child is.');
  }
  saw(ctx, personId);
  await endInvolvement(ctx, { becauseKind: 'contact', becauseId: contact.id, personId });
  await ctx.tx.deleteFrom('contact_recognition').where('contact_person_id', '=', namedId).execute();
  if (named.part !== 'adult' && contact.state === 'SCREENING') await moveContact(ctx, contact, 'MATCHING');
}
