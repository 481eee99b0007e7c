/** A repeatable source of chance (mulberry32), in [0, 1). */
export function chanceFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/**
 * The moments people arrive, in milliseconds from the start: a Poisson stream of `rate` a second for `seconds`. They come
 * whether or not the ones before were answered, as people do.
 */
export function poisson(rate: number, seconds: number, chance: () => number): number[] {
  const moments: number[] = [];
  for (let at = 0; ;) {
    at += (-Math.log(1 - chance()) / rate) * 1_000;
    if (at >= seconds * 1_000) return moments;
    moments.push(at);
  }
}

/** The value below which `share` of the sorted values lie; 0 of none. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? 0;
}
