import { about, type StaffCtx } from '../../../platform/access/ctx.ts';
import { invalid } from '../../../platform/access/refusal.ts';
import { endInvolvement } from '../../people/index.ts';
import { cancelClock } from '../../../platform/time/clock.store.ts';
import { moved, type ContactState } from '../contact.ts';
import { contactToChange, moveContact } from '../contact.store.ts';

/** Joins a contact to the one it repeats word for word or incident for incident; its referrer follows the other one's outcome. */
export async function joinContact(ctx: StaffCtx, contactId: string, reference: string): Promise<void> {
  const contact = await contactToChange(ctx, contactId);
  about(ctx, 'contact', contact.id);
  const other = await ctx.tx
    .selectFrom('contact')
    .select('id')
    .where('reference', '=', reference.toUpperCase())
    .where('id', '<>', contact.id)
    .executeTakeFirst();
  if (!other) throw invalid([{ field: 'reference', message: 'There is no other contact with that reference' }]);
  await moveContact(ctx, contact, moved(contact.state as ContactState, 'join to another'), {
    duplicate_of: other.id,
    closed_at: ctx.now,
    held_by: null,
    held_since: null,
  });
  await cancelClock(ctx, { rule: 'C02', subjectKind: 'contact', subjectId: contact.id });
  await endInvolvement(ctx, { becauseKind: 'contact', becauseId: contact.id });
}
