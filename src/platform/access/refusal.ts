/** The only ways a request is turned down. Anything else thrown is a fault: logged, 500, plain page. */

/** A message for one field, in words; `field` is the input's id. */
export interface FieldError {
  field: string;
  message: string;
}

/** What stands in the record now beside what the person wrote, when someone else saved first. */
export interface Disagreement {
  what: string;
  yours: string;
  theirs: string;
  theirName: string;
  theirAt: Date;
}

export type RefusalKind = 'not-found' | 'not-allowed' | 'invalid' | 'refused' | 'conflict';

/** Thrown by nouns, actions and stores; the web layer turns it into a page and the transaction is rolled back. */
export class Refusal extends Error {
  readonly kind: RefusalKind;
  readonly errors: readonly FieldError[];
  readonly disagreements: readonly Disagreement[];
  constructor(kind: RefusalKind, message: string, errors: readonly FieldError[] = [], disagreements: readonly Disagreement[] = []) {
    super(message);
    this.name = 'Refusal';
    this.kind = kind;
    this.errors = errors;
    this.disagreements = disagreements;
  }
}

/** There is no such thing, or none the person may know of: the two are never told apart. */
export const notFound = (): Refusal => new Refusal('not-found', 'Page not found');
/** The person's role does not open this page. */
export const notAllowed = (): Refusal => new Refusal('not-allowed', 'You do not have access to this page');
/** The form needs changes; every field's message at once. */
export const invalid = (errors: readonly FieldError[]): Refusal => new Refusal('invalid', 'There is a problem', errors);
/** A rule said no, in words a practitioner can read. */
export const refused = (words: string): Refusal => new Refusal('refused', words);
/** Someone else saved first; both texts are shown. */
export const conflict = (disagreements: readonly Disagreement[]): Refusal =>
  new Refusal('conflict', 'Someone else changed this while you were writing', [], disagreements);

/** Returns the row or refuses with not found. */
export function found<T>(row: T | null | undefined): T {
  if (row === null || row === undefined) throw notFound();
  return row;
}
