import { existsSync } from 'node:fs';
import { chown, mkdir, open, readdir, rename, rm, type FileHandle } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { embeddedPostgres, knownPlace } from '../embedded/index.ts';
import { settlePlace, type Place } from '../embedded/place.ts';
import { besideFolder, clusterFolder, manifestName, manifestShape, type Manifest } from './manifest.ts';
import { extract, readTar, type Entry } from './tar.ts';
import { verifyRestored, type Verified } from './verify.ts';

export type RestoreChoice = {
  readonly file: string;
  /** An empty or new DATA_DIR. */
  readonly dataDir: string;
  readonly log: (message: string) => void;
};

async function readManifest(from: FileHandle): Promise<Manifest> {
  for await (const entry of readTar(from)) {
    if (entry.path !== manifestName) continue;
    const text = Buffer.alloc(entry.size);
    await from.read(text, 0, entry.size, entry.at);
    return manifestShape.parse(JSON.parse(text.toString()));
  }
  throw new Error('This is no backup of Goldthread: it has no manifest.');
}

/** Where an entry goes; null for the manifest. Throws on a path that would leave the folder it belongs in. */
function target(place: Place, half: string, path: string): string | null {
  if (path === manifestName) return null;
  const [top, ...rest] = path.split('/');
  if (path.startsWith('/') || rest.includes('..') || (top !== clusterFolder && top !== besideFolder))
    throw new Error(`The backup has an entry that does not belong in one: ${path}`);
  return join(top === clusterFolder ? half : place.dataDir, ...rest);
}

async function owned(place: Place, path: string): Promise<void> {
  if (place.runAs !== null) await chown(path, place.runAs.uid, place.runAs.gid);
}

async function extractOne(from: FileHandle, entry: Entry & { at: number }, to: string): Promise<string> {
  await mkdir(dirname(to), { recursive: true, mode: 0o700 });
  const handle = await open(to, 'wx', 0o600);
  try {
    const digest = await extract(from, entry, handle);
    await handle.sync();
    return digest;
  } finally {
    await handle.close();
  }
}

async function unpack(from: FileHandle, place: Place, half: string, manifest: Manifest): Promise<void> {
  const missing = new Set(Object.keys(manifest.files));
  for await (const entry of readTar(from)) {
    const to = target(place, half, entry.path);
    if (to === null) continue;
    if (entry.folder) {
      await mkdir(to, { recursive: true, mode: 0o700 });
    } else {
      if ((await extractOne(from, entry, to)) !== manifest.files[entry.path])
        throw new Error(`The backup is damaged: ${entry.path} is not what was written.`);
      missing.delete(entry.path);
    }
    if (to.startsWith(half)) await owned(place, to);
  }
  if (missing.size > 0) throw new Error(`The backup is damaged: ${[...missing].slice(0, 3).join(', ')} missing.`);
}

async function emptyPlace(dataDir: string): Promise<Place> {
  const left = existsSync(dataDir) ? (await readdir(dataDir)).filter((name) => name !== 'backups') : [];
  if (left.length > 0 || (await knownPlace(dataDir)) !== null) {
    throw new Error(
      `${dataDir} is not empty. A restore goes into a new folder: name one with DATA_DIR, look at it there, then put it in the old one's place.`,
    );
  }
  return await settlePlace(dataDir);
}

async function prove(choice: RestoreChoice, manifest: Manifest): Promise<Verified> {
  const server = await embeddedPostgres({ dataDir: choice.dataDir, log: choice.log });
  try {
    return await verifyRestored(server.urls.superuser, manifest);
  } finally {
    await server.stop();
  }
}

/**
 * Restores a backup into an empty DATA_DIR and proves it: every file against its SHA-256, then the database against
 * what the backup says of it. New passwords are made; a backup holds none. Throws with every fault found, and says
 * where the files are; the faulty database is left for whoever must look at it.
 */
export async function restoreBackup(choice: RestoreChoice): Promise<Verified & { readonly manifest: Manifest }> {
  const from = await open(choice.file, 'r');
  try {
    const manifest = await readManifest(from);
    const place = await emptyPlace(choice.dataDir);
    const half = `${place.cluster}.restoring`;
    await mkdir(half, { mode: 0o700 });
    await owned(place, half);
    await unpack(from, place, half, manifest).catch(async (error: unknown) => {
      await rm(half, { recursive: true, force: true });
      throw error;
    });
    await rename(half, place.cluster);
    const verified = await prove(choice, manifest);
    if (verified.faults.length > 0)
      throw new Error(`The database restored to ${choice.dataDir} must not be used:\n  - ${verified.faults.join('\n  - ')}`);
    return { ...verified, manifest };
  } finally {
    await from.close();
  }
}
