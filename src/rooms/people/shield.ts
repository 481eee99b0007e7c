/** How far a person is hidden: not at all, where they are, or that they are here at all. */
export type Shield = 'none' | 'location' | 'hidden';

/** What the shield desk may decide about someone who may be a shielded person. */
export const shieldDecisions = ['same person', 'not the same', 'keep shielded'] as const;
export type ShieldDecision = (typeof shieldDecisions)[number];

/** What becomes of an inherited shield once some of its questions are decided: stays, waits, or is lifted. Pure. */
export function shieldAfter(decisions: readonly (ShieldDecision | null)[]): 'stays' | 'waits' | 'lifted' {
  if (decisions.some((one) => one === 'same person' || one === 'keep shielded')) return 'stays';
  return decisions.includes(null) ? 'waits' : 'lifted';
}
