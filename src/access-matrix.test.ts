/** Nobody sees what they may not: the product held, cell by cell, against an oracle written apart from it (platform/access/matrix).
 *  `MATRIX=full` asks every HTTP cell; otherwise a sample drawn from a seed that is printed (MATRIX_SEED; `DRAW=anew` draws another). */
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { buildApp, rooms } from './app.ts';
import { drawSeed } from './draw-seed.ts';
import { compareSight, readFacts, type Disagreement } from './platform/access/matrix/data-cells.ts';
import { feedIdIn } from './platform/access/matrix/feeds.sample.ts';
import { systemIdIn } from './platform/access/matrix/standard.sample.ts';
import { cellsOf, compareAnswers, cookiesFor, type Cell } from './platform/access/matrix/http-cells.ts';
import { plantWorld, type World } from './platform/access/matrix/world.sample.ts';
import { freshDatabase, type TestDatabase } from './platform/db/test-database.ts';
import { draftRoutes } from './platform/web/draft.routes.ts';
import type { Route } from './platform/web/route.ts';
import { fieldsOf } from './platform/web/shape-fields.ts';

const full = process.env['MATRIX'] === 'full';
const seed = drawSeed('MATRIX');
const sampleSize = Number(process.env['MATRIX_CELLS'] ?? 3_000);

let db: TestDatabase;
let world: World;
let app: FastifyInstance;
beforeAll(async () => {
  db = await freshDatabase();
  world = await plantWorld(db.superuser);
  app = await buildApp({ db: db.db, origin: 'http://localhost', clock: () => new Date() }, { demonstration: true, secretOf: () => null });
  await app.ready();
}, 60_000);
afterAll(async () => {
  await app?.close();
  await db?.drop();
});

/** Disagreements with the rows' own names, so that a reader sees which rule is wrong. */
function told(disagreements: readonly Disagreement[]): string[] {
  const names = new Map(
    Object.values(world.families).flatMap(({ name, ids }) => Object.entries(ids).map(([what, id]) => [id, `${what} of ${name}`])),
  );
  return disagreements
    .map(
      ({ asker, table, row, what }) =>
        `${table}: ${what}: ${asker} ${row
          .split('|')
          .map((part) => names.get(part) ?? part)
          .join('+')}`,
    )
    .toSorted();
}

/** Deterministic draw: xorshift over the seed, so that a failing run can be repeated. */
function drawn<T>(all: readonly T[], many: number): T[] {
  let state = seed || 1;
  const next = (): number => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
  return all.filter(() => next() < many / all.length);
}

it('shows every asker exactly the rows the domain list gives them', { timeout: 120_000 }, async () => {
  const facts = await readFacts(db.superuser, world.plant.keys.keys());
  const started = performance.now();
  const { cells, disagreements } = await compareSight(db.app, facts, world.askers, world.plant.keys);
  console.log(
    `access matrix, data: ${cells.toLocaleString('en-GB')} cells (${world.askers.length} askers, ${world.plant.keys.size} tables), ${disagreements.length} wrong, in ${Math.round(performance.now() - started)} ms`,
  );
  expect(told(disagreements).slice(0, 40)).toEqual([]);
});

const routes: readonly Route[] = [...draftRoutes, ...rooms.flatMap((room) => room.routes)];

/** Ids for addresses that name no family: a colleague, an agency, a reference row. */
function fill(path: string, name: string): string {
  const { agencies, teams, staff } = world.cast;
  if (name === 'outcome') return 'O-11-1';
  if (name === 'domain') return 'general-health';
  if (name === 'section') return 'worry';
  if (name === 'at') return '1';
  if (name === 'kind') return 'two-schools';
  if (name === 'lane') return 'urgent';
  if (name === 'measure') return 'screened';
  const feed = feedIdIn(path) ?? systemIdIn(path);
  if (feed) return feed;
  if (path.includes('/agencies/')) return agencies['health'] ?? '';
  if (path.startsWith('/practitioners/:id/')) return staff[path.endsWith('/absence') ? 'supporterInTeam' : 'leaver'] ?? '';
  if (path === '/practitioners/:id') return staff['supporter'] ?? '';
  if (path.includes('/teams/')) return teams['helpNorth'] ?? '';
  if (path.includes('/administration/people/') && name === 'id') return staff['supporter'] ?? '';
  return '00000000-0000-4000-8000-000000000000';
}

/** An address in the administration, or a draft, that names a row the world does not hold: only the role is asked of it. */
const namesNothing = ({ path }: Cell): boolean =>
  /^\/(administration\/(people\/:id\/roles\/:postId|providers\/:id|machines\/:id|settings\/:key|clocks\/:key|retention\/:recordClass|dictionary\/:name)|front-door\/(rules|mornings)\/:id|help-for-me\/sent|concern\/sent|concern\/check)/.test(
    path,
  );

it('answers every asker at every address as the domain list says', { timeout: 1_800_000 }, async () => {
  const facts = await readFacts(db.superuser, world.plant.keys.keys());
  const askers = world.askers.filter(({ kind }) => kind === 'staff' || kind === 'public');
  const all = cellsOf(
    routes.filter(({ method }) => method === 'GET' || method === 'POST'),
    askers,
    Object.values(world.families),
  );
  const chosen = full ? all : drawn(all, sampleSize);
  const shapes = new Map(routes.filter((route) => route.method === 'POST').map((route) => [route.path, fieldsOf(route.shape)]));
  const fields = (cell: Cell): (readonly [string, string])[] =>
    (shapes.get(cell.path) ?? []).map(({ name, options }) => [name, options[0] || '2026-01-01'] as const);
  const started = performance.now();
  const sending = { app, cookies: await cookiesFor(db.superuser, askers), fill, fields };
  const { asked, classes, disagreements } = await compareAnswers(sending, facts, chosen);
  const wrong = disagreements.filter(
    ({ table, what }) => !(what === 'not found, should be allowed' && namesNothing({ path: table.replace(/^\w+ /, '') } as Cell)),
  );
  console.log(
    `access matrix, HTTP: ${asked.toLocaleString('en-GB')} of ${all.length.toLocaleString('en-GB')} cells (${routes.length} addresses, MATRIX_SEED=${seed}), ${wrong.length} wrong, in ${Math.round((performance.now() - started) / 1000)} s: ${[...classes].map(([name, count]) => `${count} ${name}`).join(', ')}`,
  );
  if (process.env['SHOW']) console.log(told(wrong).join('\n'));
  expect(told(wrong).slice(0, 40)).toEqual([]);
});
