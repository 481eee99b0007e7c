import type { StaffCtx } from '../../../../platform/access/ctx.ts';
import { found, refused } from '../../../../platform/access/refusal.ts';
import { decideMatch } from '../../../people/index.ts';
import { contactToChange, namedIn } from '../../contact.store.ts';
import { recognisedAs } from '../../recognition.ts';
import { healthConcernOf } from '../health.store.ts';

/** The officer's word that the contact is about the very child it was raised from; not found for one whose record is closed to them. */
export async function recogniseRaised(ctx: StaffCtx, contactId: string): Promise<void> {
  const contact = await contactToChange(ctx, contactId);
  const concern = found(await healthConcernOf(ctx, contact.id));
  const child = found((await namedIn(ctx, contact.id)).find((one) => one.part !== 'adult'));
  if (child.person_id) throw refused('The child has been recognised already.');
  await decideMatch(ctx, {
    sourceKind: 'contact-person',
    sourceId: child.id,
    personId: concern.person_id,
    decision: 'same person',
    reasons: { why: "Raised from the child's own page" },
  });
  await recognisedAs(ctx, contact, child.id, concern.person_id, 'same person');
}
