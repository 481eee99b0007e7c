/** What the matcher does with two records or two people: join them, ask a person, or leave them apart. */
export type Band = 'link' | 'review' | 'no link';

/** What one field says. Both figures are natural logarithms of odds: above nought it speaks for the same person, below against. */
export interface Factor {
  /** Given name, family name, date of birth, sex, home, telephone and email, NHS number, UPN, how common the name is. */
  field: string;
  /** What agrees or differs, for a practitioner to read: "Mohamed and Mohammed are spellings of one name". */
  words: string;
  /** Same person against two unrelated people. */
  againstUnrelated: number;
  /** Same person against two people of one family: household evidence is nought here, so that twins are told apart by name and sex alone. */
  againstFamily: number;
}

/** Everything the matcher weighed about two records or two people (three classes: same person, same family, unrelated). */
export interface Evidence {
  factors: readonly Factor[];
  /** Log odds of the same person against the likelier of family and unrelated, prior included. */
  score: number;
  /** Which of the three is likeliest. */
  likeliest: 'same person' | 'same family' | 'unrelated';
  /** Why this may never be joined by the machine: known twins, said by a person, two different valid numbers. Null when nothing forbids. */
  veto: string | null;
}

/** A decision about one record and the people it may be, most likely first. */
export interface LinkageDecision {
  band: Band;
  /** Id of the person it is or may be; null when there is none. */
  leader: string | null;
  /** How far the leader is before the runner-up, in log odds; null when there is no runner-up. */
  margin: number | null;
  /** Why this band, in a sentence. */
  because: string;
  candidates: readonly { personId: string; evidence: Evidence }[];
}
