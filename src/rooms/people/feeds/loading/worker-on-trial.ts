/** For `kill.test.ts`: a worker process that reads feeds and can be killed at any moment. Arguments: the database's address, lease in ms. */
import { openPool } from '../../../../platform/db/pool.ts';
import { queryBuilder } from '../../../../platform/db/query-builder.ts';
import { runWorker } from '../../../../platform/jobs/worker.ts';
import { readFeedBatch } from './read-batch.ts';

const [url = '', leaseMs = '1000'] = process.argv.slice(2);
const pool = openPool(url, { max: 6 });
const stop = new AbortController();
process.once('SIGTERM', () => stop.abort());
const db = queryBuilder(pool);
await runWorker({ db, jobs: [readFeedBatch], stop: stop.signal, listenOn: pool, leaseMs: Number(leaseMs), pollMs: 100, concurrency: 2 });
await pool.end();
