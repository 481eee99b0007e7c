/** One thing wrong with one answer. `field` is the id of the control, and so the fragment the summary links to. */
export type FieldError = { field: string; message: string };

/** The first message about a field, or undefined when its answer stands. */
export function errorFor(errors: readonly FieldError[] | undefined, field: string): string | undefined {
  return errors?.find((error) => error.field === field)?.message;
}
