/** For `kill.test.ts`: a worker process that carries corrections and can be killed at any moment. Arguments: the database's address, lease in ms. */
import { openPool } from '../../../platform/db/pool.ts';
import { queryBuilder } from '../../../platform/db/query-builder.ts';
import type { Job } from '../../../platform/jobs/job.ts';
import { runWorker } from '../../../platform/jobs/worker.ts';
import { sharingJobs } from './jobs.ts';

const [url = '', leaseMs = '1000'] = process.argv.slice(2);
const pool = openPool(url, { max: 10 });
const stop = new AbortController();
process.once('SIGTERM', () => stop.abort());

const pause = (milliseconds: number): Promise<void> =>
  new Promise((go) => {
    setTimeout(go, milliseconds);
  });

/** The same job with time before its effect and between its effect and its end, in which to be killed. */
const slowly = (job: Job): Job => ({
  ...job,
  run: async (ctx, payload, run) => {
    await pause(run.id % 10);
    await job.run(ctx, payload, run);
    await pause(5 + (run.id % 7) * 5);
  },
});

await runWorker({
  db: queryBuilder(pool),
  jobs: sharingJobs.map(slowly),
  stop: stop.signal,
  listenOn: pool,
  leaseMs: Number(leaseMs),
  pollMs: 200,
  concurrency: 4,
});
await pool.end();
