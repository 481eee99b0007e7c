import { mkdtempSync, rmSync } from 'node:fs';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { makeCast, type Cast } from '../access/cast.ts';
import { openPool } from '../db/pool.ts';
import { queryBuilder } from '../db/query-builder.ts';
import { asJson, form, page } from './route.ts';
import { webServer } from './server.ts';

/** A way to the database that can be taken away and put back. */
function linkTo(realSocket: string, ourSocket: string): { up(): Promise<void>; down(): Promise<void> } {
  const open = new Set<Socket>();
  let server: Server | null = null;
  const join2 = (client: Socket): void => {
    const onward = connect(realSocket);
    for (const [one, other] of [
      [client, onward],
      [onward, client],
    ] as const) {
      open.add(one);
      one.on('error', () => other.destroy()).on('close', () => other.destroy());
      one.pipe(other);
    }
  };
  return {
    up: () =>
      new Promise((resolve) => {
        server = createServer(join2).listen(ourSocket, resolve);
      }),
    down: async () => {
      const closing = server;
      server = null;
      const closed = new Promise<void>((resolve) => {
        if (closing) closing.close(() => resolve());
        else resolve();
      });
      for (const socket of open) socket.destroy();
      open.clear();
      await closed;
    },
  };
}

const never = new Promise<void>(() => undefined);
let release: () => void = () => undefined;
const released = new Promise<void>((resolve) => {
  release = resolve;
});
const routes = [
  page('/now', 'public', 'platform.test', async (ctx) => asJson(await ctx.tx.selectFrom('agency').select('name').execute())),
  form('/write', 'public', 'platform.test', z.looseObject({}), async () => ({ kind: 'see-other' as const, to: '/now' })),
  page('/slow', 'public', 'platform.test', async () => {
    await released;
    return asJson({ finished: true });
  }),
  page('/never', 'public', 'platform.test', async () => {
    await never;
    return asJson({});
  }),
];

let cast: Cast;
beforeAll(async () => {
  cast = await makeCast();
});
afterAll(() => cast.end());

describe('while the database is away', () => {
  const folder = mkdtempSync(join(tmpdir(), 'gt-'));
  let app: FastifyInstance;
  let link: ReturnType<typeof linkTo>;
  let cookie = '';
  let csrf = '';
  beforeAll(async () => {
    const real = /host=([^&]+)/.exec(cast.db.urls.application)?.[1] ?? '';
    link = linkTo(join(decodeURIComponent(real), '.s.PGSQL.5432'), join(folder, '.s.PGSQL.5432'));
    await link.up();
    const url = cast.db.urls.application.replace(real, encodeURIComponent(folder));
    app = await webServer(
      { db: queryBuilder(openPool(url, { max: 3 })), origin: 'http://localhost', clock: () => new Date() },
      [{ name: 'outage', routes }],
      async () => {},
    );
    const first = await app.inject({ method: 'GET', url: '/now' });
    cookie = String(first.headers['set-cookie']).split(';')[0] ?? '';
    const asked = await app.inject({
      method: 'POST',
      url: '/write',
      headers: { cookie, 'content-type': 'application/x-www-form-urlencoded' },
      payload: 'a=1',
    });
    csrf = /name="_csrf" value="([^"]+)"/.exec(asked.body)?.[1] ?? '';
  });
  afterAll(async () => {
    await app.close();
    await link.down();
    rmSync(folder, { recursive: true, force: true });
  });
  const write = (story: string) =>
    app.inject({
      method: 'POST',
      url: '/write',
      headers: { cookie, 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams({ _csrf: csrf, _key: 'once', story }).toString(),
    });

  test('the process says it is up and not ready; pages ask to try again; what was typed stays in the page', async () => {
    expect((await app.inject({ method: 'GET', url: '/ready' })).statusCode).toBe(200);
    await link.down();
    expect((await app.inject({ method: 'GET', url: '/health' })).statusCode).toBe(200);
    for (const answer of [
      await app.inject({ method: 'GET', url: '/ready' }),
      await app.inject({ method: 'GET', url: '/now' }),
      await write('Zoë said "no"'),
    ]) {
      expect(answer.statusCode).toBe(503);
      expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
    }
    const kept = await write('Zoë said "no"');
    expect(kept.body).toContain('name="story" value="Zoë said &quot;no&quot;"');
    expect(kept.body).toContain('name="_key" value="once"');
  });

  test('it is ready again by itself when the database is back', async () => {
    await link.up();
    expect((await app.inject({ method: 'GET', url: '/ready' })).statusCode).toBe(200);
    expect((await app.inject({ method: 'GET', url: '/now' })).statusCode).toBe(200);
    expect((await write('again')).statusCode).toBe(303);
    expect((await write('again')).statusCode).toBe(303);
    expect(await cast.behind.selectFrom('idempotency').select('route').execute()).toEqual([{ route: '/write' }]);
  });

  test('connections cut in the middle of many requests give 503 or an answer, never a fault', async () => {
    const many = Array.from({ length: 40 }, () => app.inject({ method: 'GET', url: '/now' }));
    await new Promise((resolve) => setTimeout(resolve, 3));
    await link.down();
    const codes = new Set((await Promise.all(many)).map((answer) => answer.statusCode));
    expect([...codes].filter((code) => code !== 200 && code !== 503)).toEqual([]);
    await link.up();
    expect((await app.inject({ method: 'GET', url: '/ready' })).statusCode).toBe(200);
  });
});

describe('stopping', () => {
  test('a request under way is answered, an idle connection is closed, nobody new is let in', async () => {
    const app = await webServer(
      { db: cast.app, origin: 'http://localhost', clock: () => new Date() },
      [{ name: 'outage', routes }],
      async () => {},
    );
    const address = await app.listen({ port: 0, host: '127.0.0.1' });
    expect((await fetch(`${address}/health`)).status).toBe(200);
    const slow = fetch(`${address}/slow`);
    await new Promise((resolve) => setTimeout(resolve, 100));
    const closed = app.close();
    await new Promise((resolve) => setTimeout(resolve, 50));
    await expect(fetch(`${address}/health`).then((answer) => answer.status)).rejects.toThrow();
    release();
    const answer = await slow;
    expect(answer.status).toBe(200);
    expect(await answer.json()).toEqual({ finished: true });
    await closed;
  });
});
