import { createHash, randomBytes } from 'node:crypto';
import type { FastifyInstance, LightMyRequestResponse } from 'fastify';
import type { Pool } from 'pg';
import type { Disagreement } from './data-cells.ts';
import type { Family } from './family.sample.ts';
import { sightOf, type Sight } from './oracle.ts';
import type { Asker } from './people.sample.ts';
import { lineFor, type RouteLine } from './route-oracle.ts';
import { standingOf, type Facts, type Standing } from './standing.ts';

/** What an answer means, whatever it says. */
export type AnswerClass = 'allowed' | 'not found' | 'not allowed' | 'sign in first' | 'fault';

/** One address and who is to ask for it. */
export interface Cell {
  asker: Asker;
  method: 'GET' | 'POST';
  path: string;
  line: RouteLine;
  family: Family | null;
}

export interface Address {
  method: 'GET' | 'POST';
  path: string;
}

/** What an answer means. */
export function classOf({ statusCode, headers }: LightMyRequestResponse): AnswerClass {
  if (statusCode >= 500) return 'fault';
  if (statusCode === 404) return 'not found';
  if (statusCode === 403) return 'not allowed';
  if (statusCode === 401 || ((statusCode === 302 || statusCode === 303) && String(headers.location).startsWith('/sign-in')))
    return 'sign in first';
  return 'allowed';
}

/** Signs every member of staff in; the cookie of each by their id. A public visitor carries a key of their own. */
export async function cookiesFor(pool: Pool, askers: readonly Asker[]): Promise<Map<Asker, string>> {
  const cookies = new Map<Asker, string>();
  for (const asker of askers) {
    const id = randomBytes(32).toString('base64url');
    if (asker.kind === 'staff') {
      await pool.query(
        `insert into session (id_hash, staff_id, csrf, issuer, expires_at) values ($1, $2, 'csrf', 'test', now() + interval '8 hours')`,
        [createHash('sha256').update(id).digest('hex'), asker.staffId],
      );
    }
    cookies.set(asker, asker.kind === 'staff' ? `__Host-session=${id}` : `__Host-visitor=${'v'.repeat(43)}`);
  }
  return cookies;
}

/** Every cell there is: address x asker x family (once where the address names nobody). */
export function cellsOf(addresses: readonly Address[], askers: readonly Asker[], families: readonly Family[]): Cell[] {
  return addresses.flatMap(({ method, path }) => {
    const line = lineFor(method, path);
    if (!line) throw new Error(`The oracle has no line for ${method} ${path}: write one in route-oracle.ts from domain list 2.2 and 2.3`);
    const about: readonly (Family | null)[] = line.sees ? families : [null];
    return about.flatMap((family) => askers.map((asker) => ({ asker, method, path, line, family })));
  });
}

const nowhere = '00000000-0000-4000-8000-000000000000';

/** The address with its parameters filled in from the family; `fill` answers for addresses that name no family. */
export function urlOf(cell: Pick<Cell, 'path' | 'line' | 'family'>, fill: (path: string, name: string) => string, lost = false): string {
  return cell.path.replaceAll(/:(\w+)/g, (_all, name: string) => {
    const row = cell.line.names?.[name];
    if (row === undefined) return fill(cell.path, name);
    return lost ? nowhere : (cell.family?.ids[row] ?? nowhere);
  });
}

/** What the oracle expects of a GET. */
export function expected(cell: Cell, who: Standing, sight: Sight, facts: Facts): AnswerClass {
  const { line, family } = cell;
  if (line.for === 'public') return 'allowed';
  if (who.asker.kind !== 'staff' || isGone(who, facts)) return 'sign in first';
  if (line.for !== 'signed-in' && !line.for.some((role) => who.roles.has(role) || (role === 'any role' && who.works))) return 'not allowed';
  if (!line.sees || !family) return 'allowed';
  const named = Object.entries(line.names ?? {}).every(([name, row]) => !cell.path.includes(`:${name}`) || family.ids[row] !== undefined);
  // A form about a part the family has not got (no offer stands) by someone who sees the family is the room's own business.
  return (named || cell.method === 'POST') && line.sees(family, sight, who, facts) ? 'allowed' : 'not found';
}

/** Someone who has left cannot be signed in at all. */
const isGone = (who: Standing, facts: Facts): boolean =>
  facts.rows('staff').some((row) => row['id'] === who.asker.staffId && row['left_on'] !== null && String(row['left_on']) < facts.today);

export interface Sending {
  app: FastifyInstance;
  cookies: ReadonlyMap<Asker, string>;
  fill: (path: string, name: string) => string;
  fields: (cell: Cell) => readonly (readonly [string, string])[];
}

async function ask({ app, cookies, fill, fields }: Sending, cell: Cell, lost = false): Promise<LightMyRequestResponse> {
  const headers = { cookie: cookies.get(cell.asker) ?? '' };
  const url = urlOf(cell, fill, lost);
  if (cell.method === 'GET') return app.inject({ method: 'GET', url, headers });
  const body = new URLSearchParams(
    [...fields(cell), ['_csrf', 'csrf'], ['_key', randomBytes(6).toString('hex')]].map(([name, value]) => [name ?? '', value ?? '']),
  );
  return app.inject({
    method: 'POST',
    url,
    headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' },
    payload: body.toString(),
  });
}

const where = (cell: Cell): string => `${cell.method} ${cell.path}${cell.family ? ` of ${cell.family.name}` : ''}`;

/** Asks every cell and compares. A form is sent only by those the oracle turns away: without the role the answer is "not allowed",
 *  without sight of the record it is the answer for a record that never was. */
export async function compareAnswers(
  sending: Sending,
  facts: Facts,
  cells: readonly Cell[],
): Promise<{ asked: number; classes: Map<string, number>; disagreements: Disagreement[] }> {
  const standings = new Map<Asker, { who: Standing; sight: Sight }>();
  const standing = (asker: Asker) => {
    const held =
      standings.get(asker) ??
      (() => {
        const who = standingOf(facts, asker);
        return { who, sight: sightOf(facts, who) };
      })();
    standings.set(asker, held);
    return held;
  };
  const disagreements: Disagreement[] = [];
  const classes = new Map<string, number>();
  let asked = 0;
  for (const cell of cells) {
    const { who, sight } = standing(cell.asker);
    const should = expected(cell, who, sight, facts);
    if (cell.method === 'POST' && should === 'allowed') continue;
    asked += 1;
    const does = classOf(await ask(sending, cell));
    classes.set(should, (classes.get(should) ?? 0) + 1);
    const same =
      cell.method === 'POST' && should === 'not found'
        ? does === 'not found' || (does !== 'fault' && does === classOf(await ask(sending, cell, true)))
        : does === should;
    if (!same) disagreements.push({ asker: cell.asker.name, table: where(cell), row: '', what: `${does}, should be ${should}` });
  }
  return { asked, classes, disagreements };
}
