/** The ways things break. Each takes what runs now and gives what runs afterwards. */
import { readdirSync, readFileSync } from 'node:fs';
import { knownPlace } from '../../src/platform/db/embedded/index.ts';
import { readLock } from '../../src/platform/db/embedded/postmaster.ts';
import { startGoldthread, type Goldthread, type Start } from '../program/goldthread.ts';

export interface Fault {
  name: string;
  strike(running: Goldthread, start: Start): Promise<Goldthread>;
}

/** kill -9 of the application; its database is left behind and taken over by the next start. */
export const killApplication: Fault = {
  name: 'kill -9 of the application',
  strike: async (running, start) => {
    await running.kill();
    return startGoldthread(start);
  },
};

/** kill -9 of PostgreSQL: the postmaster first, then each of its processes. The application lives on and brings it back. */
export const killDatabase: Fault = {
  name: 'kill -9 of the whole database',
  strike: async (running, { dataDir }) => {
    const place = await knownPlace(dataDir);
    const lock = place === null ? null : await readLock(place.cluster);
    if (lock === null) throw new Error('There is no database to kill.');
    for (const pid of [lock.pid, ...childrenOf(lock.pid)]) killed(pid);
    return running;
  },
};

/** A clean stop and start, as an upgrade does it. */
export const restart: Fault = {
  name: 'clean restart',
  strike: async (running, start) => {
    await running.stop();
    return startGoldthread(start);
  },
};

function childrenOf(parent: number): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => {
      try {
        const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
        return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]) === parent;
      } catch {
        return false;
      }
    });
}

function killed(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
