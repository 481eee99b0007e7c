/** Limits of natural variation of single values over time (an XmR chart). Source: NHS England, Making Data Count, "SPC calculations". */

/** Mean and process limits of a stretch. `trial` is true while fewer points stand behind them than fix them. */
export interface Limits {
  mean: number;
  upper: number;
  lower: number;
  /** Points the limits were worked out from. */
  from: number;
  trial: boolean;
}

/** Three standard deviations, estimated from the mean of moving ranges of two points: 3 / 1.128. */
const spread = 2.66;
/** A moving range beyond this many times the mean is itself outside the limits of ranges (D4 for two points). */
const largest = 3.267;

/** The mean, and the limits 2.66 mean moving ranges either side. A moving range is how far a point is from the one before.
 *  Only the first `fixedOn` points count; later ones are judged by them. No points gives limits of nought. */
export function limitsOf(values: readonly number[], { fixedOn, dropLargeRanges }: { fixedOn: number; dropLargeRanges: boolean }): Limits {
  const baseline = values.slice(0, fixedOn);
  const mean = meanOf(baseline);
  const width = spread * meanRange(baseline, dropLargeRanges);
  return { mean, upper: mean + width, lower: mean - width, from: baseline.length, trial: values.length < fixedOn };
}

function meanRange(values: readonly number[], dropLarge: boolean): number {
  const ranges = values.slice(1).map((value, at) => Math.abs(value - (values[at] ?? value)));
  const mean = meanOf(ranges);
  return dropLarge ? meanOf(ranges.filter((range) => range <= largest * mean)) : mean;
}

const meanOf = (values: readonly number[]): number =>
  values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
