import type { LinkageDecision } from '../linkage/evidence.ts';

/** Natural logarithm of the odds from which a date of birth speaks for one person: about twenty to one. */
const datedFrom = 3;

/** Joins nobody by name and home alone: without a date of birth that agrees, or a number, a father and his son of one name are one to the matcher.
 *  Such a link becomes a question. */
export function cautious(decision: LinkageDecision): LinkageDecision {
  if (decision.band !== 'link') return decision;
  const factors = decision.candidates.find((it) => it.personId === decision.leader)?.evidence.factors ?? [];
  const weightOf = (field: string): number => factors.find((it) => it.field === field)?.againstUnrelated ?? 0;
  const isAnchored = weightOf('Date of birth') >= datedFrom || weightOf('NHS number') > 0 || weightOf('UPN') > 0;
  return isAnchored ? decision : { ...decision, band: 'review', because: 'Name and home agree, but no date of birth or number does' };
}
