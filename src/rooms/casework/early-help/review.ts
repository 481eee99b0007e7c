/** A review of the plan: each goal then and now, RAG, everyone's views, what next and when (domain 3.6, 4.13). */
import type { FieldError } from '../../../platform/access/refusal.ts';
import { addDays } from '../../../platform/time/calendar-day.ts';
import type { Rag } from './early-help.codes.ts';

export const reviewDecisions = ['continue', 'step up', 'step down', 'close'] as const;
export type ReviewDecision = (typeof reviewDecisions)[number];
export interface Score {
  goalId: string;
  then: number;
  now: number;
  rag: Rag;
  comment: string | null;
}
export interface ReviewFacts {
  heldOn: string;
  childViews: string | null;
  childViewsMissing: string | null;
  parentViews: string | null;
  parentViewsMissing: string | null;
  decision: ReviewDecision;
  nextOn: string | null;
  scores: readonly Score[];
}

/** The longest stretch between two reviews, in days: twelve weeks (domain 3.1, C33: six to twelve). */
const longestGapDays = 84;

/** What does not fit: views of children and parents are mandatory or a reason; each working goal is scored; going on needs a next date within twelve weeks. */
export function reviewFaults(review: ReviewFacts, workingGoals: readonly string[], today: string): FieldError[] {
  const faults: FieldError[] = [];
  if (review.heldOn > today) faults.push({ field: 'heldOn', message: 'The day of the review must be today or in the past' });
  if (!review.childViews && !review.childViewsMissing)
    faults.push({ field: 'childViews', message: 'Write what the children say, or why there is nothing' });
  if (!review.parentViews && !review.parentViewsMissing)
    faults.push({ field: 'parentViews', message: 'Write what parents and carers say, or why there is nothing' });
  for (const goal of workingGoals)
    if (!review.scores.some((score) => score.goalId === goal))
      faults.push({ field: `now-${goal}`, message: 'Give each goal a score from 0 to 10' });
  if (review.decision === 'continue' && !review.nextOn) faults.push({ field: 'nextOn', message: 'Enter when the plan is looked at next' });
  if (review.nextOn && review.nextOn <= review.heldOn) faults.push({ field: 'nextOn', message: 'The next review must be after this one' });
  if (review.nextOn && review.nextOn > addDays(review.heldOn, longestGapDays))
    faults.push({ field: 'nextOn', message: 'The next review must be within 12 weeks' });
  return faults;
}

/** Which goals a review shows to be achieved: at the target or above. */
export const reached = (scores: readonly Score[], targets: ReadonlyMap<string, number>): string[] =>
  scores.filter((score) => score.now >= (targets.get(score.goalId) ?? 11)).map((score) => score.goalId);
