import { randomInt } from 'node:crypto';

/**
 * The seed of a test that draws its cases: one number by default, so that what passed before a landing passes after it; `DRAW=anew` takes
 * another each run, to look where no run has looked; `<NAME>_SEED=n` repeats one. The test prints what it used.
 */
export function drawSeed(name: string): number {
  const told = process.env[`${name}_SEED`];
  if (told) return Number(told);
  return process.env['DRAW'] === 'anew' ? randomInt(2 ** 31) : 20_261_122;
}
