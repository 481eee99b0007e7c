/** What an SPC chart says, in words a reader needs no statistics for. Pure. */
import type { Assurance, Better, Sign, SpcPoint, SpcResult, Variation } from './spc.ts';

export const variationWords: Readonly<Record<Variation, string>> = {
  common: 'no change beyond chance',
  improvement: 'a change for the better',
  concern: 'a change for the worse',
  change: 'a change, neither better nor worse in itself',
};

const signWords: Readonly<Record<Sign, readonly [above: string, below: string]>> = {
  outside: ['above the upper limit', 'below the lower limit'],
  trend: ['part of seven or more that rise in a row', 'part of seven or more that fall in a row'],
  'near limit': ['one of two in three close to the upper limit', 'one of two in three close to the lower limit'],
  'one side': ['part of seven or more in a row above the average', 'part of seven or more in a row below the average'],
};

/** Why a point stands out: "above the upper limit". Empty where it does not. */
export const whyItStandsOut = ({ sign, side }: Pick<SpcPoint, 'sign' | 'side'>): string =>
  sign ? signWords[sign][side === 1 ? 0 : 1] : '';

export const assuranceWords: Readonly<Record<Assurance, string>> = {
  passes: 'The target is met whatever chance brings, as long as nothing changes',
  fails: 'The target cannot be met unless something is changed',
  'hit and miss': 'The target is met at times and missed at times, by chance',
};

/** Two or three words for a column. */
export const assuranceShort: Readonly<Record<Assurance, string>> = {
  passes: 'Always met',
  fails: 'Never met',
  'hit and miss': 'Hit and miss',
};

/** The chart in one sentence, for its headline: "Screened within one working day: 93% in October 2026, a change for the better". */
export function headlineOf(name: string, latest: { value: string; when: string }, result: SpcResult): string {
  if (!result.latest) return `${name}: nothing to show yet`;
  return `${name}: ${latest.value} in ${latest.when}, ${variationWords[result.latest.variation]}`;
}

/** What stands behind the lines, under the headline. */
export function explained(result: SpcResult, inUnit: (value: number) => string, better: Better): string {
  const limits = result.latest?.limits;
  if (!limits) return '';
  if (limits.upper === limits.lower) return `All ${limits.from} points that fix the limits are alike: ${inUnit(limits.mean)}.`;
  const trial = limits.trial ? ` These are trial limits, from ${limits.from} points: with fewer than 12 they may still move much.` : '';
  const way = better === 'neither' ? '' : better === 'more' ? ' More is better.' : ' Less is better.';
  const range = `Average ${inUnit(limits.mean)}; by chance alone it lies between ${inUnit(limits.lower)} and ${inUnit(limits.upper)}, worked out from ${limits.from} points.`;
  return `${range}${trial}${way}`;
}
