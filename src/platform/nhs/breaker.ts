import type { TimeAtHand } from './time-at-hand.ts';

/** Stops calling a service that keeps failing, and lets one call through to see when it is back. */
export interface Breaker {
  /** Milliseconds until it may be tried again; 0 when it may be called now. */
  closedFor(): number;
  went(well: boolean): void;
}

/** Opens after so many failures in a row and rests for so many milliseconds; one success closes it. */
export function breakerOf(failures: number, restMs: number, time: TimeAtHand): Breaker {
  let inARow = 0;
  let until = 0;
  return {
    closedFor: () => Math.max(0, until - time.now()),
    went(well) {
      inARow = well ? 0 : inARow + 1;
      if (well) until = 0;
      else if (inARow >= failures) until = time.now() + restMs;
    },
  };
}
