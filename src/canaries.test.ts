/** A marker in every free text of a small world; everyone asks for every page they may and some they may not, and searches. No marker
 *  is found anywhere, headers, errors and the log included, but where the oracle lets its row and column be read.
 *  `CANARIES=full` asks for every page; otherwise a sample drawn from a seed that is printed (CANARY_SEED; `DRAW=anew` draws another). */
import type { FastifyInstance, LightMyRequestResponse } from 'fastify';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { buildApp, rooms } from './app.ts';
import { drawSeed } from './draw-seed.ts';
import { mayStand } from './platform/access/matrix/canary-oracle.ts';
import { feedIdIn } from './platform/access/matrix/feeds.sample.ts';
import { systemIdIn } from './platform/access/matrix/standard.sample.ts';
import { readFacts } from './platform/access/matrix/data-cells.ts';
import { cellsOf, cookiesFor, expected, urlOf, type Cell } from './platform/access/matrix/http-cells.ts';
import { sightOf } from './platform/access/matrix/oracle.ts';
import { lineFor } from './platform/access/matrix/route-oracle.ts';
import { markShape } from './platform/access/matrix/planting.sample.ts';
import type { Asker } from './platform/access/matrix/people.sample.ts';
import { standingOf, type Facts } from './platform/access/matrix/standing.ts';
import { plantWorld, type World } from './platform/access/matrix/world.sample.ts';
import { freshDatabase, type TestDatabase } from './platform/db/test-database.ts';
import { peopleSample } from './rooms/people/sample.ts';

const full = process.env['CANARIES'] === 'full';
const seed = drawSeed('CANARY');
const sampleSize = Number(process.env['CANARY_PAGES'] ?? 900);

let db: TestDatabase;
let world: World;
let app: FastifyInstance;
let facts: Facts;
const log: string[] = [];
beforeAll(async () => {
  process.env['LOG_LEVEL'] = 'trace';
  db = await freshDatabase();
  world = await plantWorld(db.superuser);
  await plantSearchKeys();
  app = await buildApp(
    { db: db.db, origin: 'http://localhost', clock: () => new Date(), logTo: { write: (line: string) => void log.push(line) } },
    { demonstration: true, secretOf: () => null },
  );
  await app.ready();
  facts = await readFacts(db.superuser, world.plant.keys.keys());
}, 60_000);
afterAll(async () => {
  delete process.env['LOG_LEVEL'];
  await app?.close();
  await db?.drop();
});

/** Makes everyone findable as far as the index finds them at all; a hidden person's keys stand there too, as they would. */
async function plantSearchKeys(): Promise<void> {
  const { rows } = await db.superuser.query<{ id: string; given_name: string; family_name: string; born: string }>(
    `select id, given_name, family_name, date_of_birth::text as born from person`,
  );
  for (const { id, given_name: given, family_name: family, born } of rows) {
    const row = peopleSample.searchRow({
      names: [{ given, family }],
      dateOfBirth: born,
      postcodes: ['HA1 1AA'],
      wards: ['Greenhill'],
      identifiers: [],
    } as Parameters<typeof peopleSample.searchRow>[0]);
    await db.superuser.query(`insert into person_search (person_id, keys, heard, folded) values ($1, $2, $3, $4)`, [
      id,
      row.keys,
      row.heard,
      row.folded,
    ]);
  }
}

/** Every marker in an answer: body, headers, file. NHS numbers are read with or without their spaces. */
function marksIn({ body, headers }: Pick<LightMyRequestResponse, 'body' | 'headers'>): Set<string> {
  const text = `${JSON.stringify(headers)}\n${body}`;
  const plain = text.replaceAll(/(999) (\d{3}) (\d{4})/g, '$1$2$3');
  return new Set([...plain.matchAll(markShape)].map(([mark]) => mark.toLowerCase()).filter((mark) => world.plant.marks.has(mark)));
}

interface Escape {
  who: string;
  where: string;
  what: string;
}

function escapes(
  asker: Asker,
  method: string,
  path: string,
  about: string,
  answer: LightMyRequestResponse,
  standings: Map<Asker, ReturnType<typeof standing>>,
): Escape[] {
  const held = standings.get(asker) ?? standing(asker);
  standings.set(asker, held);
  const heard = { ...held, method, path };
  return [...marksIn(answer)].flatMap((text) => {
    const mark = world.plant.marks.get(text);
    if (!mark || mayStand(mark, heard, facts, world.plant.keys)) return [];
    return [
      {
        who: asker.name,
        where: `${method} ${path} (${answer.statusCode})${about}`,
        what: `${mark.table}.${mark.column}${ownerOf(mark.row)}`,
      },
    ];
  });
}

const ownerOf = (row: string): string => {
  for (const { name, ids } of Object.values(world.families))
    for (const [what, id] of Object.entries(ids)) if (row.includes(id)) return ` (${what} of ${name})`;
  return '';
};

