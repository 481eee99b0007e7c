import { createHash, randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, chown, lstat, mkdir, readlink, realpath, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { canReach, whoRunsIt, type RunAs } from './run-as.ts';

/**
 * Where everything of one embedded database is. `dataDir` is the folder people name (DATA_DIR); `home` is where
 * PostgreSQL's own files are, the same folder unless the user who runs PostgreSQL cannot reach it.
 */
export type Place = {
  readonly dataDir: string;
  readonly home: string;
  readonly cluster: string;
  readonly socketDir: string;
  readonly passwords: string;
  readonly log: string;
  readonly runAs: RunAs;
};

/** Folder for homes that root keeps for a checkout nobody else may enter, such as one under /root. */
const systemHomes = '/var/lib/goldthread';
/** A socket's address holds 107 bytes on Linux and 103 on macOS; `/.s.PGSQL.5432` takes 14 of them. */
const longestSocketDir = 103 - 14;

async function homeOf(dataDir: string, runAs: RunAs): Promise<string> {
  const elsewhere = join(dataDir, 'home');
  const moved = await readlink(elsewhere).catch(() => null);
  if (moved !== null) return moved;
  if (canReach(runAs, dataDir)) return dataDir;
  const home = join(systemHomes, randomBytes(6).toString('hex'));
  await mkdir(home, { recursive: true, mode: 0o755 });
  await symlink(home, elsewhere);
  return home;
}

/** Makes a folder only its owner may enter, and refuses one that somebody else prepared. */
export async function privateFolder(folder: string, runAs: RunAs): Promise<void> {
  const uid = runAs?.uid ?? process.getuid?.() ?? 0;
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const found = await lstat(folder);
  if (!found.isDirectory() || (found.uid !== uid && found.uid !== process.getuid?.())) {
    throw new Error(
      `${folder} exists and belongs to somebody else; the database's socket cannot be put there. Remove it, or choose a shorter DATA_DIR.`,
    );
  }
  if (runAs !== null && found.uid !== uid) await chown(folder, runAs.uid, runAs.gid);
  await chmod(folder, 0o700);
}

function socketDirOf(home: string): string {
  const near = join(home, 'socket');
  if (Buffer.byteLength(near) <= longestSocketDir) return near;
  const hash = createHash('sha256').update(home).digest('hex').slice(0, 16);
  return join(process.getuid?.() === 0 ? '/tmp' : tmpdir(), `goldthread-${hash}`);
}

/** Removes the folder of the socket where it is a temporary one outside the data directory. */
export async function removeSocketDir(place: Place): Promise<void> {
  if (!place.socketDir.startsWith(place.home)) await rm(place.socketDir, { recursive: true, force: true });
}

/** Settles where the embedded database of `dataDir` lives and who runs it, making the folders that are missing. */
export async function settlePlace(dataDir: string): Promise<Place> {
  await mkdir(dataDir, { recursive: true, mode: 0o755 });
  const named = await realpath(resolve(dataDir));
  const linked = await readlink(join(named, 'home')).catch(() => named);
  const runAs = whoRunsIt(join(linked, 'postgres'));
  const home = await homeOf(named, runAs);
  return {
    dataDir: named,
    home,
    cluster: join(home, 'postgres'),
    socketDir: socketDirOf(home),
    passwords: join(named, 'postgres-passwords.json'),
    log: join(named, 'postgres.log'),
    runAs,
  };
}

/** The same place without making anything; null where no database was ever begun. */
export async function knownPlace(dataDir: string): Promise<Place | null> {
  if (!existsSync(join(dataDir, 'postgres')) && !existsSync(join(dataDir, 'home', 'postgres'))) return null;
  return await settlePlace(dataDir);
}

/** Removes the whole of an embedded database: for tests' own throw-away folders only. */
export async function removePlace(place: Place): Promise<void> {
  await rm(place.home, { recursive: true, force: true });
  await rm(place.socketDir, { recursive: true, force: true });
  await rm(place.dataDir, { recursive: true, force: true });
}
