import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectFile } from '../src/platform/db/project-file.ts';
import { freshDatabase, type TestDatabase } from '../src/platform/db/test-database.ts';
import { seedDemonstration } from '../src/rooms/desk/sample.ts';

/** Against a server any number of processes stand side by side: two web and two worker processes, as an authority would run them, over one database. */
describe('two web and two worker processes over one database', () => {
  let db: TestDatabase;
  let folder = '';
  const started: ChildProcess[] = [];
  const addresses: string[] = [];
  const printed: string[] = [];

  const twoFreePorts = async (): Promise<number> => {
    for (;;) {
      const port = await listenOn(0);
      if (port && (await listenOn(port + 1))) return port;
    }
  };
  const start = (program: string, env: Record<string, string>): void => {
    const child = spawn(process.execPath, [projectFile(`dist/src/${program}.js`)], {
      env: { ...process.env, DATABASE_URL: db.urls.application, DATA_DIR: folder, LOG_LEVEL: 'warn', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (text: Buffer) => printed.push(text.toString()));
    started.push(child);
  };

  beforeAll(async () => {
    await promisify(execFile)('npm', ['run', '--silent', 'build'], { cwd: projectFile('.') });
    db = await freshDatabase();
    await seedDemonstration({ url: db.urls.migrator, children: 60, seed: 5, now: new Date() });
    folder = await mkdtemp(join(tmpdir(), 'goldthread-side-'));
    await chmod(folder, 0o755);
    for (let number = 0; number < 2; number += 1) {
      const port = await twoFreePorts();
      addresses.push(`http://localhost:${port}`);
      start('web', { PORT: String(port), BASE_URL: addresses[number] ?? '' });
    }
    for (let number = 0; number < 2; number += 1) start('worker', {});
    await Promise.all(addresses.map(untilReady));
  });
  afterAll(async () => {
    await Promise.all(
      started.map(async (child) => {
        if (child.exitCode !== null) return;
        const gone = once(child, 'exit');
        child.kill('SIGTERM');
        await gone;
      }),
    );
    await db?.drop();
    if (folder) await rm(folder, { recursive: true, force: true });
  });

  async function untilReady(address: string): Promise<void> {
    for (const until = Date.now() + 120_000; Date.now() < until; await pause(200)) {
      if ((await fetch(`${address}/ready`).catch(() => null))?.status === 200) return;
    }
    throw new Error(`Not ready: ${printed.join('')}`);
  }

  const one = async <T>(sql: string, values: unknown[] = []): Promise<T> => (await db.superuser.query(sql, values)).rows[0] as T;

  async function signIn(role: string): Promise<{ cookie: string; hash: string; staffId: string }> {
    const { staff_id: staffId } = await one<{ staff_id: string }>(
      'select staff_id from membership where role = $1 and valid_to is null order by staff_id limit 1',
      [role],
    );
    const id = randomBytes(32).toString('base64url');
    const hash = createHash('sha256').update(id).digest('hex');
    await db.superuser.query(
      `insert into session (id_hash, staff_id, csrf, issuer, expires_at) values ($1, $2, 'csrf', 'test', now() + interval '1 hour')`,
      [hash, staffId],
    );
    return { cookie: `__Host-session=${id}`, hash, staffId };
  }
  const get = (at: number, path: string, cookie: string) => fetch(`${addresses[at]}${path}`, { headers: { cookie }, redirect: 'manual' });
  const post = (at: number, path: string, cookie: string, fields: Record<string, string>) =>
    fetch(`${addresses[at]}${path}`, {
      method: 'POST',
      redirect: 'manual',
      headers: { cookie, 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ _csrf: 'csrf', ...fields }),
    });

  it('know the same sessions, and forget one at the same moment', async () => {
    const { cookie, hash } = await signIn('CO');
    for (const at of [0, 1, 0, 1]) expect((await get(at, '/front-door', cookie)).status).toBe(200);
    const ended = await post(0, '/sign-out', cookie, { _key: 'k' });
    expect(ended.status).toBeLessThan(400);
    expect(await one<{ ended: boolean }>('select ended_at is not null as ended from session where id_hash = $1', [hash])).toEqual({
      ended: true,
    });
    for (const at of [1, 0]) expect((await get(at, '/front-door', cookie)).headers.get('location')).toMatch(/^\/sign-in/);
  });

  it('take one form once, whichever of them it reaches', async () => {
    const { cookie, staffId } = await signIn('CO');
    const { id } = await one<{ id: string }>(
      `select id from contact where state = 'SCREENING' and not exists (select 1 from contact_recognition r join person p on p.id = r.person_id where r.contact_id = contact.id and (p.shield = 'hidden' or p.restricted)) order by id limit 1`,
    );
    await Promise.all(
      Array.from({ length: 10 }, (_none, at) =>
        post(at % 2, `/front-door/contacts/${id}/notes`, cookie, { note: 'Rang the school', _key: 'one-note' }),
      ),
    );
    expect(
      await one<{ count: number }>('select count(*) from contact_note where contact_id = $1 and written_by = $2', [id, staffId]),
    ).toEqual({ count: 1 });
  });

  it('do each job once, between two workers', async () => {
    const before = await one<{ most: string }>('select coalesce(max(id), 0) as most from job');
    await db.superuser.query(
      `insert into job (kind, payload) select (select kind from job order by id limit 1), (select payload from job order by id limit 1) from generate_series(1, 40) where exists (select 1 from job)`,
    );
    await settled(
      async () =>
        (await one<{ left: number }>(`select count(*) as left from job where state in ('ready', 'running') and run_at <= now()`)).left ===
        0,
      60_000,
    );
    expect(
      (await one<{ done: number }>(`select count(*) as done from job where id > $1 and state = 'done'`, [before.most])).done,
    ).toBeGreaterThanOrEqual(40);
    const { twice } = await one<{ twice: number }>('select count(*) as twice from job where id > $1 and attempt > 1', [before.most]);
    expect(twice).toBe(0);
    expect(await one<{ dead: number }>(`select count(*) as dead from job where state = 'dead'`)).toEqual({ dead: 0 });
  });

  it('seal the audit as one chain, without a gap and without a fork', async () => {
    const { cookie } = await signIn('MASH_M');
    await Promise.all(Array.from({ length: 60 }, (_none, at) => get(at % 2, '/front-door', cookie)));
    const state = () =>
      one<{ events: number; seals: number; highest: number }>(
        'select (select count(*) from audit_event) as events, (select count(distinct event_id) from audit_seal) as seals, (select coalesce(max(position), 0) from audit_seal) as highest',
      );
    await settled(async () => {
      const now = await state();
      return now.events === now.seals;
    }, 30_000);
    const { events, highest } = await state();
    expect(Number(events)).toBeGreaterThan(60);
    const verify = promisify(execFile)(process.execPath, [projectFile('dist/src/platform/audit/bin/verify.js')], {
      env: { ...process.env, DATABASE_AUDIT_URL: db.urls.auditor, DATA_DIR: folder },
    });
    await expect(verify).resolves.toBeTruthy();
    const { positions } = await one<{ positions: number }>('select count(distinct position) as positions from audit_seal');
    expect(positions).toBe(events);
    expect(Number(highest) === Number(events) || Number(highest) === Number(events) - 1).toBe(true);
  });

  it('tell a person the same alerts, and one deals with it for both', async () => {
    const { cookie, staffId } = await signIn('TM');
    await db.superuser.query(`insert into alert (staff_id, kind, href) values ($1, 'lead-offer', '/today')`, [staffId]);
    const [first, second] = await Promise.all([0, 1].map(async (at) => (await get(at, '/alerts', cookie)).text()));
    const rows = (page: string | undefined) => (page ?? '').match(/<tr/g)?.length;
    expect(rows(first)).toBe(rows(second));
    const { id } = await one<{ id: string }>(
      `select id from alert where staff_id = $1 and kind = 'lead-offer' order by raised_at desc limit 1`,
      [staffId],
    );
    const field = /<input[^>]*name="([^"]+)"[^>]*value="[^"]*"[^>]*>/g;
    const names = [...(first ?? '').matchAll(field)].map(([, name]) => name).filter((name) => !name?.startsWith('_'));
    await post(
      0,
      '/alerts/dealt-with',
      cookie,
      Object.fromEntries([
        [names[0] ?? 'id', id],
        ['id', id],
        ['_key', 'alert'],
      ]),
    );
    await settled(
      async () => (await one<{ seen: boolean }>('select seen_at is not null as seen from alert where id = $1', [id])).seen,
      5_000,
    );
    expect((await (await get(1, '/alerts', cookie)).text()).includes(id)).toBe(false);
  });
});

const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

async function settled(is: () => Promise<boolean>, within: number): Promise<void> {
  for (const until = Date.now() + within; Date.now() < until; await pause(100)) if (await is()) return;
  throw new Error('It did not settle in time.');
}

function listenOn(port: number): Promise<number | null> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(null));
    server.listen(port, '127.0.0.1', () => {
      const taken = (server.address() as AddressInfo).port;
      server.close(() => resolve(taken));
    });
  });
}
