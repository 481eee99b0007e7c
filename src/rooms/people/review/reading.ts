/** What a reader may answer. None of them is chosen beforehand. */
export const answers = ['same person', 'not the same person', 'not sure'] as const;
export type AnswerGiven = (typeof answers)[number];
export type Settled = 'same person' | 'not the same person';

/** What someone who is not sure asks for. */
export const askedFor = ['queue', 'second reader', 'agency'] as const;
export type AskedFor = (typeof askedFor)[number];

/** Whom a question waits for. */
export type WaitsFor = 'reader' | 'second reader' | 'third reader' | 'agency';

/** An answer that counts: not taken back, not set aside. */
export interface Counted {
  answer: AnswerGiven;
  readerId: string;
  /** Read after two disagreed; this answer settles it. */
  asThird: boolean;
}

/** What becomes of a question after an answer: it is settled, or waits for someone. */
export type After = { settled: Settled } | { waitsFor: WaitsFor };

const isDefinite = (one: Counted): one is Counted & { answer: Settled } => one.answer !== 'not sure';

/**
 * What becomes of a question, from every answer that counts, in the order they were given. One definite answer settles an ordinary question.
 * Where two must agree (twins, anyone shielded), two that agree settle it, two that do not go to whoever leads the desk, and their answer
 * settles it. Nothing is ever settled by someone who was not sure (identity rule 10: second reader for twins and shielded).
 */
export function afterReadings(readings: readonly Counted[], needsSecondReader: boolean, asksFor: AskedFor | null): After {
  const last = readings.at(-1);
  if (!last) return { waitsFor: 'reader' };
  if (!isDefinite(last)) return { waitsFor: waitsAfterDoubt(readings, needsSecondReader, asksFor) };
  if (!needsSecondReader || last.asThird) return { settled: last.answer };
  const agreeing = readings.filter((one) => one.answer === last.answer);
  if (agreeing.length >= 2) return { settled: last.answer };
  return { waitsFor: readings.length >= 2 ? 'third reader' : 'second reader' };
}

function waitsAfterDoubt(readings: readonly Counted[], needsSecondReader: boolean, asksFor: AskedFor | null): WaitsFor {
  if (asksFor === 'agency') return 'agency';
  if (needsSecondReader || asksFor === 'second reader') return readings.length >= 2 ? 'third reader' : 'second reader';
  return 'reader';
}

/** Whether a reason must be written: where a mistake would cost most, and where a question is passed on. */
export const needsReason = (question: { harm: string }, answer: string | undefined): boolean =>
  question.harm === 'twins' || question.harm === 'shielded' || answer === 'not sure';
