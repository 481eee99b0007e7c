/** A hidden child cannot be told from no child at all. Two boroughs, alike to the last row but that in one of them the hidden children,
 *  their contacts and their families' help were never recorded: whoever asks, without leave, gets the same status and the same bytes. */
import type { FastifyInstance, LightMyRequestResponse } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildApp, rooms } from './app.ts';
import { readFacts } from './platform/access/matrix/data-cells.ts';
import { cookiesFor, urlOf } from './platform/access/matrix/http-cells.ts';
import type { Asker } from './platform/access/matrix/people.sample.ts';
import { lineFor } from './platform/access/matrix/route-oracle.ts';
import { copyWorld, neverRecorded } from './platform/access/matrix/twin.ts';
import { plantWorld, type World } from './platform/access/matrix/world.sample.ts';
import { freshDatabase, type TestDatabase } from './platform/db/test-database.ts';
import { peopleSample } from './rooms/people/sample.ts';

/** People with every kind of tie to a hidden child and no leave: their worker, lead, team, school, health visitor, and those who search. */
const curious = [
  'officer',
  'manager',
  'coordinator',
  'lead',
  'backup',
  'supporterInTeam',
  'tafAccepted',
  'worker',
  'workerInTeam',
  'visitor',
  'policeOfficer',
  'safeguardingLeadB',
  'handedTo',
  'director',
  'plain SW',
  'plain LP',
];

let world: World;
let withChild: TestDatabase;
let without: TestDatabase;
let apps: readonly [FastifyInstance, FastifyInstance];
let cookies: ReadonlyMap<Asker, string>;
let askers: Asker[];
const moment = new Date();

beforeAll(async () => {
  withChild = await freshDatabase();
  without = await freshDatabase();
  world = await plantWorld(withChild.superuser);
  askers = world.askers.filter(({ name }) => curious.includes(name));
  await describeAsHidden();
  await plantSearchKeys();
  cookies = await cookiesFor(withChild.superuser, askers);
  const tables = world.plant.keys.keys();
  await copyWorld(without.superuser, await readFacts(withChild.superuser, [...tables]), world.plant.keys.keys());
  await neverRecorded(without.superuser);
  const build = (db: TestDatabase) =>
    buildApp({ db: db.db, origin: 'http://localhost', clock: () => moment }, { demonstration: true, secretOf: () => null });
  apps = [await build(withChild), await build(without)];
}, 120_000);
afterAll(async () => {
  await Promise.all((apps ?? []).map((app) => app.close()));
  await Promise.all([withChild, without].map((db) => db?.drop()));
});

/** The child named in the contact of another family is described exactly as the hidden child is. */
async function describeAsHidden(): Promise<void> {
  await withChild.superuser.query(
    `update contact_person n set given_name = p.given_name, family_name = p.family_name, date_of_birth = p.date_of_birth, line1 = a.line1, postcode = a.postcode, nhs_number = i.value
    from person p join person_address a on a.person_id = p.id join identifier i on i.person_id = p.id where p.id = $1 and n.id = $2`,
    [hiddenChild(), world.families['nobodys']?.ids['named']],
  );
  await withChild.superuser.query('delete from contact_recognition where contact_person_id = $1', [
    world.families['nobodys']?.ids['named'],
  ]);
  const named = world.families['nobodys']?.ids['named'];
  const handovers =
    'select id from protection_handover where decision_id in (select id from contact_decision where contact_person_id = $1)';
  await withChild.superuser.query(`delete from protection_call where handover_id in (${handovers})`, [named]);
  await withChild.superuser.query(`delete from protection_handover where id in (${handovers})`, [named]);
  await withChild.superuser.query('delete from contact_decision where contact_person_id = $1', [named]);
}

