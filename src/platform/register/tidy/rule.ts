import type { House } from './house.ts';

/** Something found wrong. `line` counts from 1 and is left out when the whole file is meant. */
export type Violation = { readonly path: string; readonly line?: number; readonly what: string };

/** One rule of the house: what it is called, why it is there, and how to tell that it is broken. */
export type Rule = {
  readonly name: string;
  /** One sentence that persuades a newcomer; printed with every violation. */
  readonly reason: string;
  readonly check: (house: House) => Violation[];
};

/** The violations of one rule as text with its reason, or an empty string when there are none. */
export function report(rule: Rule, house: House): string {
  const violations = rule.check(house);
  if (violations.length === 0) return '';
  const lines = violations.map((it) => `  ${it.path}${it.line === undefined ? '' : `:${it.line}`}  ${it.what}`);
  return [`${rule.name}`, `  Why: ${rule.reason}`, ...lines].join('\n');
}
