import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Place } from './place.ts';
import { anyoneInside, holderOf, readLock, stopPostmaster, type Lock } from './postmaster.ts';

/** How long a fast stop may take before the server is stopped at once. */
export const stopLimit = 10_000;

async function clearDeadLock(place: Place, lock: Lock, log: (message: string) => void): Promise<void> {
  const until = Date.now() + 5_000;
  while (anyoneInside(place.cluster)) {
    if (Date.now() > until) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  const now = await readLock(place.cluster);
  if (now?.pid !== lock.pid) return;
  await rm(join(place.cluster, 'postmaster.pid'), { force: true });
  log(`The database's last process (${lock.pid}) is dead and nothing works in its folder: its lock was cleared.`);
}

/** The socket's own lock outlives a killed server too. Its folder is this database's alone; only a dead one is cleared. */
async function clearDeadSocket(place: Place): Promise<void> {
  const socket = join(place.socketDir, '.s.PGSQL.5432');
  const pid = Number((await readFile(`${socket}.lock`, 'utf8').catch(() => '')).split('\n')[0]);
  if (!Number.isInteger(pid) || pid <= 1) return;
  const holder = holderOf(pid, place.cluster);
  if (holder === 'serving' || holder === 'unknown') return;
  await rm(`${socket}.lock`, { force: true });
  await rm(socket, { force: true });
}

/**
 * Looks at what an earlier run left behind. A PostgreSQL that still serves this folder is given back as an orphan to
 * adopt or stop. A lock whose process is dead (a zombie is: it only waits for somebody to reap it) is cleared once
 * nothing works in the folder any more; a lock that may be alive is left alone, and PostgreSQL itself then refuses.
 */
export async function findOrphan(place: Place, log: (message: string) => void): Promise<Lock | null> {
  const lock = await readLock(place.cluster);
  const holder = lock === null ? 'gone' : holderOf(lock.pid, place.cluster);
  if (holder === 'serving' || holder === 'unknown') return lock;
  if (lock !== null) await clearDeadLock(place, lock, log);
  await clearDeadSocket(place);
  return null;
}

/** Stops an orphan that cannot be kept: its settings or programs are not the ones this start would use. */
export async function stopOrphan(lock: Lock, log: (message: string) => void): Promise<void> {
  log(`Stopping the database an earlier run left behind (process ${lock.pid}).`);
  await stopPostmaster(lock.pid, stopLimit);
}
