import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Pool } from 'pg';
import { bulkLoad, type Loader } from '../../src/platform/db/bulk-load.ts';
import { embeddedPostgres } from '../../src/platform/db/embedded/index.ts';
import { openPool } from '../../src/platform/db/pool.ts';
import { projectFile } from '../../src/platform/db/project-file.ts';
import { benchFolder } from '../program/goldthread.ts';
import { columnsOf, type BenchTable, type Made, type Share, type Truth } from './lines-of-families.ts';

/** What loading took and made; kept beside the database. */
export interface LoadedIndex {
  dataDir: string;
  people: number;
  keysAPerson: number;
  /** Seconds in all, and of that until the rows were in and the indexes began. */
  seconds: number;
  fillSeconds: number;
  /** Seconds of processor the threads spent on names and keys. */
  keySeconds: number;
  truths: Truth[];
}

const seed = 20_261_122;
const familiesAShare = 4_000;
const peopleAFamily = 2.77;
/** A small borough with its staff comes first, by the command anybody would use. */
const seededChildren = 300;

/** An index of about so many people, loaded once and kept; loaded again when what makes its keys changes. */
export async function loadedIndex(people: number, say: (words: string) => void): Promise<LoadedIndex> {
  const folder = resolve(benchFolder());
  mkdirSync(folder, { recursive: true });
  const dataDir = join(folder, `index-${people}-${whatMakesKeys()}`);
  const mark = join(dataDir, 'loaded.json');
  if (!existsSync(mark)) {
    for (const old of readdirSync(folder).filter((name) => name.startsWith(`index-${people}-`)))
      rmSync(join(folder, old), { recursive: true });
    say(`Loading ${people.toLocaleString('en-GB')} people…`);
    writeFileSync(mark, JSON.stringify(await load(dataDir, people, say)));
  }
  return { ...(JSON.parse(readFileSync(mark, 'utf8')) as LoadedIndex), dataDir };
}

function whatMakesKeys(): string {
  const hash = createHash('sha256');
  for (const name of ['src/rooms/people/search-keys.ts', 'src/rooms/people/name-folding.ts', 'src/rooms/people/nicknames.ts'])
    hash.update(readFileSync(projectFile(name)));
  for (const name of ['names.data.ts', 'person-of-number.ts', 'lines-of-families.ts'])
    hash.update(readFileSync(projectFile(join('bench/index', name))));
  return hash.digest('hex').slice(0, 8);
}

async function load(dataDir: string, people: number, say: (words: string) => void): Promise<LoadedIndex> {
  const ran = spawnSync(process.execPath, [projectFile('dist/src/seed.js')], {
    env: { ...process.env, DATA_DIR: dataDir, SEED_CHILDREN: String(seededChildren), DATABASE_URL: '' },
    encoding: 'utf8',
  });
  if (ran.status !== 0) throw new Error(`Loading failed:\n${ran.stdout}${ran.stderr}`);
  const server = await embeddedPostgres({ dataDir, log: () => undefined });
  try {
    return { ...(await fillAndIndex(server.urls.migrator, people, say)), dataDir };
  } finally {
    const pool = openPool(server.urls.superuser, { max: 1, statementLimit: 0 });
    await pool.query('vacuum (analyze)');
    await asTheServerOfAnIndex(pool);
    await pool.end();
    await server.stop();
  }
}

/** A server that holds an index this size has memory for it; what comes with `./start` is set for a small machine. */
async function asTheServerOfAnIndex(pool: Pool): Promise<void> {
  await pool.query(`alter system set shared_buffers = '1536MB'`);
  const { rows } = await pool.query<{ version: number }>(`select current_setting('server_version_num')::integer as version`);
  if ((rows[0]?.version ?? 0) >= 180_000) await pool.query(`alter system set io_method = 'sync'`);
}

async function fillAndIndex(url: string, people: number, say: (words: string) => void): Promise<LoadedIndex> {
  const lean = people > 2_000_000;
  const families = Math.round(people / peopleAFamily);
  const truthEvery = Math.max(1, Math.floor(families / 6_000));
  const told: LoadedIndex = { dataDir: '', people: 0, keysAPerson: 0, seconds: 0, fillSeconds: 0, keySeconds: 0, truths: [] };
  const began = performance.now();
  const heavy: BenchTable[] = ['person', 'person_name', 'person_address', 'person_search', 'relationship', 'family', 'family_member'];
  await bulkLoad(
    { url, heavy },
    {
      fill: async (loader) => {
        let keys = 0;
        for await (const made of inThreads({ whole: { seed, families }, from: 0, to: families, lean, truthEvery })) {
          await sendAll(loader, made);
          told.people += made.people;
          told.keySeconds += made.worked / 1_000;
          told.truths.push(...made.truths);
          keys += made.keys;
          if (told.people % 500_000 < 12_000) say(`${told.people.toLocaleString('en-GB')} people`);
        }
        told.keysAPerson = keys / told.people;
        told.fillSeconds = (performance.now() - began) / 1_000;
        say('Indexes and keys…');
      },
    },
  );
  return { ...told, seconds: (performance.now() - began) / 1_000 };
}

async function sendAll(loader: Loader, { lines }: Made): Promise<void> {
  for (const table of Object.keys(columnsOf) as BenchTable[])
    if (lines[table]) await loader.copyLines(table, columnsOf[table], lines[table]);
}

/** Shares made by two threads, in turn, each one share ahead of whoever sends them. */
async function* inThreads(all: Share): AsyncGenerator<Made, void> {
  const workers = [0, 1].map(() => new Worker(new URL('./line-thread.ts', import.meta.url)));
  const begin = (share: number): Promise<Made> => {
    const worker = workers[share % workers.length]!;
    worker.postMessage({ ...all, from: share * familiesAShare, to: Math.min(all.to, (share + 1) * familiesAShare) });
    return once(worker, 'message').then(([made]) => made as Made);
  };
  try {
    const shares = Math.ceil(all.to / familiesAShare);
    const going = workers.map((_worker, at) => (at < shares ? begin(at) : null));
    for (let share = 0; share < shares; share += 1) {
      const made = await going[share % workers.length]!;
      if (share + workers.length < shares) going[share % workers.length] = begin(share + workers.length);
      yield made;
    }
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}
