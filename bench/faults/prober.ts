/** Somebody who reads a page twenty times a second and notes for how long it cannot be had. */
import { ask, type Session } from '../program/visitor.ts';

export interface Prober {
  wrong: string[];
  asked: number;
  outageFrom(moment: number): Promise<number>;
  stop(): Promise<void>;
}

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });

/** Starts reading `path`. `outageFrom(moment)` waits for the first good answer asked for after the moment and gives milliseconds since it. */
export function startProber(address: string, path: string, session: Session): Prober {
  const wrong: string[] = [];
  let going = true;
  let lastGood = 0;
  const prober = { wrong, asked: 0, outageFrom, stop };
  const work = (async () => {
    while (going) {
      const from = performance.now();
      const reply = await ask(address, path, session).catch(() => null);
      prober.asked += 1;
      if (reply?.status === 200) lastGood = from;
      else if (reply && !(reply.status === 503 && Number(reply.headers['retry-after']) > 0))
        wrong.push(`GET ${path} answered ${reply.status}`);
      await pause(50);
    }
  })();
  async function outageFrom(moment: number): Promise<number> {
    while (lastGood <= moment) await pause(5);
    return performance.now() - moment;
  }
  async function stop(): Promise<void> {
    going = false;
    await work;
  }
  return prober;
}
