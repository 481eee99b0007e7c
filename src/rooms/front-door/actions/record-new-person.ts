import { about, type StaffCtx } from '../../../platform/access/ctx.ts';
import { found } from '../../../platform/access/refusal.ts';
import { recordPerson } from '../../people/index.ts';
import { contactToChange, namedIn } from '../contact.store.ts';
import { recognisedAs } from '../recognition.ts';
import { newPersonOf } from '../submitted.ts';

/** Records someone the index does not hold. If they may be a shielded child they inherit the shield, unseen (the shield desk decides). */
export async function recordNewPerson(ctx: StaffCtx, contactId: string, namedId: string): Promise<void> {
  const contact = await contactToChange(ctx, contactId);
  about(ctx, 'contact', contact.id);
  const everyone = await namedIn(ctx, contact.id);
  const named = found(everyone.find((one) => one.id === namedId));
  const from = { sourceKind: 'contact-person', sourceId: named.id };
  const personId = await recordPerson(ctx, newPersonOf(named, everyone, contact.reference), from);
  await recognisedAs(ctx, contact, named.id, personId, 'newly recorded');
}
