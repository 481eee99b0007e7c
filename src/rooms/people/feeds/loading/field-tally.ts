import type { Evidence } from '../../linkage/evidence.ts';
import { feedFields, fieldNames, type FeedField } from '../feed-field.ts';
import type { FieldCount } from '../run-row.store.ts';
import type { Mapping } from '../feed-field.ts';
import type { ReadRow } from '../reading/read-row.ts';

/** Counts what a batch gave, left out and got wrong, field by field; and, where rows were linked, what agreed and differed. */
export interface FieldTally {
  row(read: ReadRow): void;
  linked(evidence: Evidence): void;
  counts(): FieldCount[];
}

/** A tally of the mapped fields. Fields of the matcher go by its own words ("Given name"), those of the mapping by their names. */
export function fieldTally(mapping: Mapping): FieldTally {
  const counts = new Map<string, FieldCount>();
  const of = (field: string): FieldCount => {
    const kept = counts.get(field) ?? { field, given: 0, missing: 0, wrong: 0, agreed: 0, differed: 0 };
    counts.set(field, kept);
    return kept;
  };
  const mapped = fieldNames.filter((field) => mapping[field]);
  return {
    row: ({ asGiven, problems }) => {
      for (const field of mapped) of(field)[asGiven[field] ? 'given' : 'missing'] += 1;
      for (const field of new Set(problems.map((problem) => problem.field))) of(field).wrong += 1;
    },
    linked: ({ factors }) => {
      for (const factor of factors) {
        if (factor.againstUnrelated > 0) of(factor.field).agreed += 1;
        else if (factor.againstUnrelated < 0) of(factor.field).differed += 1;
      }
    },
    counts: () => [...counts.values()],
  };
}

/** A counted field in words, whether of the mapping or of the matcher. */
export const fieldInWords = (field: string): string => feedFields[field as FeedField] ?? field;
