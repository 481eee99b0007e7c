import { spawn } from 'node:child_process';
import { chmodSync, closeSync, openSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Binaries } from './binaries.ts';
import type { Place } from './place.ts';
import { ended, readLock } from './postmaster.ts';
import { asUser } from './run-as.ts';

const largestLog = 10_000_000;
/** Recovery after a crash replays at most `max_wal_size`; half a minute was never needed in our measurements. */
const startLimit = 120_000;

function openLog(place: Place): number {
  if ((statSync(place.log, { throwIfNoEntry: false })?.size ?? 0) > largestLog) renameSync(place.log, `${place.log}.1`);
  const log = openSync(place.log, 'a', 0o600);
  chmodSync(place.log, 0o600);
  return log;
}

function spawnPostgres(place: Place, binaries: Binaries, log: number): { pid: number; failed: () => Error | null } {
  let failure: Error | null = null;
  // A group of its own: Ctrl-C at a terminal reaches the application, which stops the database after itself.
  const child = spawn(binaries.postgres, ['-D', place.cluster], {
    ...asUser(place.runAs),
    cwd: place.home,
    detached: true,
    stdio: ['ignore', log, log],
    env: { PATH: process.env['PATH'], LC_ALL: 'C', TZ: 'UTC' },
  });
  child.on('error', (error) => {
    failure = error;
  });
  child.on('exit', (code, signal) => {
    failure = new Error(`it ended with ${signal ?? `code ${code}`}`);
  });
  child.unref();
  return { pid: child.pid ?? 0, failed: () => failure };
}

/** Starting failed because another PostgreSQL holds the data directory, or its memory, still or again. */
export class DirectoryInUse extends Error {}

function explain(place: Place, from: number, failure: Error): Error {
  const said = readFileSync(place.log).subarray(from).toString().trim();
  const held = /lock file "postmaster.pid" already exists|shared memory block .* is still in use|Is another postmaster/.test(said);
  const message = `The database in ${place.cluster} did not start (${failure.message}). It said:\n${said}`;
  return held ? new DirectoryInUse(message) : new Error(message);
}

async function serving(place: Place, pid: number, failed: () => Error | null): Promise<void> {
  const until = Date.now() + startLimit;
  for (;;) {
    const failure = failed() ?? (Date.now() > until ? new Error('it was not ready in two minutes') : null);
    if (failure !== null) throw failure;
    const lock = await readLock(place.cluster);
    if (lock?.pid === pid && lock.ready) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

/** Starts PostgreSQL on a finished cluster and waits until it takes connections. Gives its process number. */
export async function startServer(place: Place, binaries: Binaries): Promise<number> {
  rmSync(join(place.cluster, 'postmaster.opts'), { force: true });
  const log = openLog(place);
  const from = statSync(place.log).size;
  try {
    const started = spawnPostgres(place, binaries, log);
    await serving(place, started.pid, started.failed).catch((failure: Error) => {
      throw explain(place, from, failure);
    });
    return started.pid;
  } finally {
    closeSync(log);
  }
}

/** As `startServer`, trying again for ten seconds while the last processes of a killed server go away. */
export async function startServerPatiently(place: Place, binaries: Binaries): Promise<number> {
  const until = Date.now() + 10_000;
  for (;;) {
    try {
      return await startServer(place, binaries);
    } catch (error) {
      const lock = await readLock(place.cluster);
      const held = lock !== null && !(await ended(lock.pid, 0));
      if (!(error instanceof DirectoryInUse) || held || Date.now() > until) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}
