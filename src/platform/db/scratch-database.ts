import { chmod, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import type { Query } from './data-dictionary.ts';
import { embeddedPostgres, type Urls } from './embedded/index.ts';
import { removePlace } from './embedded/place.ts';
import { migrate } from './migrate.ts';

/** Name of a throw-away folder; the number is of the process that made it. */
export const scratchShape = /^goldthread-test-(\d+)-/;

/** A throw-away server of this process's own, without fsync and without migrations; `remove` stops it and leaves nothing. */
export async function scratchServer(): Promise<{ urls: Urls; remove(): Promise<void> }> {
  const dataDir = await mkdtemp(join(tmpdir(), `goldthread-test-${process.pid}-`));
  // So that the user who runs PostgreSQL can enter it when we are root.
  await chmod(dataDir, 0o755);
  const server = await embeddedPostgres({ dataDir, log: () => undefined, durable: false });
  const remove = async (): Promise<void> => {
    await server.stop();
    await removePlace(server.place);
  };
  return { urls: server.urls, remove };
}

/** Runs `work` against a throw-away database that has every migration and nothing in it. Takes about a second. */
export async function withScratchDatabase<T>(work: (urls: Urls) => Promise<T>): Promise<T> {
  const { urls, remove } = await scratchServer();
  try {
    await migrate({ url: urls.migrator });
    return await work(urls);
  } finally {
    await remove();
  }
}

/** Opens one connection to `url` for `work`. */
export async function withQuery<T>(url: string, work: (query: Query) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await work(async (text) => (await client.query<Record<string, unknown>>(text)).rows);
  } finally {
    await client.end();
  }
}
