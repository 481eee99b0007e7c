import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rooms } from '../../../app.ts';
import { makeCast, testNow, type Cast } from '../../../platform/access/cast.ts';
import type { StaffActor } from '../../../platform/access/ctx.ts';
import { permissionsOf } from '../../../platform/access/roles.ts';
import { visits, type Visits } from '../../../platform/web/visit.ts';
import { personas } from './personas.ts';
import { seedDemonstration } from './seed-demonstration.ts';
import { staffId } from './staff.ts';

let cast: Cast;
let web: Visits;
beforeAll(async () => {
  cast = await makeCast();
  await seedDemonstration({ url: cast.db.urls.migrator, children: 2000, seed: 2026, now: testNow });
  web = await visits(cast, rooms);
});
afterAll(async () => {
  await web.end();
  await cast.end();
});

const signedIn = personas.filter((it) => it.day !== null);
const actor = ({ key, name, jobTitle, role }: (typeof personas)[number]): StaffActor => ({
  kind: 'staff',
  staffId: staffId(key),
  name,
  jobTitle,
  memberships: [],
  permissions: permissionsOf([role]),
  csrf: 'csrf',
  previousVisitAt: null,
});

/** Links of a page to other pages of ours. */
const linksIn = (html: string): string[] =>
  [...html.matchAll(/<a\b[^>]*\bhref="(\/[^"#]*)"/g)]
    .map((match) => (match[1] ?? '').replaceAll('&amp;', '&'))
    .filter((href) => !href.startsWith('/assets') && !href.startsWith('/sign-'));

/** What a persona reaches from Today by following links, at most `most` pages of each kind of address: what opened, and what did not. */
async function walk(who: StaffActor, most: number): Promise<{ opened: string[]; faults: string[]; shut: string[] }> {
  const [opened, faults, shut, waiting] = [[] as string[], [] as string[], [] as string[], ['/today']];
  let onToday = new Set(waiting);
  const kinds = new Map<string, number>();
  const seen = new Set(waiting);
  for (let path = waiting.shift(); path !== undefined && opened.length < 60; path = waiting.shift()) {
    const answer = await web.get(who, path);
    if (answer.statusCode >= 500) faults.push(`${answer.statusCode} ${path}`);
    else if (answer.statusCode < 400) opened.push(path);
    else if (onToday.has(path)) shut.push(`${answer.statusCode} ${path}`);
    for (const link of answer.statusCode === 200 ? linksIn(answer.body) : []) {
      const kind = (link.split('?')[0] ?? '').replace(/[0-9a-f-]{36}/g, ':id');
      const many = kinds.get(kind) ?? 0;
      if (seen.has(link) || many >= most) continue;
      kinds.set(kind, many + 1);
      seen.add(link);
      waiting.push(link);
    }
    if (path === '/today') onToday = new Set(waiting);
  }
  return { opened, faults, shut };
}

describe('every persona has a believable day', () => {
  it.each(signedIn.map((it) => [it.key, it] as const))(
    '%s opens Today and every page it links to, and meets no fault beyond',
    async (_, persona) => {
      const { opened, faults, shut } = await walk(actor(persona), 3);
      expect(faults).toEqual([]);
      expect(shut).toEqual([]);
      expect(opened.length).toBeGreaterThan(3);
    },
  );
});
