import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeCast, testNow, type Cast } from '../access/cast.ts';
import { clearOld } from './clear-old.ts';
import { formsPerMinute, hasRoom } from './rate-limit.ts';

let cast: Cast;
beforeAll(async () => {
  cast = await makeCast();
});
afterAll(() => cast.end());

it('has room for a family on one line, then asks to wait, and has room again the next minute', async () => {
  const tries = await Promise.all(Array.from({ length: formsPerMinute + 5 }, () => hasRoom(cast.app, '192.0.2.1', testNow)));
  expect(tries.filter(Boolean)).toHaveLength(formsPerMinute);
  expect(await hasRoom(cast.app, '192.0.2.2', testNow)).toBe(true);
  expect(await hasRoom(cast.app, '192.0.2.1', new Date(testNow.getTime() + 60_000))).toBe(true);
});

it('keeps no address, and clears its counts, old keys and dead drafts at night', async () => {
  const rows = await cast.behind.selectFrom('rate_window').selectAll().execute();
  expect(JSON.stringify(rows)).not.toContain('192.0.2');
  await cast.behind
    .insertInto('idempotency')
    .values({ key: 'a:old', route: '/x', location: '/y', taken_at: new Date(testNow.getTime() - 8 * 86_400_000) })
    .execute();
  await cast.behind
    .insertInto('draft')
    .values({ form: 'concern', visitor_key: 'v', answers: '{}', expires_at: new Date(Date.now() - 1000) })
    .execute();
  const later = new Date(testNow.getTime() + 2 * 86_400_000);
  await cast.asSystem((ctx) => clearOld.run(ctx, {}, { id: 1, attempt: 1, key: null, signal: new AbortController().signal }), later);
  for (const table of ['rate_window', 'idempotency', 'draft'] as const)
    expect(await cast.behind.selectFrom(table).selectAll().execute(), table).toEqual([]);
});
