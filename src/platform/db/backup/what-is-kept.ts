import { lstat, readdir } from 'node:fs/promises';
import { join, relative } from 'node:path';

/** Folders of a data directory whose content PostgreSQL makes anew; they are kept empty (as its own base backup does). */
const emptied = new Set([
  'pg_wal',
  'pg_replslot',
  'pg_dynshmem',
  'pg_notify',
  'pg_serial',
  'pg_snapshots',
  'pg_stat_tmp',
  'pg_subtrans',
  'pgsql_tmp',
]);
const neverKept =
  /^(postmaster\.(pid|opts)|backup_label(\.old)?|tablespace_map(\.old)?|backup_manifest|pg_internal\.init(\..*)?|pgsql_tmp.*|t\d+_\d+.*)$/;
/** Folders inside an emptied one that PostgreSQL expects to be there. */
const expected = ['pg_wal/archive_status', 'pg_wal/summaries'];

/** Folders and files to copy, by path from the folder asked about, folders before what is in them. */
export type Kept = { readonly folders: readonly string[]; readonly files: readonly string[] };

async function entriesOf(folder: string): Promise<{ name: string; folder: boolean; file: boolean }[]> {
  const names: string[] = await readdir(folder).catch(() => []);
  const found = await Promise.all(
    names.toSorted().map(async (name) => {
      const stat = await lstat(join(folder, name)).catch(() => null);
      return { name, folder: stat?.isDirectory() ?? false, file: stat?.isFile() ?? false };
    }),
  );
  return found;
}

async function walk(
  root: string,
  folder: string,
  skip: (name: string) => boolean,
  kept: { folders: string[]; files: string[] },
): Promise<void> {
  for (const entry of await entriesOf(folder)) {
    if (skip(entry.name)) continue;
    const path = relative(root, join(folder, entry.name));
    if (entry.file) kept.files.push(path);
    if (!entry.folder) continue;
    kept.folders.push(path);
    if (!emptied.has(entry.name)) await walk(root, join(folder, entry.name), skip, kept);
  }
}

/** What of a running PostgreSQL's data directory goes into a backup; its WAL is added apart. */
export async function keptOfCluster(cluster: string): Promise<Kept> {
  const tablespaces = await readdir(join(cluster, 'pg_tblspc')).catch(() => []);
  if (tablespaces.length > 0) throw new Error("This database has tablespaces outside its folder; back it up with PostgreSQL's own tools.");
  const kept = { folders: [] as string[], files: [] as string[] };
  await walk(cluster, cluster, (name) => neverKept.test(name), kept);
  return { folders: [...kept.folders, ...expected].toSorted(), files: kept.files };
}

const notBeside = /^(postgres|postgres-.*|postgres\..*|home|socket|backups|.*\.log(\.\d+)?|.*\.(part|tar))$/;

/** What else lies in DATA_DIR beside the database and its passwords: checkpoints, keys, whatever other parts keep there. */
export async function keptBeside(dataDir: string): Promise<Kept> {
  const kept = { folders: [] as string[], files: [] as string[] };
  for (const entry of await entriesOf(dataDir)) {
    if (notBeside.test(entry.name)) continue;
    if (entry.file) kept.files.push(entry.name);
    if (!entry.folder) continue;
    kept.folders.push(entry.name);
    await walk(dataDir, join(dataDir, entry.name), () => false, kept);
  }
  return kept;
}
