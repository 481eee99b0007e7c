/** A marked name, story, cookie and address go through every door there is, well and badly: none of them is ever found in the log. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sql } from 'kysely';
import { z } from 'zod';
import { boroughOnTrial, everyRoute, mayOpen, type BoroughOnTrial } from './borough-on-trial.ts';
import { makeCast, type Cast } from './platform/access/cast.ts';
import { form, page, show } from './platform/web/route.ts';
import { webServer } from './platform/web/server.ts';
import { fieldsOf } from './platform/web/shape-fields.ts';

const canary = 'Kanarienvogel-7f3a';
const log: string[] = [];
const logTo = { write: (line: string) => void log.push(line) };
const bodyType = { 'content-type': 'application/x-www-form-urlencoded' };

/** Lines of the log in which the canary sings. */
const sung = (): string[] =>
  log.filter((line) => line.toLowerCase().includes('kanarien') || line.includes(Buffer.from(canary).toString('base64').slice(0, 16)));

beforeAll(() => {
  process.env['LOG_LEVEL'] = 'trace';
});
afterAll(() => {
  delete process.env['LOG_LEVEL'];
});

describe('through every address', () => {
  let borough: BoroughOnTrial;
  beforeAll(async () => {
    borough = await boroughOnTrial({ children: 40, logTo });
  }, 120_000);
  afterAll(() => borough?.end());

  test('asked for and posted by those who may, those who may not, and the public', { timeout: 60_000 }, async () => {
    for (const route of everyRoute) {
      const url = `${route.path.replaceAll(/:\w+/g, canary)}?q=${canary}&${canary}=1`;
      for (const person of [undefined, borough.people[0], ...mayOpen(borough.people, route).slice(0, 2)]) {
        const headers = {
          cookie: `${person?.cookie ?? `__Host-visitor=${canary}`}; other=${canary}; __Host-flash=${canary}`,
          'user-agent': canary,
          referer: `http://localhost/${canary}`,
        };
        const csrf = person ? 'csrf' : canary;
        const fields = new URLSearchParams([
          ...(route.method === 'POST' ? fieldsOf(route.shape).map(({ name, options }) => [name, options[0] || canary]) : []),
          ['_csrf', csrf],
          [canary, canary],
        ]);
        const real = route.path.replaceAll(/:\w+/g, borough.ids.get('person')?.[0] ?? '');
        for (const address of [url, real]) {
          if (route.method === 'GET') await borough.app.inject({ method: 'GET', url: address, headers });
          else await borough.app.inject({ method: 'POST', url: address, headers: { ...headers, ...bodyType }, payload: fields.toString() });
        }
      }
    }
    await borough.app.inject({
      method: 'POST',
      url: '/drafts/save',
      headers: { 'content-type': 'application/json' },
      payload: `{"${canary}": `,
    });
    await borough.app.inject({
      method: 'POST',
      url: '/drafts/save',
      headers: { 'content-type': 'multipart/form-data; boundary=x' },
      payload: `--x\r\ncontent-disposition: form-data; name="${canary}"\r\n\r\n${canary}`,
    });
    expect(sung()).toEqual([]);
  });
});

describe('through faults', () => {
  let cast: Cast;
  beforeAll(async () => {
    cast = await makeCast();
  });
  afterAll(() => cast.end());

  const faults = [
    page('/throws', 'public', 'platform.throw', async () => {
      throw Object.assign(new TypeError(`cannot read ${canary}`), { cause: new Error(canary), child: canary });
    }),
    page('/throws-text/:name', 'public', 'platform.throw', async () => {
      throw canary as unknown as Error;
    }),
    page('/cast', 'public', 'platform.throw', async (ctx) => {
      await sql`select ${canary}::text::uuid`.execute(ctx.tx);
      return show(<></>);
    }),
    page('/raise', 'public', 'platform.throw', async (ctx) => {
      await sql.raw(`do $$ begin raise exception '${canary}' using detail = '${canary}', hint = '${canary}'; end $$`).execute(ctx.tx);
      return show(<></>);
    }),
    page('/renders', 'public', 'platform.throw', async () => {
      const Broken = () => {
        throw new RangeError(canary);
      };
      return show(<Broken />);
    }),
    form(
      '/takes',
      'public',
      'platform.throw',
      z.looseObject({}),
      async () => {
        throw new Error(canary);
      },
      async () => {
        throw new Error(canary);
      },
    ),
  ];

  test('an error that quotes what someone wrote is logged by its name and place alone', async () => {
    const app = await webServer(
      { db: cast.app, origin: 'http://localhost', clock: () => new Date(), logTo },
      [{ name: 'faulty', routes: faults }],
      async () => {},
    );
    const before = log.length;
    const addresses = ['/throws', `/throws-text/${canary}`, '/cast', '/raise', '/renders'];
    const answers = await Promise.all(addresses.map((url) => app.inject({ method: 'GET', url })));
    expect(answers.map((answer) => answer.statusCode)).toEqual(addresses.map(() => 500));
    expect(answers.filter((answer) => answer.body.includes('Kanarien'))).toEqual([]);
    const visitor = await app.inject({ method: 'GET', url: '/throws' });
    await app.inject({
      method: 'POST',
      url: '/takes',
      headers: { ...bodyType, cookie: String(visitor.headers['set-cookie']).split(';')[0] ?? '' },
      payload: `story=${canary}`,
    });
    await app.close();
    expect(log.slice(before).some((line) => line.includes('"fault":"TypeError'))).toBe(true);
    expect(log.slice(before).some((line) => line.includes('22P02'))).toBe(true);
    expect(sung()).toEqual([]);
  });
});
