import { existsSync, readdirSync, readFileSync, readlinkSync, realpathSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';

/** What `postmaster.pid` says: PostgreSQL's own lock on its data directory. */
export type Lock = { readonly pid: number; readonly socketDir: string; readonly ready: boolean };

/**
 * What became of the process that holds the lock: `serving` is a live PostgreSQL of this data directory; `zombie` has
 * died but nobody has reaped it; `gone` no longer exists, or its number belongs to another program by now;
 * `unknown` is alive but this system does not let us see what it is.
 */
export type Holder = 'serving' | 'zombie' | 'gone' | 'unknown';

/** Reads the lock of a data directory; null when there is none. */
export async function readLock(cluster: string): Promise<Lock | null> {
  const text = await readFile(join(cluster, 'postmaster.pid'), 'utf8').catch(() => '');
  const lines = text.split('\n');
  const pid = Number(lines[0]);
  if (!Number.isInteger(pid) || pid <= 1) return null;
  return { pid, socketDir: lines[4] ?? '', ready: (lines[7] ?? '').trim() === 'ready' };
}

/** Whether a process of that number exists, alive or not yet reaped, ours or not. */
export function exists(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

const hasProc = existsSync('/proc/self/stat');

function isZombie(pid: number): boolean {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return ['Z', 'X'].includes(stat.slice(stat.lastIndexOf(')') + 2, stat.lastIndexOf(')') + 3));
  } catch {
    return false;
  }
}

/** What became of the process that holds the lock of `cluster`. */
export function holderOf(pid: number, cluster: string): Holder {
  if (!exists(pid)) return 'gone';
  if (!hasProc) return 'unknown';
  if (isZombie(pid)) return 'zombie';
  try {
    const program = basename(readlinkSync(`/proc/${pid}/exe`).replace(/ \(deleted\)$/, ''));
    return program === 'postgres' && readlinkSync(`/proc/${pid}/cwd`) === cluster ? 'serving' : 'gone';
  } catch {
    return exists(pid) ? 'unknown' : 'gone';
  }
}

/** Whether that process runs this very program file, not one that an upgrade has since replaced. True where it cannot be seen. */
export function runsProgram(pid: number, program: string): boolean {
  if (!hasProc) return true;
  try {
    return readlinkSync(`/proc/${pid}/exe`) === realpathSync(program);
  } catch {
    return true;
  }
}

/**
 * Whether any living process still works inside `cluster` (every PostgreSQL process does). True when it cannot be
 * known: a lock is only ever cleared away where this says false.
 */
export function anyoneInside(cluster: string): boolean {
  if (!hasProc) return true;
  for (const entry of readdirSync('/proc')) {
    if (!/^\d+$/.test(entry) || isZombie(Number(entry))) continue;
    try {
      if (readlinkSync(`/proc/${entry}/cwd`) === cluster) return true;
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code;
      if (code !== 'ENOENT' && code !== 'ESRCH' && code !== 'EACCES' && code !== 'EPERM') return true;
    }
  }
  return false;
}

/** Waits until the process has ended (a zombie has), or `limit` milliseconds have passed; true when it has ended. */
export async function ended(pid: number, limit: number): Promise<boolean> {
  const until = Date.now() + limit;
  while (exists(pid) && !isZombie(pid)) {
    if (Date.now() >= until) return false;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return true;
}

/** Stops a PostgreSQL: fast (sessions are cut, data flushed), and after `limit` milliseconds at once (it recovers at next start). */
export async function stopPostmaster(pid: number, limit: number): Promise<void> {
  for (const [signal, wait] of [
    ['SIGINT', limit],
    ['SIGQUIT', 5_000],
    ['SIGKILL', 5_000],
  ] as const) {
    if (!exists(pid)) return;
    process.kill(pid, signal);
    if (await ended(pid, wait)) return;
  }
  throw new Error(`The database process ${pid} does not end.`);
}
