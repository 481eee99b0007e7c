/** Waking one sleeper: a ring while nobody sleeps is kept for the next sleep, so none is missed. */
export interface Alarm {
  ring: () => void;
  /** Sleeps until rung, or for at most so many milliseconds. */
  sleep: (atMostMs: number) => Promise<void>;
}

/** An alarm nobody has rung yet. */
export function newAlarm(): Alarm {
  let rung = false;
  let wake: (() => void) | null = null;
  return {
    ring: () => {
      rung = true;
      wake?.();
    },
    sleep: async (atMostMs) => {
      if (!rung) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, atMostMs);
          wake = () => {
            clearTimeout(timer);
            resolve();
          };
        });
      }
      rung = false;
      wake = null;
    },
  };
}
