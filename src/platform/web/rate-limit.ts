import { sql, type Kysely } from 'kysely';
import type { DB } from '../db/schema.ts';
import { sha256 } from './csrf.ts';

/** How many forms one address may send in a minute without sign-in. A family on one line writing one concern stays far below it. */
export const formsPerMinute = 40;

/** Counts a form from someone not signed in, or a call of a machine, and says whether there is room for it in this minute. Counted in the
 *  database, so that any number of web processes share one limit, in a transaction of its own, so that a refused form counts too. The
 *  address is kept hashed with the day and cleared the next. */
export async function hasRoom(db: Kysely<DB>, address: string, now: Date, perMinute = formsPerMinute): Promise<boolean> {
  const visitor = sha256(`${now.toISOString().slice(0, 10)}:${address}`);
  const { rows } = await sql<{ requests: number }>`
    insert into rate_window (visitor, minute) values (${visitor}, date_trunc('minute', ${now}::timestamptz))
    on conflict on constraint rate_window_pk do update set requests = rate_window.requests + 1 returning requests`.execute(db);
  return (rows[0]?.requests ?? 0) <= perMinute;
}
