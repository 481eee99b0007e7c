import { chmod, mkdir, mkdtemp, open, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Pool } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { embeddedPostgres, type Embedded } from '../embedded/index.ts';
import { migrate } from '../migrate.ts';
import { openPool } from '../pool.ts';
import { restoreBackup } from './restore.ts';
import { takeBackup } from './take.ts';
import { verifyRestored } from './verify.ts';
import type { Manifest } from './manifest.ts';

type Acknowledged = { readonly n: number; readonly at: number };

/** Writes rows of many sizes from four connections until told to stop; keeps, outside the database, what was acknowledged and when. */
function writeUnderLoad(pool: Pool): { acknowledged: Acknowledged[]; stop(): Promise<void> } {
  const acknowledged: Acknowledged[] = [];
  let next = 0;
  let going = true;
  const writer = async (): Promise<void> => {
    while (going) {
      const n = (next += 1);
      await pool.query('insert into ledger (n, words) values ($1, repeat($2, $3))', [n, 'word ', (n * 37) % 2_000]);
      acknowledged.push({ n, at: Date.now() });
      if (n % 50 === 0) await pool.query('update ledger set words = $2 where n = $1', [n - 20, 'shorter']);
    }
  };
  const writers = [writer(), writer(), writer(), writer()];
  return {
    acknowledged,
    async stop() {
      going = false;
      await Promise.all(writers);
    },
  };
}

describe('backing up and restoring', () => {
  let folder: string;
  let server: Embedded;
  let owner: Pool;
  let manifest: Manifest;
  let acknowledged: readonly Acknowledged[];
  const archive = (): string => join(folder, 'backup.tar');
  const log = (): void => undefined;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), `goldthread-test-${process.pid}-b`));
    await chmod(folder, 0o755);
    const dataDir = join(folder, 'first');
    server = await embeddedPostgres({ dataDir, log });
    await migrate({ url: server.urls.migrator });
    await mkdir(join(dataDir, 'checkpoints'));
    await writeFile(join(dataDir, 'checkpoints', '1.json'), '{"length":1}');
    owner = openPool(server.urls.migrator, { role: 'goldthread_owner', max: 4 });
    await owner.query('create table ledger (n integer not null, words text not null, constraint ledger_pk primary key (n))');
    const load = writeUnderLoad(owner);
    await new Promise((resolve) => setTimeout(resolve, 500));
    manifest = await takeBackup({ place: server.place, url: server.urls.superuser, file: archive() });
    await new Promise((resolve) => setTimeout(resolve, 200));
    await load.stop();
    acknowledged = load.acknowledged;
  });
  afterAll(async () => {
    await owner.end();
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  });

  it('gives back everything acknowledged before the backup was complete, taken while others wrote', async () => {
    const done = await restoreBackup({ file: archive(), dataDir: join(folder, 'second'), log });
    expect(done.faults).toEqual([]);
    const restored = await embeddedPostgres({ dataDir: join(folder, 'second'), log });
    const pool = openPool(restored.urls.superuser);
    const found = new Set((await pool.query<{ n: number }>('select n from ledger')).rows.map(({ n }) => n));
    await pool.end();
    await restored.stop();
    const before = acknowledged.filter(({ at }) => at < Date.parse(manifest.completeAt));
    expect(before.length).toBeGreaterThan(50);
    expect(before.filter(({ n }) => !found.has(n))).toEqual([]);
    expect(acknowledged.length).toBeGreaterThan(found.size);
  });

  it('brings what other parts keep beside the database, and none of its passwords', async () => {
    expect(await readFile(join(folder, 'second', 'checkpoints', '1.json'), 'utf8')).toBe('{"length":1}');
    expect(Object.keys(manifest.files).filter((path) => /passwords|\.log|socket/.test(path))).toEqual([]);
    const first = await readFile(join(folder, 'first', 'postgres-passwords.json'), 'utf8');
    expect(await readFile(join(folder, 'second', 'postgres-passwords.json'), 'utf8')).not.toBe(first);
  });

  it('leaves no replication slot behind and can be taken again', async () => {
    const pool = openPool(server.urls.superuser);
    expect((await pool.query('select count(*) as n from pg_replication_slots')).rows).toEqual([{ n: 0 }]);
    await pool.end();
    const again = await takeBackup({ place: server.place, url: server.urls.superuser, file: join(folder, 'again.tar') });
    expect(again.systemIdentifier).toBe(manifest.systemIdentifier);
  });

  it('refuses a folder that is not empty', async () => {
    await expect(restoreBackup({ file: archive(), dataDir: join(folder, 'first'), log })).rejects.toThrow('is not empty');
  });

  it('refuses an archive in which one byte has changed, and one that is cut short', async () => {
    const bytes = await readFile(archive());
    const changed = Buffer.from(bytes);
    const at = changed.indexOf('shorter');
    expect(at).toBeGreaterThan(0);
    changed[at] = 0x53;
    await writeFile(join(folder, 'changed.tar'), changed);
    await expect(restoreBackup({ file: join(folder, 'changed.tar'), dataDir: join(folder, 'third'), log })).rejects.toThrow(
      'The backup is damaged',
    );
    const handle = await open(join(folder, 'changed.tar'), 'r+');
    await handle.truncate(bytes.length / 2);
    await handle.close();
    await expect(restoreBackup({ file: join(folder, 'changed.tar'), dataDir: join(folder, 'fourth'), log })).rejects.toThrow('cut short');
  });

  it('is not fooled by a database that is another, lacks a table, or has a page that went bad', async () => {
    const dataDir = join(folder, 'fifth');
    await restoreBackup({ file: archive(), dataDir, log });
    const other = {
      ...manifest,
      systemIdentifier: '1',
      migrations: manifest.migrations.slice(1),
      rows: { ...manifest.rows, 'public.lost': 3 },
    };
    const restored = await embeddedPostgres({ dataDir, log });
    expect((await verifyRestored(restored.urls.superuser, other)).faults).toEqual([
      'public.lost is missing',
      'it is another database than the one backed up',
      'its migrations are not those of the backup',
    ]);
    const pool = openPool(restored.urls.superuser);
    const { rows } = await pool.query<{ path: string }>(`select pg_relation_filepath('ledger') as path`);
    await pool.end();
    await restored.stop();
    const heap = await open(join(restored.place.cluster, rows[0]?.path ?? ''), 'r+');
    await heap.write(Buffer.from([0xff]), 0, 1, 5_000);
    await heap.close();
    const damaged = await embeddedPostgres({ dataDir, log });
    expect((await verifyRestored(damaged.urls.superuser, manifest)).faults.join()).toContain('ledger');
    await damaged.stop();
  });
});
