import type { Pool } from 'pg';
import { chanceFrom, poisson } from '../load/arrivals.ts';
import { generate } from '../load/generate.ts';
import type { Sample } from '../load/visit.ts';
import { behind } from '../program/behind.ts';
import { freePort, startGoldthread } from '../program/goldthread.ts';
import { dayOf, requestsEach } from './day.ts';
import { loadedBorough } from './loaded-borough.ts';

export interface Choice {
  children: number;
  rates: readonly number[];
  seconds: number;
}
export interface Measured {
  rate: number;
  samples: Sample[];
}
export interface Journey {
  measured: Measured[];
  borough: { children: number; loadedInSeconds: number; wasThere: boolean };
  audited: { events: number; answers: number };
}

/** Seconds at the lowest rate before anything is counted: caches fill, and the compiler learns what is called often. */
const warmUp = 15;

/** Starts the real program over the loaded borough, with its policies, its audit and fsync on, and measures one rate after another. */
export async function runJourney({ children, rates, seconds }: Choice, say: (words: string) => void): Promise<Journey> {
  const borough = await loadedBorough(children, say);
  const goldthread = await startGoldthread({
    dataDir: borough.dataDir,
    port: await freePort(),
    program: process.env['CPU_PROFILE'] ? ['--cpu-prof', '--cpu-prof-dir', process.env['CPU_PROFILE']] : [],
  });
  try {
    const { address } = goldthread;
    const measured: Measured[] = [];
    const { events } = await behind(borough.dataDir, async (pool) => {
      const chance = chanceFrom(2026);
      const next = await dayOf(pool, chance);
      const at = async (rate: number, howLong: number): Promise<Sample[]> => {
        const moments = poisson(rate / requestsEach, howLong, chance);
        return generate({ address, moments, visits: moments.map(next) });
      };
      await at(rates[0] ?? 25, warmUp);
      const before = await auditEvents(pool);
      for (const rate of rates) {
        say(`${rate} requests a second for ${seconds} s…`);
        measured.push({ rate, samples: await at(rate, seconds) });
      }
      return { events: (await auditEvents(pool)) - before };
    });
    const answers = measured.flatMap((one) => one.samples).filter((sample) => sample.status > 0 && sample.status < 500).length;
    return { measured, borough: { children, ...borough }, audited: { events, answers } };
  } finally {
    await goldthread.stop();
    borough.remove();
  }
}

async function auditEvents(pool: Pool): Promise<number> {
  const { rows } = await pool.query<{ count: number }>('select count(*) as count from audit_event');
  return rows[0]?.count ?? 0;
}
