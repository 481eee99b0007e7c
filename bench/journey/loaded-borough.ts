import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, readlinkSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { embeddedPostgres } from '../../src/platform/db/embedded/index.ts';
import { openPool } from '../../src/platform/db/pool.ts';
import { projectFile } from '../../src/platform/db/project-file.ts';
import { benchFolder } from '../program/goldthread.ts';

export interface LoadedBorough {
  dataDir: string;
  loadedInSeconds: number;
  wasThere: boolean;
  remove(): void;
}

/** A borough of `children` invented children, loaded once and kept; what is measured works on a copy, so that every run begins the same. */
export async function loadedBorough(children: number, say: (words: string) => void): Promise<LoadedBorough> {
  const folder = resolve(benchFolder());
  mkdirSync(folder, { recursive: true });
  const kept = join(folder, `borough-${children}-${structure()}`);
  const mark = join(kept, 'loaded-in-seconds');
  const wasThere = existsSync(mark);
  if (!wasThere) {
    for (const old of readdirSync(folder).filter((name) => name.startsWith(`borough-${children}-`)))
      rmSync(join(folder, old), { recursive: true });
    say(`Loading ${children.toLocaleString('en-GB')} children…`);
    writeFileSync(mark, String(await load(kept, children)));
  }
  const dataDir = join(folder, `running-${process.pid}`);
  const copied = copyOf(kept, dataDir);
  const remove = (): void => {
    for (const one of copied) rmSync(one, { recursive: true, force: true });
  };
  return { dataDir, loadedInSeconds: Number(readFileSync(mark, 'utf8')), wasThere, remove };
}

/** Copies a data directory with its owners; where root keeps its database elsewhere (a link called home), that too. Gives what was made. */
function copyOf(kept: string, dataDir: string): string[] {
  execFileSync('cp', ['-a', kept, dataDir]);
  const link = join(dataDir, 'home');
  if (!existsSync(link)) return [dataDir];
  const home = `${readlinkSync(link)}-${process.pid}`;
  execFileSync('cp', ['-a', readlinkSync(link), home]);
  rmSync(link);
  symlinkSync(home, link);
  return [dataDir, home];
}

/** Changes when a migration does: a borough of another structure is loaded again. */
function structure(): string {
  const hash = createHash('sha256');
  for (const name of readdirSync(projectFile('db/migrations')).toSorted())
    hash.update(readFileSync(projectFile(join('db/migrations', name))));
  return hash.digest('hex').slice(0, 12);
}

/** Loads by the command anybody would use, then does what autovacuum would have done by the next morning. */
async function load(dataDir: string, children: number): Promise<number> {
  const from = performance.now();
  const ran = spawnSync(process.execPath, [projectFile('dist/src/seed.js')], {
    env: { ...process.env, DATA_DIR: dataDir, SEED_CHILDREN: String(children), DATABASE_URL: '' },
    encoding: 'utf8',
  });
  if (ran.status !== 0) throw new Error(`Loading failed:\n${ran.stdout}${ran.stderr}`);
  const seconds = (performance.now() - from) / 1_000;
  const server = await embeddedPostgres({ dataDir, log: () => undefined });
  const pool = openPool(server.urls.superuser, { max: 1, statementLimit: 0 });
  await pool.query('vacuum (analyze)');
  await pool.end();
  await server.stop();
  return seconds;
}
