/** For `sealer.test.ts`: a sealer in a process of its own. Arguments: the database's address. Ends at SIGTERM. */
import { openPool } from '../db/pool.ts';
import { queryBuilder } from '../db/query-builder.ts';
import { runSealer } from './sealer.ts';

const [url = ''] = process.argv.slice(2);
const db = queryBuilder(openPool(url, { max: 2 }));
const stop = new AbortController();
process.once('SIGTERM', () => stop.abort());
await runSealer({ db, stop: stop.signal });
await db.destroy();
