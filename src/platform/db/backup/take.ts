import { randomBytes } from 'node:crypto';
import { open, readdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Client } from 'pg';
import type { Place } from '../embedded/place.ts';
import { besideFolder, clusterFolder, manifestName, type Manifest } from './manifest.ts';
import { countRows, identity, migrationsOf } from './facts.ts';
import { writeTar, type TarWriter } from './tar.ts';
import { keptBeside, keptOfCluster, type Kept } from './what-is-kept.ts';

export type BackupChoice = {
  readonly place: Place;
  /** The superuser's address of the running database. */
  readonly url: string;
  /** Where the archive goes; it appears there whole and flushed, or not at all. */
  readonly file: string;
};

type Files = Record<string, string>;

async function copyFile(tar: TarWriter, from: string, to: string, files: Files): Promise<void> {
  const handle = await open(from, 'r').catch((error: NodeJS.ErrnoException) => {
    // A table dropped meanwhile: the WAL says so too.
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  if (handle === null) return;
  try {
    files[to] = await tar.file(to, handle, (await handle.stat()).size);
  } finally {
    await handle.close();
  }
}

/** `pg_control` is rewritten in place while we read: it is read until two readings agree. */
async function copyControl(tar: TarWriter, cluster: string, files: Files): Promise<void> {
  const read = async (): Promise<Buffer> => {
    const handle = await open(join(cluster, 'global', 'pg_control'), 'r');
    try {
      return await handle.readFile();
    } finally {
      await handle.close();
    }
  };
  let before = await read();
  for (;;) {
    const now = await read();
    if (now.equals(before)) break;
    before = now;
  }
  const to = `${clusterFolder}/global/pg_control`;
  files[to] = await tar.text(to, before);
}

async function copyAll(tar: TarWriter, root: string, into: string, kept: Kept, files: Files): Promise<void> {
  await tar.folder(into);
  for (const folder of kept.folders) await tar.folder(`${into}/${folder}`);
  for (const path of kept.files) {
    if (path !== 'global/pg_control') await copyFile(tar, join(root, path), `${into}/${path}`, files);
  }
}

/** Adds the WAL from the backup's start to its end. The slot keeps the server from removing any of it. */
async function copyWal(tar: TarWriter, cluster: string, from: string, to: string, files: Files): Promise<void> {
  const segments = (await readdir(join(cluster, 'pg_wal'))).filter((name) => /^[0-9A-F]{24}$/.test(name) && name >= from && name <= to);
  if (!segments.includes(from) || !segments.includes(to))
    throw new Error(`The write-ahead log ${from} to ${to} is not whole; the backup was given up.`);
  for (const name of segments.toSorted()) await copyFile(tar, join(cluster, 'pg_wal', name), `${clusterFolder}/pg_wal/${name}`, files);
}

async function walFile(client: Client, lsn: string): Promise<string> {
  const { rows } = await client.query<{ name: string }>('select pg_walfile_name($1::pg_lsn) as name', [lsn]);
  return rows[0]?.name ?? '';
}

async function copyRunning(client: Client, place: Place, tar: TarWriter): Promise<Manifest> {
  const files: Files = {};
  await client.query('select pg_create_physical_replication_slot($1, true, true)', [`goldthread_backup_${randomBytes(4).toString('hex')}`]);
  const started = await client.query<{ lsn: string }>(`select pg_backup_start('goldthread', true)::text as lsn`);
  await copyAll(tar, place.cluster, clusterFolder, await keptOfCluster(place.cluster), files);
  await copyControl(tar, place.cluster, files);
  // Before the database's end, never after: audit checkpoints may not speak for events the copy does not have.
  await copyAll(tar, place.dataDir, besideFolder, await keptBeside(place.dataDir), files);
  const completeAt = new Date().toISOString();
  const stopped = await client.query<{ lsn: string; labelfile: string }>('select lsn::text, labelfile from pg_backup_stop(false)');
  const [startLsn, stopLsn, label] = [started.rows[0]?.lsn ?? '', stopped.rows[0]?.lsn ?? '', stopped.rows[0]?.labelfile ?? ''];
  files[`${clusterFolder}/backup_label`] = await tar.text(`${clusterFolder}/backup_label`, label);
  await copyWal(tar, place.cluster, await walFile(client, startLsn), await walFile(client, stopLsn), files);
  const server = await identity(client);
  return {
    format: 'goldthread-backup-1',
    completeAt,
    ...server,
    startLsn,
    stopLsn,
    migrations: await migrationsOf(client),
    rows: await countRows(client),
    files,
  };
}

async function flushFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  await handle.sync();
  await handle.close();
}

/**
 * Copies the running embedded database into one archive, consistent to the moment it is complete: everything
 * acknowledged before then is in it, and nobody waits meanwhile. Gives what the archive says of itself.
 */
export async function takeBackup(choice: BackupChoice): Promise<Manifest> {
  const half = `${choice.file}.part`;
  const client = new Client({ connectionString: choice.url, application_name: 'goldthread backup' });
  client.on('error', () => undefined);
  await client.connect();
  const handle = await open(half, 'wx', 0o600);
  try {
    const tar = writeTar(handle);
    const manifest = await copyRunning(client, choice.place, tar);
    await tar.text(manifestName, JSON.stringify(manifest));
    await tar.end();
    await handle.sync();
    await rename(half, choice.file);
    await flushFolder(dirname(choice.file));
    return manifest;
  } catch (error) {
    await rm(half, { force: true });
    throw error;
  } finally {
    await handle.close();
    await client.end();
  }
}
