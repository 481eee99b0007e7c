import type { Ctx } from '../../../../platform/access/ctx.ts';
import { route } from '../routing.ts';
import { routingFactsOf, routingsOf, rulesInForce, writeRouting } from '../routing.store.ts';

/** Holds the rules in force on the day of receipt against a contact and writes where it waits, by which rule, and what rating is suggested.
 *  Writes nothing when the same rules say the same again; an answered suggestion is not asked again unless another rating is suggested. */
export async function routeContact(ctx: Ctx, contactId: string, openWork: boolean | null = null): Promise<void> {
  const facts = await routingFactsOf(ctx, contactId, openWork);
  if (!facts) return;
  const routed = route(await rulesInForce(ctx), facts);
  const [last] = await routingsOf(ctx, contactId);
  const suggestion = routed.suggestion;
  const same = last && last.rule_id === routed.rule.id && last.rag_rule_id === (suggestion?.rule.id ?? null);
  if (same) return;
  const settled = last?.rag_answer != null && last.suggested_rag === suggestion?.rag;
  await writeRouting(ctx, contactId, settled ? { ...routed, suggestion: null } : routed, (last?.number ?? 0) + 1);
}
