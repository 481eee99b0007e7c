import { randomInt } from 'node:crypto';
import { setImmediate, setTimeout } from 'node:timers/promises';

/** Milliseconds a timer may be off by; the rest of the way is waited turn by turn. */
const timerError = 2;
/** Microseconds of chance on top, so that what little is left of the difference drowns. */
const chance = 3_000;

/**
 * Waits until a moment of `performance.now()` and a moment of chance after it. A timer alone counts whole milliseconds from when it was
 * set: the fraction by which it is late told how long the work before had taken (`npm run bench shield`: 0.09 ms, AUC 0.56).
 */
export async function until(moment: number): Promise<void> {
  const leaves = moment + randomInt(chance) / 1000;
  const left = leaves - performance.now();
  if (left > timerError) await setTimeout(Math.floor(left - timerError));
  while (performance.now() < leaves) await setImmediate();
}
