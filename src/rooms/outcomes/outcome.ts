import type { PlainDate } from '../../platform/time/calendar-day.ts';

/** Whom an outcome is wished for. */
export type OutcomeSubject = 'parent' | 'child' | 'youngAdult' | 'family';

export const subjectWords: Readonly<Record<OutcomeSubject, string>> = {
  parent: 'Parents to be',
  child: 'Children',
  youngAdult: 'Young adults',
  family: 'The whole family',
};

/** An outcome of the co-produced pathway, with its stage, its priorities and its owner. */
export interface Outcome {
  id: string;
  subject: OutcomeSubject;
  stageId: string;
  stage: string;
  /** In the words agreed with families. */
  label: string;
  /** The same for a child of about ten. */
  plainWords: string;
  ownerBoard: string;
  owner: { staffId: string; name: string; jobTitle: string } | null;
  priorities: readonly Priority[];
  source: string;
  validFrom: PlainDate;
  validTo: PlainDate | null;
  version: number;
}

/** A priority of the borough's plan and the corporate aims it serves. */
export interface Priority {
  id: string;
  name: string;
  corporateAims: readonly string[];
  source: string;
}

/** An outcome as a goal's form offers it: `suits` says it lies on the path of the person the goal is for. */
export interface OfferedOutcome {
  id: string;
  label: string;
  plainWords: string;
  stageId: string;
  stage: string;
  subject: OutcomeSubject;
  suits: boolean;
}

/** Whom a goal is for: a person by age in completed years (null before birth), or the whole family. */
export type GoalFor = { ageInYears: number | null } | 'family';

/** Stage to the age in years by which its outcomes are wished for (pathway of "Our Plan", section II); a stage is passed on that birthday. */
const passedAt: Readonly<Record<string, number>> = { minus9m: 0, birth: 1, by2: 2, by5: 5, by11: 11, by18: 18, by25: 25 };
const inOrder = ['minus9m', 'birth', 'by2', 'by5', 'by11', 'by18', 'by25'] as const;

/** The stages a person of an age is on the way to: before birth the first two; under one, birth and the one after; else the next one.
 *  The pathway may differ for a child, so the picker puts these first and still offers the rest. */
export function stagesFor(ageInYears: number | null): readonly string[] {
  if (ageInYears === null) return ['minus9m', 'birth'];
  if (ageInYears < 1) return ['birth', 'by2'];
  const next = inOrder.find((stage) => ageInYears < (passedAt[stage] ?? 0));
  return next ? [next] : ['by25'];
}

/** True when the outcome lies on the path of whom the goal is for. */
export function suits(outcome: { stageId: string; subject: string }, whom: GoalFor): boolean {
  if (whom === 'family') return outcome.subject === 'family';
  return stagesFor(whom.ageInYears).includes(outcome.stageId);
}

/** True when a new goal may cite the outcome on a day: its last day is the last. */
export const mayBeCited = (outcome: { validFrom: PlainDate; validTo: PlainDate | null }, on: PlainDate): boolean =>
  outcome.validFrom <= on && (outcome.validTo === null || outcome.validTo >= on);

/** Rule G1 (domain 5.5): every outcome in use has a board and a named person that own it. In words, or null when it holds. */
export function ownerMissing(outcome: Pick<Outcome, 'owner' | 'ownerBoard' | 'validFrom' | 'validTo'>, on: PlainDate): string | null {
  if (!mayBeCited(outcome, on) || outcome.owner) return null;
  return `Nobody is named as its owner yet; ${outcome.ownerBoard} holds it.`;
}

/** A wording of an outcome as it stood until it was changed. */
export interface EarlierWording {
  version: number;
  label: string;
  plainWords: string;
  changedAt: Date;
  changedBy: string | null;
  reason: string;
}
