import { randomBytes } from 'node:crypto';
import type { FastifyInstance, LightMyRequestResponse } from 'fastify';
import type { Cast } from '../access/cast.ts';
import { testNow } from '../access/cast.ts';
import type { StaffActor } from '../access/ctx.ts';
import type { Replica } from '../db/replica/replica.ts';
import type { Room } from '../register/room.ts';
import { sessionCookie } from './cookies.ts';
import { sha256 } from './csrf.ts';
import { webServer } from './server.ts';

/** For tests: the real server over a test database, visited without a network. */
export interface Visits {
  app: FastifyInstance;
  get(who: StaffActor | null, path: string): Promise<LightMyRequestResponse>;
  /** Posts fields with the session's token and, unless given, a fresh idempotency key. */
  post(
    who: StaffActor | null,
    path: string,
    fields: Record<string, string | string[]>,
    headers?: Record<string, string>,
  ): Promise<LightMyRequestResponse>;
  end(): Promise<void>;
}

/** Starts the server with the given rooms; `clock` is the time every visit takes place. Call `end()` when done. */
export async function visits(
  cast: Cast,
  rooms: readonly Room[],
  clock: () => Date = () => testNow,
  replica: Replica | null = null,
): Promise<Visits> {
  const app = await webServer({ db: cast.app, replica, origin: 'http://localhost', clock }, rooms, async () => {});
  const cookies = new Map<string, string>();
  const visitor = randomBytes(32).toString('base64url');
  const cookieOf = async (who: StaffActor | null): Promise<string> => {
    if (!who) return `__Host-visitor=${visitor}`;
    const known = cookies.get(who.staffId) ?? (await signIn(cast, who, clock()));
    cookies.set(who.staffId, known);
    return `${sessionCookie}=${known}`;
  };
  return {
    app,
    get: async (who, path) => app.inject({ method: 'GET', url: path, headers: { cookie: await cookieOf(who) } }),
    post: async (who, path, fields, headers = {}) => {
      const csrf = who ? 'csrf' : sha256(`csrf:${visitor}`);
      const body = new URLSearchParams();
      for (const [name, value] of Object.entries({ _csrf: csrf, _key: randomBytes(8).toString('hex'), ...fields }))
        for (const one of [value].flat()) body.append(name, one);
      return app.inject({
        method: 'POST',
        url: path,
        payload: body.toString(),
        headers: { ...headers, cookie: await cookieOf(who), 'content-type': 'application/x-www-form-urlencoded' },
      });
    },
    end: () => app.close(),
  };
}

async function signIn(cast: Cast, who: StaffActor, now: Date): Promise<string> {
  const id = randomBytes(32).toString('base64url');
  await cast.behind
    .insertInto('session')
    .values({
      id_hash: sha256(id),
      staff_id: who.staffId,
      csrf: 'csrf',
      issuer: 'test',
      started_at: now,
      last_used_at: now,
      expires_at: new Date(now.getTime() + 3_600_000),
    })
    .execute();
  return id;
}