async function plantSearchKeys(): Promise<void> {
  const { rows } = await withChild.superuser.query<{ id: string; given: string; family: string; born: string; number: string }>(
    `select p.id, given_name as given, family_name as family, date_of_birth::text as born, (select value from identifier i where i.person_id = p.id limit 1) as number from person p`,
  );
  for (const { id, given, family, born, number } of rows) {
    const row = peopleSample.searchRow({
      names: [{ given, family }],
      dateOfBirth: born,
      postcodes: ['HA1 1AA'],
      wards: ['Greenhill'],
      identifiers: [number],
    } as Parameters<typeof peopleSample.searchRow>[0]);
    await withChild.superuser.query(`insert into person_search (person_id, keys, heard, folded) values ($1, $2, $3, $4)`, [
      id,
      row.keys,
      row.heard,
      row.folded,
    ]);
  }
}

const hiddenChild = (): string => world.families['hidden']?.ids['child'] ?? '';
const form = { 'content-type': 'application/x-www-form-urlencoded' };

/** What stays when ids, nonces, tokens and the moment are taken out: the rest must be the same to the byte. The outcomes pages count every
 *  goal of the borough, a hidden child's too (a director's number is true, and small ones are suppressed); there figures are taken out. */
function shown({ statusCode, headers, body: text }: LightMyRequestResponse, url: string): string {
  const body = url.startsWith('/outcomes') ? text.replaceAll(/\d+|style="[^"]*"/g, 'N') : text;
  const named = Object.entries(headers).filter(([name]) => name !== 'date' && !(name === 'content-length' && url.startsWith('/outcomes')));
  return `${statusCode}\n${JSON.stringify(named)}\n${body}`
    .replaceAll(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, 'ID')
    .replaceAll(/(since="?)\d{16}/g, '$1MOMENT')
    .replaceAll(/nonce(-|=")[A-Za-z0-9+/=]+/g, 'NONCE')
    .replaceAll(/name="_key" value="[^"]*"/g, 'KEY');
}

async function bothSay(
  asker: Asker,
  method: 'GET' | 'POST',
  url: string,
  fields: Record<string, string> = {},
): Promise<readonly [string, string]> {
  const payload = new URLSearchParams({ _csrf: 'csrf', ...fields }).toString();
  const ask = async (app: FastifyInstance): Promise<string> => {
    const headers = { cookie: cookies.get(asker) ?? '' };
    return shown(
      method === 'GET'
        ? await app.inject({ method, url, headers })
        : await app.inject({ method, url, headers: { ...headers, ...form }, payload }),
      url,
    );
  };
  return [await ask(apps[0]), await ask(apps[1])];
}

/** The first place where two answers part, with a little around it. */
function difference([one, other]: readonly [string, string]): string | null {
  if (one === other) return null;
  let at = 0;
  while (one[at] === other[at]) at += 1;
  return `...${one.slice(Math.max(0, at - 60), at + 90)} | ${other.slice(Math.max(0, at - 20), at + 90)}`.replaceAll(/\s+/g, ' ');
}

/** Told by name: who asked for what. */
async function differencesOver(
  requests: readonly { asker: Asker; method: 'GET' | 'POST'; url: string; fields?: Record<string, string> }[],
): Promise<string[]> {
  const found: string[] = [];
  for (const { asker, method, url, fields } of requests) {
    const what = difference(await bothSay(asker, method, url, fields));
    if (what) found.push(`${asker.name} ${method} ${url}: ${what}`);
  }
  return found;
}

const pages = rooms
  .flatMap((room) => room.routes)
  .filter((route) => route.method === 'GET')
  .map((route) => ({ path: route.path, line: lineFor('GET', route.path) }));
const noFill = (_path: string, name: string): string =>
  ({ outcome: 'O-11-1', domain: 'general-health', section: 'worry', at: '1' })[name] ?? '00000000-0000-4000-8000-000000000000';

describe('a hidden child', () => {
  it('is not told from nobody at any address of theirs', { timeout: 300_000 }, async () => {
    const about = ['hidden', 'hiddenAndClosed'].map((name) => world.families[name]).filter((family) => family !== undefined);
    const addresses = pages.flatMap(({ path, line }) => (line?.sees ? about.map((family) => urlOf({ path, line, family }, noFill)) : []));
    const requests = askers.flatMap((asker) => addresses.map((url) => ({ asker, method: 'GET' as const, url })));
    const mine = requests.filter((_request, at) => process.env['SHIELD'] === 'full' || at % 3 === 0);
    console.log(`shield: ${mine.length} pairs of pages about a hidden child`);
    expect(await differencesOver(mine)).toEqual([]);
  });

  it('adds nothing to any list, queue, count or drill-down', { timeout: 120_000 }, async () => {
    const lists = pages
      .filter(({ path, line }) => !line?.sees && !/^\/(administration|audit|sign|sessions|concern)/.test(path))
      .map(({ path }) => path.replaceAll(/:(\w+)/g, (_all, name: string) => noFill(path, name)));
    const requests = askers.flatMap((asker) => lists.map((url) => ({ asker, method: 'GET' as const, url })));
    console.log(`shield: ${requests.length} pairs of lists (${lists.join(' ')})`);
    expect(await differencesOver(requests)).toEqual([]);
  });

  it('is not found by name, date of birth, address or number, and is no candidate', { timeout: 120_000 }, async () => {
    const {
      rows: [child],
    } = await withChild.superuser.query<{ given: string; family: string; number: string }>(
      `select given_name as given, family_name as family, (select value from identifier i where i.person_id = p.id limit 1) as number from person p where id = $1`,
      [hiddenChild()],
    );
    const reason = { reason: 'Answering a contact or referral', why: 'A call' };
    const searches = [
      { given: child?.given ?? '', family: child?.family ?? '', 'born-day': '2', 'born-month': '3', 'born-year': '2018', ...reason },
      { given: child?.given ?? '', family: child?.family ?? '', area: 'HA1 1AA', ...reason },
      { number: child?.number ?? '', ...reason },
      { q: `${child?.family} ${child?.given} 2018`, ...reason },
      { q: `${child?.given} near HA1`, ...reason },
      { q: '1 High Street HA1 1AA', ...reason },
      { q: '07700 900000', ...reason },
      { q: `mother ${child?.given} ${child?.family} 2018`, ...reason },
      { q: `Baby ${child?.family}`, ...reason },
    ];
    const named = world.families['nobodys']?.ids ?? {};
    const recognise = `/front-door/contacts/${named['contact']}/people/${named['named']}`;
    const requests = askers.flatMap((asker) => [
      ...searches.map((fields) => ({ asker, method: 'POST' as const, url: '/people/find', fields })),
      { asker, method: 'GET' as const, url: recognise },
      ...['same person', 'not the same person', 'not sure'].map((decision) => ({
        asker,
        method: 'POST' as const,
        url: `${recognise}/match`,
        fields: { personId: hiddenChild(), decision, why: 'Looks alike' },
      })),
    ]);
    expect(await differencesOver(requests)).toEqual([]);
  });

  it('is opened by no reason and no emergency, and refused as nobody is', { timeout: 120_000 }, async () => {
    const reason = { reason: 'Working with this child or family', why: 'A call', because: 'A call', what: 'A call', confirm: 'yes' };
    const requests = askers.flatMap((asker) => [
      { asker, method: 'POST' as const, url: `/people/${hiddenChild()}/look`, fields: reason },
      { asker, method: 'POST' as const, url: `/people/${hiddenChild()}/emergency`, fields: reason },
      { asker, method: 'POST' as const, url: `/people/${hiddenChild()}/conflict`, fields: { nature: 'neighbour', ...reason } },
      { asker, method: 'POST' as const, url: `/chronology/${hiddenChild()}`, fields: { description: 'A call', ...reason } },
    ]);
    expect(await differencesOver(requests)).toEqual([]);
  });
});
