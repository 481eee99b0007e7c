import { sql } from 'kysely';
import type { Ctx } from '../access/ctx.ts';

/** An event that waits to be sealed, or is already. */
export interface SeenEvent {
  id: number;
  rowHash: string;
  sealed: boolean;
}
export interface Head {
  position: number;
  chainHash: string;
}

/** Any number, as long as it never changes: whoever holds it is the one sealer. */
const sealerLock = 71_301_503;

/** Becomes the one sealer until the end of this transaction; false when another process is. */
export async function becomeSealer(ctx: Ctx): Promise<boolean> {
  const { rows } = await sql<{ mine: boolean }>`select pg_try_advisory_xact_lock(${sealerLock}) as mine`.execute(ctx.tx);
  return rows[0]?.mine === true;
}

/** Where the chain ends now; null when nothing was ever sealed. */
export async function chainHead(ctx: Ctx): Promise<Head | null> {
  const row = await ctx.tx
    .selectFrom('audit_seal')
    .select(['position', 'chain_hash as chainHash'])
    .orderBy('position', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ?? null;
}

/** The highest event id to be seen; 0 when there is none. */
export async function highestEvent(ctx: Ctx): Promise<number> {
  const row = await ctx.tx.selectFrom('audit_event').select('id').orderBy('id', 'desc').limit(1).executeTakeFirst();
  return row?.id ?? 0;
}

/** Events after an id, in order of id, with whether each is sealed. */
export async function eventsAfter(ctx: Ctx, id: number, limit: number): Promise<SeenEvent[]> {
  const { rows } = await sql<SeenEvent>`select e.id, e.row_hash as "rowHash", s.event_id is not null as sealed from audit_event e
    left join audit_seal s on s.event_id = e.id where e.id > ${id} order by e.id limit ${limit}`.execute(ctx.tx);
  return rows;
}

/** Events among these ids that are there and not sealed: ids that were missing and have been committed since. */
export async function unsealedAmong(ctx: Ctx, ids: readonly number[]): Promise<SeenEvent[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<SeenEvent>`select e.id, e.row_hash as "rowHash", false as sealed from audit_event e
    where e.id = any(${[...ids]}::bigint[]) and not exists (select from audit_seal s where s.event_id = e.id) order by e.id`.execute(
    ctx.tx,
  );
  return rows;
}

/** Every unsealed event up to an id, found by reading both indexes through: for the start, and now and then to be sure. */
export async function unsealedUpTo(ctx: Ctx, id: number, limit: number): Promise<SeenEvent[]> {
  const { rows } = await sql<SeenEvent>`select e.id, e.row_hash as "rowHash", false as sealed from audit_event e
    where e.id <= ${id} and not exists (select from audit_seal s where s.event_id = e.id) order by e.id limit ${limit}`.execute(ctx.tx);
  return rows;
}

/** Adds links to the chain. The keys of the table refuse a fork: one row a position, one position an event. */
export async function writeSeals(ctx: Ctx, links: readonly { position: number; eventId: number; chainHash: string }[]): Promise<void> {
  await sql`insert into audit_seal (position, event_id, chain_hash)
    select * from unnest(${links.map((one) => one.position)}::bigint[], ${links.map((one) => one.eventId)}::bigint[], ${links.map((one) => one.chainHash)}::text[])`.execute(
    ctx.tx,
  );
}
