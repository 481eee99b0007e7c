import { about, type StaffCtx } from '../../../../platform/access/ctx.ts';
import { refused } from '../../../../platform/access/refusal.ts';
import { ruleRow, writeRefusal } from '../rule.store.ts';

/** Refuses a proposal, with why; whoever proposed it may take it back the same way. */
export async function refuseRule(ctx: StaffCtx, id: string, why: string): Promise<void> {
  const rule = await ruleRow(ctx, id);
  about(ctx, 'routing-rule', rule.id);
  if (rule.agreed_at || rule.refused_at) throw refused('This proposal has been answered already.');
  await writeRefusal(ctx, rule.id, why);
}
