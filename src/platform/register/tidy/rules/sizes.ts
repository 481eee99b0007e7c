import type { House, HouseFile } from '../house.ts';
import type { Rule } from '../rule.ts';

const mostLines = 300;
const usualLines = 200;
const usualShare = 0.95;
const mostFunctionLines = 60;
const mostCharacters = 200;

/** The figures of the house: number of files, median and 95th percentile of lines, and the share of functions under 25 lines. */
export type Sizes = {
  readonly files: number;
  readonly lines: number;
  readonly median: number;
  readonly ninetyFifth: number;
  readonly shortFunctions: number;
  readonly functions: number;
};

/** Files held to the limits: our own code, without tests, samples, code lists and what is generated. */
export function heldToSize(house: House): HouseFile[] {
  return house.files.filter((file) => file.kind === 'code' && /^(src|fakes|bench)\//.test(file.path));
}

function percentile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

/** Measures files and functions held to the limits. All figures are 0 for an empty list. */
export function sizesOf(files: readonly HouseFile[]): Sizes {
  const sorted = files.map((file) => file.lines).toSorted((a, b) => a - b);
  const functions = files.flatMap((file) => file.source?.functions ?? []);
  return {
    files: files.length,
    lines: sorted.reduce((sum, lines) => sum + lines, 0),
    median: percentile(sorted, 0.5),
    ninetyFifth: percentile(sorted, usualShare),
    shortFunctions: functions.filter((it) => it.lines < 25).length,
    functions: functions.length,
  };
}

const noHalls: Rule = {
  name: `No file has more than ${mostLines} lines`,
  reason: 'a file is read whole or not at all; past 300 lines it is not. Code lists, SQL, samples, tests and generated files are apart.',
  check: (house) =>
    heldToSize(house)
      .filter((file) => file.lines > mostLines)
      .map((file) => ({ path: file.path, what: `has ${file.lines} lines` })),
};

const mostlySmall: Rule = {
  name: `95% of files have fewer than ${usualLines} lines`,
  reason: 'one long file may be right; many are a habit. The longest are named so that the next change can split one.',
  check: (house) => {
    const files = heldToSize(house);
    const long = files.filter((file) => file.lines >= usualLines);
    if (long.length <= files.length * (1 - usualShare)) return [];
    return long.map((file) => ({
      path: file.path,
      what: `has ${file.lines} lines (${long.length} of ${files.length} files are this long)`,
    }));
  },
};

const shortFunctions: Rule = {
  name: `No function has more than ${mostFunctionLines} lines`,
  reason: 'a function should fit on a screen with the reason for it; aim for 25 lines.',
  check: (house) =>
    heldToSize(house).flatMap((file) =>
      (file.source?.functions ?? [])
        .filter((it) => it.lines > mostFunctionLines)
        .map((it) => ({ path: file.path, line: it.line, what: `${it.name} has ${it.lines} lines` })),
    ),
};

const readableLines: Rule = {
  name: `No line of code has more than ${mostCharacters} characters`,
  reason: 'a limit on lines means nothing when a line has none, and changes are reviewed side by side.',
  check: (house) =>
    heldToSize(house).flatMap((file) =>
      file.text
        .split('\n')
        .flatMap((text, at) =>
          text.length > mostCharacters ? [{ path: file.path, line: at + 1, what: `has ${text.length} characters` }] : [],
        ),
    ),
};

export const sizeRules: readonly Rule[] = [noHalls, mostlySmall, shortFunctions, readableLines];
