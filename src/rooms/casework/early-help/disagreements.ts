import { conflict, type Disagreement, type Refusal } from '../../../platform/access/refusal.ts';

/** Someone else's saved answers beside the writer's own: only the fields that differ. */
export interface Written {
  theirName: string;
  theirAt: Date;
  fields: readonly { what: string; yours: string | number | null; theirs: string | number | null }[];
}

/** The conflict to refuse with when someone else saved first: every field that differs, both texts in full. */
export function bothTexts({ theirName, theirAt, fields }: Written): Refusal {
  const differing = fields.filter((field) => text(field.yours) !== text(field.theirs));
  const shown = differing.length > 0 ? differing : fields.slice(0, 1);
  return conflict(
    shown.map((field): Disagreement => ({ what: field.what, yours: text(field.yours), theirs: text(field.theirs), theirName, theirAt })),
  );
}

const text = (value: string | number | null): string => (value === null ? '' : String(value));
