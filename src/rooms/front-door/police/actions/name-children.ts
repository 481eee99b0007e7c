import { about, type StaffCtx } from '../../../../platform/access/ctx.ts';
import { found, refused } from '../../../../platform/access/refusal.ts';
import { candidatesFor, decideMatch } from '../../../people/index.ts';
import { contactToChange, namedIn } from '../../contact.store.ts';
import { recognisedAs } from '../../recognition.ts';
import { submittedOf } from '../../submitted.ts';
import { childrenNotNamed, notNamed } from '../concern-of.ts';
import { addNamed } from '../named.store.ts';
import { notificationsOfContact } from '../notification.store.ts';

/** A person says which children known at the address a notification is about, where the police named none. Each is a child of the contact
 *  of their own, recognised for the reasons shown; nobody who was not offered can be chosen. */
export async function nameChildren(ctx: StaffCtx, contactId: string, personIds: readonly string[]): Promise<void> {
  const contact = await contactToChange(ctx, contactId);
  about(ctx, 'contact', contact.id);
  const everyone = await namedIn(ctx, contact.id);
  const stand = everyone.find((one) => one.description === notNamed && !one.person_id);
  if (!stand) throw refused('The children of this contact are named already.');
  const offered = await candidatesFor(ctx, submittedOf(stand, everyone));
  const latest = found((await notificationsOfContact(ctx, contact.id))[0]);
  for (const [at, personId] of [...new Set(personIds)].entries()) {
    const candidate = found(offered.find((one) => one.personId === personId));
    const namedId = at === 0 ? stand.id : await addNamed(ctx, contact.id, childrenNotNamed(latest));
    await decideMatch(ctx, {
      sourceKind: 'contact-person',
      sourceId: namedId,
      personId,
      decision: 'same person',
      reasons: {
        grade: candidate.grade,
        fields: candidate.fields,
        factors: candidate.evidence?.factors ?? [],
        why: 'Known at the address',
      },
    });
    await recognisedAs(ctx, at === 0 ? contact : await contactToChange(ctx, contact.id), namedId, personId, 'same person');
  }
}
