import { about, type StaffCtx } from '../../../../platform/access/ctx.ts';
import { invalid, refused } from '../../../../platform/access/refusal.ts';
import { londonDate } from '../../../../platform/time/london.ts';
import { proposalErrors, type ProposedRule } from '../rule-change.ts';
import { openProposal, writeProposal } from '../rule.store.ts';

/** Proposes a new rule, a change of one or its end. Nothing is routed by it until another manager agrees. */
export async function proposeRule(ctx: StaffCtx, rule: ProposedRule): Promise<string> {
  const errors = proposalErrors(rule, londonDate(ctx.now));
  if (errors.length > 0) throw invalid(errors);
  if (await openProposal(ctx, rule.key)) throw refused('A change to this rule waits for an answer already.');
  const id = await writeProposal(ctx, rule);
  about(ctx, 'routing-rule', id);
  return id;
}
