import type { StaffCtx } from '../../../platform/access/ctx.ts';
import { refused } from '../../../platform/access/refusal.ts';
export interface MatchDecision {
  /** Where the submitted person stands: contact-person. */
  sourceKind: string; sourceId: string; personId: string;
  decision: 'same person' | 'not the same person' | 'not sure';
  /** The comparison at the time and what the person wrote; kept as evidence. */
  reasons: unknown;
}
/** Remembers what a person decided about a submitted person and someone in the index. */
export async function decideMatch(_ctx: StaffCtx, _decided: MatchDecision): Promise<void> { throw refused('Being built'); }
