import { about, type StaffCtx } from '../../../../platform/access/ctx.ts';
import { found, invalid } from '../../../../platform/access/refusal.ts';
import { contactOf, namedIn } from '../../contact.store.ts';
import { insertSafeRules } from '../safe-contact.store.ts';
import type { NewSafeRule } from '../safe-contact.ts';

/** Writes down how somebody of a contact may be reached safely. Hours are given both or not at all. */
export async function setSafeRule(ctx: StaffCtx, rule: NewSafeRule): Promise<void> {
  const contact = await contactOf(ctx, rule.contactId);
  about(ctx, 'contact', contact.id);
  if (rule.namedId) found((await namedIn(ctx, contact.id)).find((one) => one.id === rule.namedId));
  if (rule.rule === 'only between' && !(rule.from && rule.to && rule.from !== rule.to))
    throw invalid([{ field: 'from', message: 'Say from when and until when it is safe, as 09:30' }]);
  await insertSafeRules(ctx, [rule.rule === 'never' ? { ...rule, from: null, to: null } : rule]);
}
