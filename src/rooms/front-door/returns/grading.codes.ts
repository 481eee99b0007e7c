/** Grades of police intelligence, 5x5x5 (National Intelligence Model): who says it, how far it is known, who may have it. */

export const sourceGrades = [
  ['A', 'Always reliable'],
  ['B', 'Mostly reliable'],
  ['C', 'Sometimes reliable'],
  ['D', 'Unreliable'],
  ['E', 'Untested source'],
] as const;

export const intelligenceGrades = [
  ['1', 'Known to be true without reservation'],
  ['2', 'Known to the source, not to whoever reports it'],
  ['3', 'Not known to the source, but corroborated'],
  ['4', 'Cannot be judged'],
  ['5', 'Suspected to be false'],
] as const;

export const handlingCodes = [
  ['1', 'Law enforcement, and the hub alone'],
  ['2', 'May go to partners who do not prosecute'],
  ['3', 'May go to law enforcement abroad'],
  ['4', 'Within the force alone'],
  ['5', 'May go on under the conditions said'],
] as const;

const words = (of: readonly (readonly [string, string])[], code: string): string => of.find(([one]) => one === code)?.[1] ?? 'not known';

/** "E4: untested source; cannot be judged"; null without a grade. */
export function gradeWords(grading: string | null): string | null {
  if (!grading) return null;
  const [source, known] = [words(sourceGrades, grading.charAt(0)), words(intelligenceGrades, grading.charAt(1))];
  return `${grading}: ${source.toLowerCase()}; ${known.charAt(0).toLowerCase()}${known.slice(1)}`;
}

/** "Handling code 5: may go on under the conditions said"; null without one. */
export function handlingWords(handling: string | null): string | null {
  const said = handling ? words(handlingCodes, handling) : null;
  return said ? `Handling code ${handling}: ${said.charAt(0).toLowerCase()}${said.slice(1)}` : null;
}
