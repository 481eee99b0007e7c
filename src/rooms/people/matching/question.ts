import type { Evidence, LinkageDecision } from '../linkage/evidence.ts';

/** What is asked of a person where the matcher may not decide. Score and margin are log odds and only order the queue. */
export interface Question {
  personId: string;
  score: number;
  margin: number | null;
  evidence: Evidence;
  because: string;
  /** Chance of the same person, 0 to 1, times what leaving it costs. */
  worth: number;
  harm: 'ordinary' | 'twins';
  second: boolean;
}

/** Leaving twins unread costs more than leaving a second record of one child: help may go to the wrong child. */
const costs = { ordinary: 1, twins: 3 } as const;
const chance = (score: number): number => 1 / (1 + Math.exp(-score));

/** The question a decision in the review band raises about its leader; null in the other bands. */
export function questionOf(decision: LinkageDecision, leaderIsTwin: boolean): Question | null {
  const leader = decision.candidates.find((it) => it.personId === decision.leader);
  if (decision.band !== 'review' || !leader) return null;
  const harm = leaderIsTwin ? 'twins' : 'ordinary';
  return {
    personId: leader.personId,
    score: leader.evidence.score,
    margin: decision.margin,
    evidence: leader.evidence,
    because: decision.because,
    worth: chance(leader.evidence.score) * costs[harm],
    harm,
    second: harm === 'twins',
  };
}
