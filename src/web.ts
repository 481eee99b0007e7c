/** The web process. With the embedded database it is the only process, and the worker runs in it too. */
import { openPool } from './platform/db/pool.ts';
import { queryBuilder } from './platform/db/query-builder.ts';
import { openReplica } from './platform/db/replica/replica.ts';
import { startDatabase } from './platform/db/start-database.ts';
import { orExplain } from './platform/db/bin/or-explain.ts';
import { isDemonstration } from './platform/identity/demonstration.ts';
import { originFrom, secretsFrom } from './platform/identity/settings.ts';
import { settleRealSignIn } from './platform/identity/start-sign-in.ts';
import { stopAtSignal } from './platform/web/stop-at-signal.ts';
import { buildApp } from './app.ts';
import { seedWhenNew, startDemonstrationSignIn } from './demonstration.ts';
import { startDemonstrationNhs } from './demonstration-nhs.ts';
import { startDemonstrationNotify } from './demonstration-notify.ts';
import { startWorker } from './worker.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** Goldthread running: its address, and a clean end (stop accepting, finish, stop the worker, stop the database). */
export interface Running {
  address: string;
  demonstration: boolean;
  stop(): Promise<void>;
}

const clock = (): Date => new Date();

/** Starts everything this process needs, in order; on a failure whatever was started is stopped again. */
export async function startWeb(env: Environment, say: (words: string) => void): Promise<Running> {
  const ends: (() => Promise<unknown>)[] = [];
  const stop = async (): Promise<void> => {
    for (const end of ends.splice(0).toReversed()) await end();
  };
  try {
    const database = await startDatabase(env, say);
    ends.push(database.stop);
    await seedWhenNew(database, env, clock(), say);
    const pool = openPool(database.url, { max: Number(env['POOL_SIZE'] ?? 10), applicationName: 'goldthread web' });
    const db = queryBuilder(pool);
    ends.push(() => db.destroy());
    const replica = env['DATABASE_REPLICA_URL'] ? openReplica(env['DATABASE_REPLICA_URL']) : null;
    if (replica) ends.push(() => replica.end());
    const port = Number(env['PORT'] ?? 3000);
    const origin = originFrom(env['BASE_URL'] ?? `http://localhost:${port}`);
    const demonstration = await isDemonstration(db, clock());
    if (demonstration) ends.push(await startDemonstrationSignIn({ db, env, port, origin, kind: database.kind, clock }));
    else await settleRealSignIn(db, env, clock());
    if (demonstration) ends.push(await startDemonstrationNhs(database, env));
    if (demonstration) ends.push(await startDemonstrationNotify(env, { origin, port }, say));
    const app = await buildApp(
      { db, replica, origin, clock, demonstration, listenOn: pool },
      { demonstration, secretOf: secretsFrom(env) },
    );
    if (database.kind === 'embedded') ends.push(startWorker(database.url, env));
    ends.push(() => app.close());
    await app.listen({ port, host: env['HOST'] ?? (demonstration ? '127.0.0.1' : '0.0.0.0') });
    return { address: origin, demonstration, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function main(): Promise<void> {
  const say = (words: string): void => console.log(words);
  const running = await startWeb(process.env, say);
  stopAtSignal(running.stop);
  say(`\nGoldthread is ready at ${running.address}`);
  say(
    running.demonstration
      ? 'Choose "Sign in" there and pick a person: everyone in this demonstration is invented.'
      : 'People sign in with the account they have at work.',
  );
}

if (process.argv[1] === import.meta.filename) await orExplain(main);
