/** A question of the front door to the police about what they notified. Pure. */

export const questionKinds = ['children', 'sharing', 'other'] as const;
export type QuestionKind = (typeof questionKinds)[number];
export const kindWords: Record<QuestionKind, string> = {
  children: 'Who the children are',
  sharing: 'Whether somebody may be told',
  other: 'Something else',
};

/** A question to the police with their answer. */
export interface PoliceQuestion {
  id: string;
  contactId: string;
  notificationId: string;
  policeRef: string;
  kind: QuestionKind;
  question: string;
  askedBy: string;
  askedAt: Date;
  answer: string | null;
  agreed: boolean | null;
  answeredBy: string | null;
  answeredAt: Date | null;
}

/** Whether the police have agreed, in their last answer about it, that what they told may be told on. */
export const sharingAgreed = (questions: readonly PoliceQuestion[]): boolean =>
  questions
    .filter((one) => one.kind === 'sharing' && one.answeredAt !== null)
    .toSorted((one, other) => Number(other.answeredAt) - Number(one.answeredAt))[0]?.agreed ?? false;
