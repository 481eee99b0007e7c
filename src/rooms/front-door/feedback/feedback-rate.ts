import type { ToldLine } from './told.store.ts';

/** Feedback rate: of contacts whose every child was decided in the last four weeks, how many referrers were told or are not told for a reason. */
export interface FeedbackRate {
  decided: number;
  told: number;
  withReason: number;
  withinADay: number;
}

const dayMs = 86_400_000;

/** The figure over these lines. A "day" is 24 hours from the last decision. */
export function feedbackRate(lines: readonly ToldLine[]): FeedbackRate {
  const answered = lines.filter((line) => line.givenAt !== null);
  return {
    decided: lines.length,
    told: answered.filter((line) => line.how !== 'none').length,
    withReason: answered.filter((line) => line.how === 'none').length,
    withinADay: answered.filter((line) => line.givenAt && line.givenAt.getTime() - line.decidedAt.getTime() <= dayMs).length,
  };
}
