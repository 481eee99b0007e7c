import type { Running } from './bring-up.ts';

/** A server that is being looked after. */
export type Looking = {
  current(): Running;
  /** Stops looking after it, waits for a start that is under way, lets go of it, and gives what runs now. */
  end(): Promise<Running>;
};

/** Milliseconds between tries: quickly at first, then every five seconds for as long as it takes. */
const waits = [0, 200, 500, 1_000, 2_000, 5_000];

/**
 * Looks after a server until told to stop. When our hold on it ends unasked (it crashed, was killed, or cut us off), it is
 * brought up again; the pools of the application find it by themselves.
 */
export function lookAfter(first: Running, bringUp: () => Promise<Running>, log: (message: string) => void): Looking {
  let running = first;
  let ending = false;
  let reviving: Promise<void> = Promise.resolve();

  const revive = async (): Promise<void> => {
    log('The database ended unexpectedly; starting it again.');
    for (let tried = 0; !ending; tried += 1) {
      await new Promise((resolve) => setTimeout(resolve, waits[Math.min(tried, waits.length - 1)]));
      try {
        running = await bringUp();
        hold();
        log('The database is back.');
        return;
      } catch (error) {
        log(`The database could not be started: ${(error as Error).message}`);
      }
    }
  };
  const hold = (): void => {
    running.keeper.client.once('end', () => {
      if (!ending) reviving = revive();
    });
  };
  hold();
  return {
    current: () => running,
    async end() {
      ending = true;
      await reviving;
      await running.keeper.release().catch(() => undefined);
      return running;
    },
  };
}