function standing(asker: Asker) {
  const who = standingOf(facts, asker);
  return { who, sight: sightOf(facts, who) };
}

const told = (found: readonly Escape[]): string[] =>
  [...new Set(found.map(({ who, where, what }) => `${what} in ${where} to ${who}`))].toSorted();

function drawn(cells: readonly Cell[], many: number): Cell[] {
  let state = seed || 1;
  return cells.filter(() => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32 < many / cells.length;
  });
}

it('finds no marker out of its place on any page', { timeout: 3_600_000 }, async () => {
  const pages = rooms
    .flatMap((room) => room.routes)
    .filter(({ method }) => method === 'GET')
    .map(({ path }) => ({ method: 'GET' as const, path }));
  const askers = world.askers.filter(({ kind }) => kind === 'staff' || kind === 'public');
  const standings = new Map(askers.map((asker) => [asker, standing(asker)]));
  const cells = cellsOf(pages, askers, Object.values(world.families));
  const isOpen = (cell: Cell): boolean => {
    const held = standings.get(cell.asker);
    return held !== undefined && expected(cell, held.who, held.sight, facts) === 'allowed';
  };
  const open = cells.filter(isOpen);
  const closed = cells.filter((cell) => !open.includes(cell) && cell.family !== null);
  const chosen = [...(full ? open : drawn(open, sampleSize)), ...drawn(closed, full ? 10_000 : sampleSize / 3)];
  const cookies = await cookiesFor(db.superuser, askers);
  const fill = (path: string, name: string): string =>
    ({ outcome: 'O-11-1', domain: 'general-health', section: 'worry', at: '1', kind: 'two-schools', measure: 'screened' })[name] ??
    feedIdIn(path) ??
    systemIdIn(path) ??
    (path.startsWith('/practitioners/:id') ? world.cast.staff[path.endsWith('/absence') ? 'supporterInTeam' : 'leaver'] : undefined) ??
    (path.includes('/administration/people/') ? world.cast.staff['supporter'] : '') ??
    '';
  const found: Escape[] = [];
  let bytes = 0;
  let seen = 0;
  for (const cell of chosen) {
    const answer = await app.inject({ method: 'GET', url: urlOf(cell, fill), headers: { cookie: cookies.get(cell.asker) ?? '' } });
    bytes += answer.rawPayload.length;
    seen += marksIn(answer).size;
    found.push(...escapes(cell.asker, 'GET', cell.path, cell.family ? ` of ${cell.family.name}` : '', answer, standings));
    if (!cell.path.endsWith('/print')) continue;
    const copy = await app.inject({
      method: 'GET',
      url: `${urlOf(cell, fill)}?copy=family`,
      headers: { cookie: cookies.get(cell.asker) ?? '' },
    });
    found.push(...escapes(cell.asker, 'GET', `${cell.path}?copy=family`, '', copy, standings));
  }
  console.log(
    `canaries: ${chosen.length.toLocaleString('en-GB')} pages (${open.length.toLocaleString('en-GB')} open in all, CANARY_SEED=${seed}), ${Math.round(bytes / 1e6)} MB read, ${world.plant.marks.size.toLocaleString('en-GB')} markers planted, ${seen.toLocaleString('en-GB')} met, ${found.length} out of place`,
  );
  if (process.env['SHOW']) console.log(told(found).join('\n'));
  expect(seen).toBeGreaterThan(100);
  expect(told(found).slice(0, 40)).toEqual([]);
});

it('finds no marker out of its place in what a search returns', { timeout: 120_000 }, async () => {
  const askers = world.askers.filter(({ kind }) => kind === 'staff');
  const cookies = await cookiesFor(db.superuser, askers);
  const standings = new Map<Asker, ReturnType<typeof standing>>();
  const found: Escape[] = [];
  let seen = 0;
  for (const asker of askers) {
    const fields = new URLSearchParams({
      _csrf: 'csrf',
      _key: asker.name,
      given: 'Zed',
      family: 'Zulu',
      'born-day': '2',
      'born-month': '3',
      'born-year': '2018',
      area: 'HA1 1AA',
      reason: 'Answering a contact or referral',
      why: 'A call',
    });
    const answer = await app.inject({
      method: 'POST',
      url: '/people/find',
      headers: { cookie: cookies.get(asker) ?? '', 'content-type': 'application/x-www-form-urlencoded' },
      payload: fields.toString(),
    });
    seen += marksIn(answer).size;
    found.push(...escapes(asker, 'POST', '/people/find', '', answer, standings));
  }
  console.log(`canaries: ${askers.length} searches, ${seen} markers met, ${found.length} out of place`);
  expect(lineFor('POST', '/people/find')).toBeDefined();
  expect(seen).toBeGreaterThan(20);
  expect(told(found).slice(0, 40)).toEqual([]);
});

it('finds none in the log', () => {
  expect(log.filter((line) => marksIn({ body: line, headers: {} }).size > 0).slice(0, 3)).toEqual([]);
});
