import { about, type StaffCtx } from '../../../../platform/access/ctx.ts';
import { londonDate } from '../../../../platform/time/london.ts';
import { mayAgree } from '../rule-change.ts';
import { ruleRow, writeAgreement } from '../rule.store.ts';

/** The second person agrees; from its first day the rule is in force and the row before it ends. */
export async function agreeToRule(ctx: StaffCtx, id: string): Promise<void> {
  const rule = await ruleRow(ctx, id);
  about(ctx, 'routing-rule', rule.id);
  mayAgree(rule, ctx.who.staffId, londonDate(ctx.now));
  await writeAgreement(ctx, rule);
}
