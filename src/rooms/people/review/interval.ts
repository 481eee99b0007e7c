/** A share of a count, with the interval it lies in. Fractions of 1. */
export interface Share {
  numerator: number;
  denominator: number;
  share: number | null;
  low: number | null;
  high: number | null;
}

/** 95%: 1.96 standard errors. */
const z = 1.959964;

/** Wilson's score interval of a proportion (Wilson 1927), which stays inside 0 to 1 and is honest where a count is small or complete. */
export function wilson(numerator: number, denominator: number): Share {
  if (denominator === 0) return { numerator, denominator, share: null, low: null, high: null };
  const p = numerator / denominator;
  const spread = 1 + z ** 2 / denominator;
  const middle = (p + z ** 2 / (2 * denominator)) / spread;
  const half = (z * Math.sqrt((p * (1 - p)) / denominator + z ** 2 / (4 * denominator ** 2))) / spread;
  return { numerator, denominator, share: p, low: Math.max(0, middle - half), high: Math.min(1, middle + half) };
}

/** One stratum of a sample: how many there were to draw from, how many were read, how many were right. */
export interface Stratum {
  population: number;
  read: number;
  right: number;
}

/** The share of a stratified sample: each stratum counts as much as it holds; the interval is Wilson's at the number of readings the sample is
 *  worth (Kish's effective size), so a small, heavy stratum widens it. Strata not read are left out. */
export function stratified(strata: readonly Stratum[]): Share & { population: number } {
  const read = strata.filter((one) => one.read > 0);
  const population = read.reduce((sum, one) => sum + one.population, 0);
  const [numerator, denominator] = [read.reduce((sum, one) => sum + one.right, 0), read.reduce((sum, one) => sum + one.read, 0)];
  if (population === 0) return { ...wilson(0, 0), population };
  const share = read.reduce((sum, one) => sum + (one.population / population) * (one.right / one.read), 0);
  const worth = 1 / read.reduce((sum, one) => sum + (one.population / population) ** 2 / one.read, 0);
  return { ...wilson(share * worth, worth), numerator, denominator, share, population };
}

const percent = (share: number): string => `${(share * 100).toFixed(1)}%`;

/** "98.2% (95% interval 93.7% to 99.5%)". */
export const inPercent = ({ share, low, high }: Share): string =>
  share === null || low === null || high === null ? 'Not measured' : `${percent(share)} (95% interval ${percent(low)} to ${percent(high)})`;
