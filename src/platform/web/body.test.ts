import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { makeCast, type Cast } from '../access/cast.ts';
import { asJson, form, page } from './route.ts';
import { visits, type Visits } from './visit.ts';

const echo = form('/echo', 'public', 'platform.echo', z.record(z.string(), z.unknown()), async (_ctx, typed, asked) =>
  asJson({ typed, files: asked.files.map((file) => file.name) }),
);
const byId = page('/things/:id', 'public', 'platform.echo', async (ctx, asked) => {
  const found = await ctx.tx.selectFrom('agency').select('id').where('id', '=', asked.params['id']!).executeTakeFirst();
  return asJson({ found: found !== undefined, asked: asked.query });
});

describe('what a browser sends is made fit to keep before anyone reads it', () => {
  let cast: Cast;
  let visit: Visits;
  beforeAll(async () => {
    cast = await makeCast();
    visit = await visits(cast, [{ name: 'echo', routes: [echo, byId] }]);
  });
  afterAll(async () => {
    await visit.end();
    await cast.end();
  });

  test('a NUL goes, half a character is marked as lost, and everything else stays as typed', async () => {
    const answer = await visit.post(null, '/echo', {
      story: 'be\u0000fore',
      half: 'x\ud800y',
      whole: '🧒🏽 Zoë\r\n<b>',
      'na\u0000me': ['1', '2'],
    });
    expect(answer.json().typed).toMatchObject({ story: 'before', half: 'x\ufffdy', whole: '🧒🏽 Zoë\r\n<b>', name: ['1', '2'] });
  });

  test("a form cut off on its way is the browser's error, not ours", async () => {
    const answer = await visit.app.inject({
      method: 'POST',
      url: '/echo',
      headers: { 'content-type': 'multipart/form-data; boundary=line' },
      payload: '--line\r\ncontent-disposition: form-data; name="a"\r\n\r\nhal',
    });
    expect(answer.statusCode).toBe(400);
  });

  test('an address with something else where an opaque id belongs leads nowhere', async () => {
    expect((await visit.get(null, '/things/5')).statusCode).toBe(404);
    expect((await visit.get(null, '/things/%00')).statusCode).toBe(404);
    const known = await visit.get(null, '/things/6f2b0000-0000-4000-8000-000000000001?q=a%00b');
    expect(known.json()).toEqual({ found: false, asked: { q: 'ab' } });
  });
});
