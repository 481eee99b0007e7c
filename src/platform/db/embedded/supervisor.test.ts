import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openPool } from '../pool.ts';
import { projectFile } from '../project-file.ts';
import { embeddedPostgres, knownPlace, runningEmbedded, type Embedded } from './index.ts';
import { ended, exists, readLock, stopPostmaster } from './postmaster.ts';
import { asUser } from './run-as.ts';

const isRoot = process.getuid?.() === 0;
const hasProc = existsSync('/proc/self/stat');

async function ask(url: string, text: string): Promise<Record<string, unknown> | undefined> {
  const client = new Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(text)).rows[0];
  } finally {
    await client.end();
  }
}

describe('the embedded database', () => {
  let folder: string;
  let dataDir: string;
  const said: string[] = [];
  const opened: Embedded[] = [];
  const children: ChildProcess[] = [];

  async function open(dir = dataDir): Promise<Embedded> {
    const server = await embeddedPostgres({ dataDir: dir, log: (message) => said.push(message) });
    opened.push(server);
    return server;
  }

  /** A program of its own that starts the database and then waits; gives its process and the database's. */
  async function another(): Promise<{ child: ChildProcess; pid: number }> {
    const program = `import { embeddedPostgres } from ${JSON.stringify(projectFile('src/platform/db/embedded/index.ts'))}
      await embeddedPostgres({ dataDir: ${JSON.stringify(dataDir)}, log: () => {} })
      console.log('up'); setInterval(() => {}, 1000)`;
    const child = spawn(process.execPath, ['--input-type=module', '-e', program], { stdio: ['ignore', 'pipe', 'ignore'] });
    children.push(child);
    await new Promise<void>((resolve, reject) => {
      child.stdout?.once('data', () => resolve());
      child.once('exit', (code) => reject(new Error(`it ended with ${code}`)));
    });
    return { child, pid: (await readLock(join(dataDir, 'postgres')))?.pid ?? 0 };
  }

  async function gone(child: ChildProcess): Promise<number | string | null> {
    return await new Promise((resolve) => {
      if (child.exitCode !== null || child.signalCode !== null) resolve(child.exitCode ?? child.signalCode);
      child.once('exit', (code, signal) => resolve(code ?? signal));
    });
  }

  // One database serves most cases, made by the first: making one costs a second.
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), `goldthread-test-${process.pid}-s`));
    await chmod(folder, 0o755);
    dataDir = join(folder, 'data');
  });
  beforeEach(() => {
    said.length = 0;
  });
  afterEach(async () => {
    for (const child of children.splice(0)) child.kill('SIGKILL');
    for (const server of opened.splice(0)) await server.stop();
    const left = await readLock(join(dataDir, 'postgres'));
    if (left !== null && exists(left.pid)) await stopPostmaster(left.pid, 2_000);
  });
  afterAll(async () => {
    await rm(folder, { recursive: true, force: true });
  });

  it('is made on first start with checksums, fsync and scram, and starts again with what it held', async () => {
    const first = await open();
    expect(
      await ask(
        first.urls.superuser,
        `select current_setting('data_checksums') as checksums, current_setting('fsync') as fsync,
      current_setting('data_sync_retry') as retry, current_setting('listen_addresses') as listens, current_setting('jit') as jit`,
      ),
    ).toEqual({ checksums: 'on', fsync: 'on', retry: 'off', listens: '', jit: 'off' });
    expect(
      await ask(first.urls.superuser, `select count(*)::int as n from pg_hba_file_rules where auth_method <> 'scram-sha-256'`),
    ).toEqual({ n: 0 });
    await ask(first.urls.superuser, 'create table if not exists kept as select 42 as answer');
    await first.stop();
    const from = performance.now();
    const second = await open();
    expect(performance.now() - from).toBeLessThan(1_500);
    expect(await ask(second.urls.superuser, 'select answer from kept')).toEqual({ answer: 42 });
    expect(second.adopted).toBe(false);
  });

  it('lets nobody else near: a private socket, private files, no network, and no way in without the password', async () => {
    const { urls, place } = await open();
    expect(statSync(place.socketDir).mode & 0o777).toBe(0o700);
    expect(statSync(place.cluster).mode & 0o777).toBe(0o700);
    expect(statSync(place.passwords).mode & 0o777).toBe(0o600);
    expect(statSync(place.log).mode & 0o777).toBe(0o600);
    await expect(ask(urls.superuser.replace(/:[^:@]*@/, ':wrong@'), 'select 1')).rejects.toThrow('password authentication failed');
    await expect(ask(urls.application, 'set role goldthread_owner')).rejects.toThrow('permission denied');
    await expect(ask(urls.application, 'create table public.mine (id integer)')).rejects.toThrow('permission denied');
    expect(
      await ask(
        urls.migrator,
        `select pg_has_role('goldthread_owner', 'member') as becomes, pg_has_role('goldthread_owner', 'usage') as is`,
      ),
    ).toEqual({ becomes: true, is: false });
  });

  it.runIf(isRoot)('never runs as root', async () => {
    const { place } = await open();
    const pid = (await readLock(place.cluster))?.pid ?? 0;
    expect(statSync(`/proc/${pid}`).uid).not.toBe(0);
    expect(statSync(place.cluster).uid).toBe(place.runAs?.uid);
  });

  it.runIf(isRoot)('finds itself a home when the user who runs it cannot reach DATA_DIR', async () => {
    const closed = join(folder, 'closed');
    await mkdir(closed, { mode: 0o700 });
    const first = await open(join(closed, 'data'));
    expect(first.place.home).toMatch(/^\/var\/lib\/goldthread\//);
    await ask(first.urls.superuser, 'create table if not exists kept as select 42 as answer');
    await first.stop();
    const second = await open(join(closed, 'data'));
    expect(await ask(second.urls.superuser, 'select answer from kept')).toEqual({ answer: 42 });
    await second.stop();
    await rm(second.place.home, { recursive: true });
  });

  it('refuses a second start while one is running', async () => {
    await open();
    await expect(open()).rejects.toThrow('already running on this data directory');
    await another().then(
      () => expect.unreachable(),
      (error: Error) => expect(error.message).toBe('it ended with 1'),
    );
  });

  it('takes over the database of a process that was killed, as it runs', async () => {
    const { child, pid } = await another();
    child.kill('SIGKILL');
    await gone(child);
    expect(exists(pid)).toBe(true);
    const server = await open();
    expect(server.adopted).toBe(true);
    expect((await readLock(server.place.cluster))?.pid).toBe(pid);
    await server.stop();
    expect(await ended(pid, 0)).toBe(true);
  });

  it('replaces the database of a killed process that runs with other settings', async () => {
    const { child, pid } = await another();
    child.kill('SIGKILL');
    await gone(child);
    await writeFile(
      join(dataDir, 'postgres', 'postgresql.conf'),
      readFileSync(join(dataDir, 'postgres', 'postgresql.conf'), 'utf8').replace('work_mem', '# work_mem'),
    );
    const server = await open();
    expect(server.adopted).toBe(false);
    expect((await readLock(server.place.cluster))?.pid).not.toBe(pid);
  });

  it.each(['SIGTERM', 'SIGINT'] as const)('stops cleanly with the program on %s', async (signal) => {
    const { child, pid } = await another();
    child.kill(signal);
    expect(await gone(child)).toBe(signal);
    expect(await ended(pid, 0)).toBe(true);
    expect(readFileSync(join(dataDir, 'postgres.log'), 'utf8')).toContain('database system is shut down');
    expect(existsSync(join(dataDir, 'postgres', 'postmaster.pid'))).toBe(false);
  });

  it('comes back after the whole database was killed under work, with everything acknowledged', async () => {
    const { child, pid } = await another();
    const urls = await runningEmbedded((await knownPlace(dataDir))!);
    const client = new Client({ connectionString: urls?.superuser ?? '' });
    client.on('error', () => undefined);
    await client.connect();
    await client.query('create table counted (n integer)');
    let acknowledged = 0;
    const writing = (async () => {
      for (;;) {
        await client.query('insert into counted values (1)');
        acknowledged += 1;
      }
    })().catch(() => undefined);
    await new Promise((resolve) => setTimeout(resolve, 300));
    process.kill(pid, 'SIGKILL');
    await writing;
    child.kill('SIGKILL');
    await gone(child);
    const found = await ask((await open()).urls.superuser, 'select count(*)::int as n from counted');
    expect(acknowledged).toBeGreaterThan(0);
    expect(found?.['n'] as number).toBeGreaterThanOrEqual(acknowledged);
  });

  it('starts the database again when it is killed under a living program, and nobody has to restart that', async () => {
    const { urls, place } = await open();
    const pool = openPool(urls.application, { max: 4 });
    const answers = async (): Promise<boolean> =>
      await pool.query('select 1').then(
        () => true,
        () => false,
      );
    const back = async (): Promise<number> => {
      const from = performance.now();
      while (!(await answers())) {
        if (performance.now() - from > 15_000) throw new Error('it did not come back');
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
      return performance.now() - from;
    };
    const heardBack = (times: number): Promise<void> =>
      expect.poll(() => said.filter((words) => words.includes('The database is back')).length, { timeout: 10_000 }).toBe(times);
    expect(await answers()).toBe(true);
    const first = (await readLock(place.cluster))?.pid ?? 0;
    process.kill(first, 'SIGKILL');
    await ended(first, 2_000);
    expect(await back()).toBeLessThan(10_000);
    expect((await readLock(place.cluster))?.pid).not.toBe(first);
    await heardBack(1);
    // One session's crash makes the server restart itself: then it is found again, not started twice.
    const second = (await readLock(place.cluster))?.pid;
    const session = (await pool.query<{ pid: number }>('select pg_backend_pid() as pid')).rows[0]?.pid ?? 0;
    process.kill(session, 'SIGKILL');
    expect(await back()).toBeLessThan(10_000);
    expect((await readLock(place.cluster))?.pid).toBe(second);
    await heardBack(2);
    await pool.end();
  });

  it.runIf(hasProc)('starts beside a zombie that still holds the lock, and leaves a live lock alone', async () => {
    const server = await open();
    await server.stop();
    const lock = join(server.place.cluster, 'postmaster.pid');
    // A shell that never waits for its child leaves it unreaped.
    const parent = spawn('sh', ['-c', 'sleep 0 & echo $!; exec sleep 30'], { stdio: ['ignore', 'pipe', 'inherit'] });
    children.push(parent);
    const zombie = await new Promise<number>((resolve) => parent.stdout.once('data', (text: Buffer) => resolve(Number(text))));
    await writeFile(lock, `${zombie}\n${server.place.cluster}\n1\n5432\n${server.place.socketDir}\n\n\nready   \n`);
    const again = await open();
    expect(said.join()).toContain('its lock was cleared');
    await again.stop();
  });

  it.runIf(hasProc)('clears the lock of a dead process whose number another program now has, unless something works inside', async () => {
    const server = await open();
    await server.stop();
    const lock = join(server.place.cluster, 'postmaster.pid');
    const inside = spawn('sleep', ['30'], { cwd: server.place.cluster, ...asUser(server.place.runAs) });
    children.push(inside);
    const text = `${inside.pid}\n${server.place.cluster}\n1\n5432\n${server.place.socketDir}\n\n\nready   \n`;
    await writeFile(lock, text);
    await expect(open()).rejects.toThrow('postmaster.pid');
    expect(readFileSync(lock, 'utf8')).toBe(text);
    inside.kill('SIGKILL');
    await gone(inside);
    expect((await open()).adopted).toBe(false);
  });

  it('puts its socket elsewhere when DATA_DIR is too long for one, and tidies it away', async () => {
    const long = join(folder, 'a-very-long-name-for-a-folder'.repeat(4));
    await mkdir(long);
    const server = await open(long);
    expect(Buffer.byteLength(server.place.socketDir)).toBeLessThan(60);
    expect(statSync(server.place.socketDir).mode & 0o777).toBe(0o700);
    expect(await ask(server.urls.application, 'select 1 as one')).toEqual({ one: 1 });
    await server.stop();
    expect(existsSync(server.place.socketDir)).toBe(false);
  });

  it('makes new passwords for every login when the file with them is removed', async () => {
    const first = await open();
    await first.stop();
    await rm(first.place.passwords);
    const second = await open();
    expect(second.urls.application).not.toBe(first.urls.application);
    expect(await ask(second.urls.auditor, 'select session_user as me')).toEqual({ me: 'goldthread_auditor' });
    await expect(ask(first.urls.application, 'select 1')).rejects.toThrow('password authentication failed');
  });

  it('is not taken for finished when its making was cut short', async () => {
    const half = join(folder, 'half');
    await mkdir(join(half, 'postgres'), { recursive: true });
    await expect(open(half)).rejects.toThrow('no finished database');
  });
});
