import type { TimeAtHand } from './time-at-hand.ts';

/** Spreads calls evenly: no more than so many a second, in the order they were asked for. */
export interface Pace {
  /** Waits for one's turn. */
  turn(): Promise<void>;
  /** Nobody's turn before that many milliseconds from now: the other side asked for quiet. */
  rest(milliseconds: number): void;
}

/** A pace of so many calls a second. */
export function paceOf(perSecond: number, time: TimeAtHand): Pace {
  const apart = 1_000 / perSecond;
  let next = 0;
  return {
    async turn() {
      const at = Math.max(next, time.now());
      next = at + apart;
      if (at > time.now()) await time.wait(at - time.now());
    },
    rest(milliseconds) {
      next = Math.max(next, time.now() + milliseconds);
    },
  };
}
