import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeCast, type Cast } from '../../platform/access/cast.ts';
import { visits, type Visits } from '../../platform/web/visit.ts';
import { queue, queuePageLength } from './queue.store.ts';
import { frontDoorRoom } from './room.ts';

let cast: Cast;
let visit: Visits;
beforeAll(async () => {
  cast = await makeCast();
  visit = await visits(cast, [frontDoorRoom]);
});
afterAll(async () => {
  await visit.end();
  await cast.end();
});

test('a long queue comes in pages: each contact once, the whole number told, the page light', async () => {
  const agencyId = await cast.agency();
  const officer = await cast.staff('CO', { agencyId, teamId: await cast.team(agencyId, 'front-door') });
  const many = queuePageLength + 5;
  for (let number = 1; number <= many; number += 1) {
    const words = {
      'p1-part': 'child',
      'p1-givenName': 'Amina',
      'p1-familyName': `Hassan${number}`,
      whatHappened: 'Hungry again.',
      yourPhone: '020 7946 0000',
    };
    expect((await visit.post(officer, '/drafts/save', { _draft: 'concern', ...words })).statusCode).toBe(200);
    expect((await visit.post(officer, '/concern/send', {})).statusCode).toBe(303);
  }
  const pages = await cast.as(officer, async (ctx) => [await queue(ctx, { show: 'open' }), await queue(ctx, { show: 'open', page: 2 })]);
  expect(pages.map(({ rows }) => rows.length)).toEqual([queuePageLength, 5]);
  expect(new Set(pages.flatMap(({ rows }) => rows.map((row) => row.id))).size).toBe(many);
  expect(pages[0]?.counts).toEqual({ open: many, waiting: many, mine: 0, decided: 0 });
  const second = await visit.get(officer, '/front-door?show=open&page=2');
  expect(second.statusCode).toBe(200);
  expect(second.body).toContain(`${many} contacts`);
  expect(second.body).toContain('page 2 of 2');
  expect((await visit.get(officer, '/front-door')).body.length).toBeLessThan(60_000);
});
