import type { FieldError } from '../access/refusal.ts';

/** The first message about a field, or undefined when its answer stands. `field` is the id of the control. */
export function errorFor(errors: readonly FieldError[] | undefined, field: string): string | undefined {
  return errors?.find((error) => error.field === field)?.message;
}

/** A form as it was sent: one text a name, or several where a name repeats. Unchecked; what a person typed, as typed. */
export type FormValues = Readonly<Record<string, unknown>>;

/** What every field of a form is given: the answers so far and what is wrong with them. */
export type FieldState = { values?: FormValues | undefined; errors?: readonly FieldError[] | undefined };

/** The answer to show again, exactly as typed; empty when there is none. Only text and numbers are shown. */
export function textValue(values: FormValues | undefined, name: string): string {
  const value = values?.[name];
  const first: unknown = Array.isArray(value) ? value[0] : value;
  return typeof first === 'string' || typeof first === 'number' ? String(first) : '';
}

/** All answers under a name. */
export function listValue(values: FormValues | undefined, name: string): string[] {
  const value = values?.[name];
  const all: unknown[] = Array.isArray(value) ? value : [value];
  return all.filter((each) => typeof each === 'string' || typeof each === 'number').map(String);
}

/** The error of a field in the shape the components take; undefined when its answer stands. */
export function messageFor(state: FieldState, name: string): string | undefined {
  return errorFor(state.errors, name);
}
