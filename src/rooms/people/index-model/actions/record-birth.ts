import { invalid, type FieldError } from '../../../../platform/access/refusal.ts';
import type { StaffCtx } from '../../../../platform/access/ctx.ts';
import { checkNhsNumber } from '../../identifier.ts';
import { londonDay } from '../../today.ts';
import { convertAtBirth, type Born } from './convert-at-birth.ts';

/** Checks what was typed of a birth and converts the unborn baby. Returns the ids in the order of the children.
 *  Throws invalid: a date in the future, a living child without one, an NHS number whose check digit fails, two children with one number. */
export async function recordBirth(ctx: StaffCtx, it: { unbornId: string; children: readonly Born[]; source: string }): Promise<string[]> {
  const errors: FieldError[] = [];
  const children = it.children.map((child, index) => {
    const at = index + 1;
    if (!child.bornOn && child.outcome !== 'pregnancy ended') errors.push({ field: 'born', message: 'Enter the date of birth' });
    if (child.bornOn && child.bornOn > londonDay(ctx))
      errors.push({ field: 'born', message: 'Date of birth must be today or in the past' });
    if (!child.nhsNumber) return child;
    const checked = checkNhsNumber(child.nhsNumber);
    if (!checked.valid) errors.push({ field: `nhs${at}`, message: checked.reason });
    return { ...child, nhsNumber: checked.valid ? checked.value : null };
  });
  const numbers = children.flatMap((one) => one.nhsNumber ?? []);
  if (new Set(numbers).size < numbers.length) errors.push({ field: 'nhs2', message: 'Each child has an NHS number of their own' });
  const first = new Map(errors.map((one) => [one.field, one]));
  if (first.size > 0) throw invalid([...first.values()]);
  return convertAtBirth(ctx, { ...it, children });
}
