/** What a measure may be held against. Pure. */
import type { Measure } from './measure.ts';

/** "90", "92.5" and "4.5 hours" without the unit; null for what is no number or out of reach of the unit. */
export function targetFrom(typed: string, measure: Measure): number | null {
  const text = typed.trim().replace(/%$/, '').trim();
  if (!/^\d{1,4}(\.\d)?$/.test(text)) return null;
  const value = Number(text);
  return measure.unit === 'percent' && value > 100 ? null : value;
}

/** Why a measure takes no target, or null. */
export function noTargetBecause(measure: Measure): string | null {
  if (measure.unit === 'count') return 'A number of children or contacts is not a thing to aim for, so it takes no target.';
  return measure.better === 'neither'
    ? 'Neither more nor less of it is better in itself, so it takes no target: it would only bend decisions.'
    : null;
}
