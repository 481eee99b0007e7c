/** Professional disagreement (domain 2.8): five stages, each with its own clock; it never pauses what protects a child. */
import type { Actor } from '../../../platform/access/ctx.ts';
import { refused } from '../../../platform/access/refusal.ts';

export type Side = 'raised' | 'against' | 'scrutineer';
export type DisagreementState = 'OPEN' | 'SETTLED' | 'WITHDRAWN';
export type Outcome = 'CHANGED' | 'PARTLY_CHANGED' | 'STANDS';

export const outcomeWords: Record<Outcome, string> = {
  CHANGED: 'The decision is changed',
  PARTLY_CHANGED: 'Part of the decision is changed',
  STANDS: 'The decision stands',
};
export const outcomes = Object.keys(outcomeWords) as Outcome[];
export const stateWords: Record<DisagreementState, string> = { OPEN: 'Open', SETTLED: 'Settled', WITHDRAWN: 'Withdrawn' };

/** Who speaks at each stage, and within how long (rows ESC1 to ESC5 of the clock table). */
export const stages = [
  { stage: 1, who: 'Practitioner to practitioner', within: '1 working day, or at once if a child is at risk', roles: [] },
  { stage: 2, who: 'Line managers', within: '2 further working days', roles: ['TM', 'EH_CO', 'MASH_M'] },
  { stage: 3, who: 'Safeguarding leads', within: '3 further working days', roles: ['TM', 'EH_CO', 'MASH_M', 'DSL'] },
  { stage: 4, who: 'Heads of service and designated professionals', within: '5 further working days', roles: ['SM_HOS', 'DSL'] },
  { stage: 5, who: 'Safeguarding partners and independent scrutineer', within: '10 further working days', roles: ['DCS', 'SM_HOS'] },
] as const;

/** What people call a stage. */
export const stageWords = (stage: number): string => `Stage ${stage}: ${(stages[stage - 1]?.who ?? '').toLowerCase()}`;

/** The rule of a stage's clock. */
export const clockRuleOf = (stage: number, atRisk: boolean): string => (stage === 1 && atRisk ? 'ESC1-risk' : `ESC${stage}`);
/** The clock of a stage: it runs on the stage's own row. */
export const stageClock = (stage: { id: string; stage: number }, atRisk: boolean) => ({
  rule: clockRuleOf(stage.stage, atRisk),
  subjectKind: 'disagreement-stage',
  subjectId: stage.id,
});

/** A disagreement as its rules need it. */
export interface Standing {
  state: DisagreementState;
  stage: number;
  raisedBy: string;
  raisedAgencyId: string;
  againstAgencyId: string;
  proposedSide: string | null;
}

/** The same from its row. */
export const standingOf = (row: {
  state: string;
  stage: number;
  raised_by: string;
  raised_agency_id: string;
  against_agency_id: string;
  proposed_side: string | null;
}): Standing => ({
  state: row.state as DisagreementState,
  stage: row.stage,
  raisedBy: row.raised_by,
  raisedAgencyId: row.raised_agency_id,
  againstAgencyId: row.against_agency_id,
  proposedSide: row.proposed_side,
});

/** For whom somebody who may see it speaks. The scrutineer belongs to neither side; whoever belongs to both speaks for the one that raised it. */
export function sideOf(who: Actor, facts: Pick<Standing, 'raisedAgencyId' | 'againstAgencyId'>): Side | null {
  if (who.kind !== 'staff') return null;
  const agencies = new Set(who.memberships.map((one) => one.agencyId));
  if (agencies.has(facts.raisedAgencyId)) return 'raised';
  if (agencies.has(facts.againstAgencyId)) return 'against';
  return who.memberships.some((one) => one.role === 'SCRUT') ? 'scrutineer' : null;
}

export const moves = ['say', 'name a speaker', 'move up', 'propose', 'agree', 'not agree', 'judge', 'withdraw'] as const;
export type Move = (typeof moves)[number];

/** Why somebody of this side may not do that now, in words; null when they may. */
export function objectionTo(move: Move, facts: Standing, side: Side | null, staffId: string): string | null {
  if (side === null) return 'You speak for neither side.';
  if (facts.state !== 'OPEN') return `This disagreement is ${stateWords[facts.state].toLowerCase()}: it can only be read.`;
  if (move === 'withdraw') return facts.raisedBy === staffId ? null : 'Whoever raised it may withdraw it.';
  if (move === 'judge')
    return side === 'scrutineer' && facts.stage === 5 ? null : 'The independent scrutineer judges at stage 5, and belongs to neither side.';
  if (move === 'say') return null;
  if (side === 'scrutineer') return 'The scrutineer judges; the sides speak for themselves.';
  if (move === 'name a speaker') return null;
  if (facts.stage === 5) return 'At stage 5 the scrutineer judges.';
  if (move === 'move up') return null;
  if (move === 'propose') return facts.proposedSide === null ? null : 'There is a proposal already: agree to it or not first.';
  if (facts.proposedSide === null) return 'There is no proposal to answer.';
  return facts.proposedSide === side ? 'The other side answers a proposal.' : null;
}

/** Throws refused, in words, where the move may not be made. */
export function allow(move: Move, facts: Standing, side: Side | null, staffId: string): asserts side is Side {
  const objection = objectionTo(move, facts, side, staffId);
  if (objection) throw refused(objection);
}
