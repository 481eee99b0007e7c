/**
 * Statistical process control by the rules of NHS England's "Making Data Count": XmR limits, four signs that something
 * changed, and whether a process can be relied on to meet its target. Pure. The same rules are in the R package
 * NHSRplotthedots (MIT), against whose description the tests are written; no code of it is used.
 */
import { limitsOf, type Limits } from './limits.ts';

/** Which way is better: more, less, or neither. */
export type Better = 'more' | 'less' | 'neither';

/** Why a point stands out, in order of precedence: the first that holds is the one told. */
export type Sign = 'outside' | 'trend' | 'near limit' | 'one side';

/** What a point says: nothing but chance, or a change for better, worse, or neither. */
export type Variation = 'common' | 'improvement' | 'concern' | 'change';

/** Whether the process, left as it is, meets its target: always, never, or now and then by chance. */
export type Assurance = 'passes' | 'fails' | 'hit and miss';

/** One point with its limits and what it says. `side` is 1 above (or rising), -1 below (or falling), 0 with no sign. */
export interface SpcPoint {
  value: number;
  limits: Limits;
  sign: Sign | null;
  side: -1 | 0 | 1;
  variation: Variation;
}

/** A whole chart: every point, what the latest says, and the assurance of the latest limits against the target. */
export interface SpcResult {
  points: SpcPoint[];
  latest: SpcPoint | null;
  assurance: Assurance | null;
}

/** How a series is read. Values are in the series' own unit. */
export interface SpcOptions {
  better: Better;
  target?: number | null;
  /** Places (from 0) at which limits begin anew, because the process was changed on purpose. */
  beginAnewAt?: readonly number[];
  /** Points that fix the limits of a stretch; 12 unless told. */
  fixedOn?: number;
  /** Leave out moving ranges so large that they are a sign themselves (more than 3.267 times their mean). Yes unless told. */
  dropLargeRanges?: boolean;
}

/** Points in a row that make a trend, or a shift to one side of the mean. */
export const runLength = 7;

/** Reads a series in order of time. Each stretch between new beginnings has limits, and signs, of its own. */
export function spc(values: readonly number[], options: SpcOptions): SpcResult {
  const starts = [...new Set([0, ...(options.beginAnewAt ?? [])])].filter((at) => at < values.length).toSorted((a, b) => a - b);
  const points = starts.flatMap((from, at) => stretch(values.slice(from, starts[at + 1] ?? values.length), options));
  const latest = points.at(-1) ?? null;
  return { points, latest, assurance: latest ? assuranceOf(latest.limits, options.target ?? null, options.better) : null };
}

function stretch(values: readonly number[], options: SpcOptions): SpcPoint[] {
  const limits = limitsOf(values, { fixedOn: options.fixedOn ?? 12, dropLargeRanges: options.dropLargeRanges ?? true });
  const signs = signsOf(values, limits);
  return values.map((value, at) => {
    const { sign, side } = signs[at] ?? none;
    return { value, limits, sign, side, variation: variationOf(side, options.better) };
  });
}

/** A change to the better, the worse, or one that is neither. */
function variationOf(side: -1 | 0 | 1, better: Better): Variation {
  if (side === 0) return 'common';
  if (better === 'neither') return 'change';
  return (side === 1) === (better === 'more') ? 'improvement' : 'concern';
}

/** A target beyond both limits is always or never met; one between them is met by chance. Null without a target or a better way. */
export function assuranceOf(limits: Limits, target: number | null, better: Better): Assurance | null {
  if (target === null || better === 'neither') return null;
  const above = limits.lower > target;
  const below = limits.upper < target;
  if (!above && !below) return 'hit and miss';
  return above === (better === 'more') ? 'passes' : 'fails';
}

interface Signed {
  sign: Sign | null;
  side: -1 | 0 | 1;
}
const none: Signed = { sign: null, side: 0 };

/** Every point with the first sign that holds for it: outside the limits; part of a trend of seven; one of two in three near a limit, same
 *  side; part of seven on one side of the mean. With no spread at all there are no limits to be outside of, so nothing is said. */
function signsOf(values: readonly number[], limits: Limits): Signed[] {
  if (limits.upper === limits.lower) return values.map(() => none);
  const outside = values.map((value) => (value > limits.upper ? 1 : value < limits.lower ? -1 : 0));
  const trend = partsOfRuns(steps(values), runLength - 1, 1);
  const near = twoInThree(values.map((value) => beyondTwoThirds(value, limits)));
  const oneSide = partsOfRuns(
    values.map((value) => signOf(value - limits.mean)),
    runLength,
    0,
  );
  return values.map((_, at) => {
    const found = (
      [
        ['outside', outside],
        ['trend', trend],
        ['near limit', near],
        ['one side', oneSide],
      ] as const
    ).find(([, side]) => side[at]);
    return found ? { sign: found[0], side: found[1][at] as -1 | 1 } : none;
  });
}

const signOf = (number: number): -1 | 0 | 1 => (number > 0 ? 1 : number < 0 ? -1 : 0);

/** From each point to the next: up, down or level; the first of a series has no step, so the list is one shorter. */
const steps = (values: readonly number[]): number[] => values.slice(1).map((value, at) => signOf(value - (values[at] ?? value)));

/** Marks every place in a run of at least `length` equal signs; `more` is how many places beyond its last sign a run reaches (steps join points). */
function partsOfRuns(signs: readonly number[], length: number, more: number): number[] {
  const marked = Array.from({ length: signs.length + more }, () => 0);
  let from = 0;
  for (let at = 1; at <= signs.length; at++) {
    if (at < signs.length && signs[at] === signs[from]) continue;
    if (signs[from] !== 0 && at - from >= length) marked.fill(signs[from] ?? 0, from, at + more);
    from = at;
  }
  return marked;
}

/** Beyond two thirds of the way from the mean to a limit: which side, or 0. */
function beyondTwoThirds(value: number, { mean, upper }: Limits): number {
  const third = ((upper - mean) * 2) / 3;
  return value > mean + third ? 1 : value < mean - third ? -1 : 0;
}

/** Of any three points in a row, two or more beyond two thirds on the same side: those are marked. */
function twoInThree(beyond: readonly number[]): number[] {
  const marked = beyond.map(() => 0);
  for (let from = 0; from + 3 <= beyond.length; from++)
    for (const side of [1, -1]) {
      const places = [from, from + 1, from + 2].filter((at) => beyond[at] === side);
      if (places.length >= 2) for (const at of places) marked[at] = side;
    }
  return marked;
}
