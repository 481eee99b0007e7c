/** The worker process: jobs, clocks and the audit sealer. Any number run beside any number of web processes. */
import { auditFolder } from './platform/audit/audit-folder.ts';
import { signingKey } from './platform/audit/checkpoint-key.ts';
import { runSealer } from './platform/audit/sealer.ts';
import { openPool } from './platform/db/pool.ts';
import { queryBuilder } from './platform/db/query-builder.ts';
import { orExplain } from './platform/db/bin/or-explain.ts';
import { startDatabase } from './platform/db/start-database.ts';
import { runWorker } from './platform/jobs/worker.ts';
import { logging } from './platform/web/logging.ts';
import { stopAtSignal } from './platform/web/stop-at-signal.ts';
import { jobs } from './app.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** Works until the function it gives is called; that one waits for what is running. */
export function startWorker(url: string, env: Environment): () => Promise<void> {
  const logger = logging();
  const stop = new AbortController();
  const pool = openPool(url, {
    max: Number(env['WORKER_POOL_SIZE'] ?? 8),
    applicationName: 'goldthread worker',
    // While stopping, the database may go before the last socket does: that is no news.
    onBroken: (error) => (stop.signal.aborted ? undefined : logger.warn({ fault: error.name }, 'a connection broke')),
  });
  const db = queryBuilder(pool);
  const working = runWorker({ db, jobs, stop: stop.signal, listenOn: pool, log: ({ event, ...about }) => logger.info(about, event) });
  const folder = auditFolder(env);
  const key = signingKey(folder);
  if (key.made)
    console.log(`A key for audit checkpoints was made in ${folder}. Keep its public half somewhere else too:\n${key.publicPem}`);
  const sealing = runSealer({ db, stop: stop.signal, outside: { folder, key }, log: (event, about) => logger.warn(about, event) });
  return async () => {
    stop.abort();
    await Promise.all([working, sealing]);
    await db.destroy();
  };
}

async function main(): Promise<void> {
  if (!process.env['DATABASE_URL'])
    throw new Error('The embedded database has its worker inside the web process. Set DATABASE_URL to run a worker of its own.');
  const database = await startDatabase(process.env, (words) => console.log(words));
  stopAtSignal(startWorker(database.url, process.env));
  console.log('The worker is at work.');
}

if (process.argv[1] === import.meta.filename) await orExplain(main);
