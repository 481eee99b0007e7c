import type { z } from 'zod';
import type { FieldError } from '../access/refusal.ts';

/** Every field's first message, in the order of the form. */
export function fieldErrors(error: z.ZodError): FieldError[] {
  const first = new Map<string, string>();
  for (const issue of error.issues) {
    const field = issue.path.map(String).join('-') || 'main-content';
    if (!first.has(field)) first.set(field, issue.message);
  }
  return [...first].map(([field, message]) => ({ field, message }));
}
