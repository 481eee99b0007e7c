import { about, type StaffCtx } from '../../../../platform/access/ctx.ts';
import { invalid, refused } from '../../../../platform/access/refusal.ts';
import { londonDate } from '../../../../platform/time/london.ts';
import { mayAgree, proposalErrors, type ProposedRule } from '../rule-change.ts';
import { openProposal, ruleRow, writeAgreement, writeProposal, writeRefusal } from '../rule.store.ts';

/** Proposes a new rule, a change of one or its end. Nothing is routed by it until another manager agrees. */
export async function proposeRule(ctx: StaffCtx, rule: ProposedRule): Promise<string> {
  const errors = proposalErrors(rule, londonDate(ctx.now));
  if (errors.length > 0) throw invalid(errors);
  if (await openProposal(ctx, rule.key)) throw refused('A change to this rule waits for an answer already.');
  const id = await writeProposal(ctx, rule);
  about(ctx, 'routing-rule', id);
  return id;
}

/** The second person agrees; from its first day the rule is in force and the row before it ends. */
export async function agreeToRule(ctx: StaffCtx, id: string): Promise<void> {
  const rule = await ruleRow(ctx, id);
  about(ctx, 'routing-rule', rule.id);
  mayAgree(rule, ctx.who.staffId, londonDate(ctx.now));
  await writeAgreement(ctx, rule);
}

/** Refuses a proposal, with why; whoever proposed it may take it back the same way. */
export async function refuseRule(ctx: StaffCtx, id: string, why: string): Promise<void> {
  const rule = await ruleRow(ctx, id);
  about(ctx, 'routing-rule', rule.id);
  if (rule.agreed_at || rule.refused_at) throw refused('This proposal has been answered already.');
  await writeRefusal(ctx, rule.id, why);
}
