/** For `kill.test.ts`: one worker process that can be killed at any moment. Arguments: the database's address, lease in ms. */
import { sql } from 'kysely';
import { z } from 'zod';
import { openPool } from '../db/pool.ts';
import { queryBuilder } from '../db/query-builder.ts';
import { registerJob } from './job.ts';
import { runWorker } from './worker.ts';

const [url = '', leaseMs = '1000'] = process.argv.slice(2);
const pool = openPool(url, { max: 10 });
const stop = new AbortController();
process.once('SIGTERM', () => stop.abort());

/** Half its effect, some time in which to be killed, and the other half. */
const effect = registerJob('trial.effect', z.object({ number: z.number() }), async (ctx, { number }) => {
  await sql`insert into effect (number, half) values (${number}, 1)`.execute(ctx.tx);
  await new Promise((go) => {
    setTimeout(go, 5 + (number % 7) * 5);
  });
  await sql`insert into effect (number, half) values (${number}, 2)`.execute(ctx.tx);
});

await runWorker({
  db: queryBuilder(pool),
  jobs: [effect],
  stop: stop.signal,
  listenOn: pool,
  leaseMs: Number(leaseMs),
  pollMs: 200,
  concurrency: 4,
});
await pool.end();
