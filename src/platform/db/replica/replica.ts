import { sql, type Kysely, type Transaction } from 'kysely';
import type { Actor } from '../../access/ctx.ts';
import { openPool } from '../pool.ts';
import { queryBuilder } from '../query-builder.ts';
import type { DB } from '../schema.ts';
import { isUnavailable } from '../unavailable.ts';

/** How far the replica is, as the administrator's page says it. */
export interface ReplicaState {
  reachable: boolean;
  /** Bytes of the primary's log it has not yet replayed; null when it cannot be told. */
  bytesBehind: number | null;
  /** Moment of the last transaction it replayed; null when it cannot be told. */
  lastReplayed: Date | null;
  /** Questions answered by the replica, and those the primary answered in its place, since this process started. */
  asked: number;
  instead: number;
}

/** A read replica: asked as the person who asks, in a read-only transaction of its own, and only when it shows everything that was committed before. */
export interface Replica {
  /** What `work` finds there; undefined when the replica cannot be reached or is behind, and the primary must be asked instead. */
  ask<T>(primary: Transaction<DB>, who: Actor, work: (tx: Transaction<DB>) => Promise<T>): Promise<T | undefined>;
  state(primary: Transaction<DB>): Promise<ReplicaState>;
  end(): Promise<void>;
}

/** Milliseconds to wait for the replica to show what the primary had committed when the question was asked. */
const patience = 50;

/** Opens a replica by its address. Nothing is connected until the first question. */
export function openReplica(url: string, choice: { max?: number } = {}): Replica {
  const pool = openPool(url, { max: choice.max ?? 10, waitLimit: 500, applicationName: 'goldthread search' });
  const db = queryBuilder(pool);
  let [asked, instead] = [0, 0];
  return {
    async ask(primary, who, work) {
      const found = await shownTo(db, await committedOn(primary), who, work).catch((error: unknown) => {
        if (isUnavailable(error) || isConflict(error)) return undefined;
        throw error;
      });
      if (found === undefined) instead += 1;
      else asked += 1;
      return found;
    },
    state: async (primary) => ({ ...(await stateOf(db, primary)), asked, instead }),
    end: () => db.destroy(),
  };
}

/** Where the primary's log stands: everything committed before now lies before it. */
async function committedOn(primary: Transaction<DB>): Promise<string> {
  const { rows } = await sql<{ at: string }>`select pg_current_wal_flush_lsn()::text as at`.execute(primary);
  return rows[0]?.at ?? 'FFFFFFFF/FFFFFFFF';
}

/** Asks once the replica has replayed to `until`; undefined when it does not in time, or is no replica (it was promoted). */
async function shownTo<T>(db: Kysely<DB>, until: string, who: Actor, work: (tx: Transaction<DB>) => Promise<T>): Promise<T | undefined> {
  const limit = performance.now() + patience;
  for (;;) {
    const answer = await db
      .transaction()
      .setAccessMode('read only')
      .execute(async (tx) => {
        const { rows } = await sql<{
          ready: boolean | null;
        }>`select pg_is_in_recovery() and pg_last_wal_replay_lsn() >= ${until}::pg_lsn as ready,
          set_config('app.actor', ${who.kind}, true), set_config('app.staff', ${who.kind === 'staff' ? who.staffId : ''}, true), set_config('app.agencies', '', true)`.execute(
          tx,
        );
        return rows[0]?.ready ? { found: await work(tx) } : null;
      });
    if (answer) return answer.found;
    if (performance.now() > limit) return undefined;
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
}

/** A read the replica had to give up because the primary removed what it was reading (40001), or because it is being promoted. */
const isConflict = (error: unknown): boolean => ['40001', '57P04', '25006'].includes(String((error as { code?: unknown } | null)?.code));

async function stateOf(db: Kysely<DB>, primary: Transaction<DB>): Promise<Omit<ReplicaState, 'asked' | 'instead'>> {
  try {
    const at = await committedOn(primary);
    const { rows } = await sql<{
      behind: string | null;
      last: Date | null;
    }>`select greatest(0, pg_wal_lsn_diff(${at}::pg_lsn, pg_last_wal_replay_lsn()))::text as behind,
      pg_last_xact_replay_timestamp() as last`.execute(db);
    const behind = rows[0]?.behind;
    return {
      reachable: true,
      bytesBehind: behind === null || behind === undefined ? null : Number(behind),
      lastReplayed: rows[0]?.last ?? null,
    };
  } catch (error) {
    if (!isUnavailable(error)) throw error;
    return { reachable: false, bytesBehind: null, lastReplayed: null };
  }
}
