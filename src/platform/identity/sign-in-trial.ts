import { createServer } from 'node:net';
import { sql } from 'kysely';
import { startFakeProvider, type FakeMachine, type FakeProvider } from '../../../fakes/oidc/index.ts';
import { makeCast, type Cast } from '../access/cast.ts';
import { openPool } from '../db/pool.ts';
import { queryBuilder } from '../db/query-builder.ts';
import type { Room } from '../register/room.ts';
import { asJson, page } from '../web/route.ts';
import { webServer } from '../web/server.ts';
import { demonstrationClient, personaChoices, settleDemonstration } from './demonstration.ts';
import { registerApi } from './machine/register-api.ts';
import { registerSignIn } from './sign-in.ts';

/** For tests: the real server and the local provider on loopback, over a database of their own, with a clock that can be moved. */
export interface SignInTrial {
  cast: Cast;
  origin: string;
  provider: FakeProvider;
  /** Moves the application's clock on, in minutes. */
  wait(minutes: number): void;
  /** Tells the provider who works here now, and lets it speak for every agency. */
  settle(): Promise<void>;
  /** Another web process: its own server and its own connections, the same database. */
  another(): Promise<string>;
  end(): Promise<void>;
}

/** One route of its own that says who is signed in. */
const probe: Room = {
  name: 'probe',
  routes: [
    page('/who', 'signed-in', 'test.who.view', async (ctx) => {
      const { rows } = await sql<{ roles: string[]; agencies: string[] }>`
        select access.my_roles() as roles, access.my_agencies()::text[] as agencies`.execute(ctx.tx);
      const { staffId, previousVisitAt, memberships } = ctx.who;
      return asJson({ staffId, previousVisitAt, roles: memberships.map((one) => one.role), inTheDatabase: rows[0] });
    }),
  ],
};

/** A port nobody listens on at this moment. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => {
    server.listen(0, '127.0.0.1', done);
  });
  const address = server.address();
  await new Promise((done) => {
    server.close(done);
  });
  return typeof address === 'object' && address ? address.port : 0;
}

/** For tests: the real server, a provider and a browser on this computer, with a clock that can be moved. Call `end()` when done. */
export async function signInTrial(machines: readonly FakeMachine[] = [], rooms: readonly Room[] = [probe]): Promise<SignInTrial> {
  const cast = await makeCast();
  let moved = 0;
  const clock = (): Date => new Date(Date.now() + moved);
  const ends: (() => Promise<unknown>)[] = [() => cast.end()];
  const serveAt = async (port: number): Promise<string> => {
    const pool = openPool(cast.db.urls.application, { max: 4 });
    const db = queryBuilder(pool);
    const app = await webServer({ db, origin: `http://localhost:${port}`, clock }, rooms, async (server, serving) => {
      await registerSignIn(server, serving, { demonstration: true, secretOf: () => null });
      registerApi(
        server,
        serving,
        rooms.flatMap((room) => room.api ?? []),
        rooms.flatMap((room) => room.documents ?? []),
      );
    });
    ends.push(async () => {
      await app.close();
      await db.destroy();
    });
    await app.listen({ port, host: '127.0.0.1' });
    return `http://localhost:${port}`;
  };
  const origin = await serveAt(await freePort());
  const provider = await startFakeProvider({
    port: 0,
    clientId: demonstrationClient,
    application: origin,
    machines,
    personas: () => personaChoices(cast.app, new Map(), clock()),
  });
  ends.push(() => provider.stop());
  const settle = (): Promise<void> => settleDemonstration(cast.app, provider.issuer, clock());
  return {
    cast,
    origin,
    provider,
    settle,
    wait: (minutes) => {
      moved += minutes * 60_000;
    },
    another: async () => serveAt(await freePort()),
    end: async () => {
      for (const end of ends.toReversed()) await end();
    },
  };
}
