/** How two people may be related, read "the first is KIND of the second". */
export const relationshipKinds = [
  'mother',
  'father',
  'parent',
  'step-parent',
  'carer',
  'sibling',
  'twin',
  'grandparent',
  'aunt or uncle',
  'partner',
  'former partner',
  'expecting',
  'other',
] as const;

export type RelationshipKind = (typeof relationshipKinds)[number];

/** Read the same from either side, so kept as a row each way. */
export const mutual: readonly RelationshipKind[] = ['sibling', 'twin', 'partner', 'former partner'];

/** Kinds whose bearers are a child's parents and carers. */
export const parentKinds: readonly string[] = ['mother', 'father', 'parent', 'step-parent', 'carer'];
