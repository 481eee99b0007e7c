import type { Ctx, StaffCtx } from '../../../../platform/access/ctx.ts';
import { openWorkFor } from '../../../casework/index.ts';
import { namedIn } from '../../contact.store.ts';
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

/** The same once someone was recognised: now it can be told whether work is open with a child. */
export async function routeAgain(ctx: StaffCtx, contactId: string): Promise<void> {
  const people = (await namedIn(ctx, contactId)).flatMap((one) => (one.part !== 'adult' && one.person_id ? [one.person_id] : []));
  await routeContact(ctx, contactId, people.length > 0 ? (await openWorkFor(ctx, people)).length > 0 : null);
}
