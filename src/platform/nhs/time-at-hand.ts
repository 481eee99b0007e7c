/** The clock and the waiting of whatever calls an outside service, so that a test can set both. Milliseconds. */
export interface TimeAtHand {
  now(): number;
  wait(milliseconds: number): Promise<void>;
}

export const realTime: TimeAtHand = {
  now: () => Date.now(),
  wait: (milliseconds) =>
    new Promise((resolve) => {
      setTimeout(resolve, milliseconds);
    }),
};
