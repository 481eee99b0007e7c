import type { Evidence } from '../linkage/evidence.ts';

/** What one factor said, without a word of it. */
export interface Feature {
  field: string;
  againstUnrelated: number;
  againstFamily: number;
}

const tenth = (weight: number): number => Math.round(weight * 10) / 10;

/** The factors of a decision as a label keeps them: fields and weights to a tenth, no names, no dates, no words (design rule 10). */
export const featuresOf = (evidence: Evidence): Feature[] =>
  evidence.factors.map((factor) => ({
    field: factor.field,
    againstUnrelated: tenth(factor.againstUnrelated),
    againstFamily: tenth(factor.againstFamily),
  }));
