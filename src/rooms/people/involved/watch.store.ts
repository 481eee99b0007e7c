import { sql } from 'kysely';
import { saw, type Ctx, type StaffCtx } from '../../../platform/access/ctx.ts';
import { found } from '../../../platform/access/refusal.ts';
import { nameOf } from '../person.ts';

/** A watch of the reader's: which child, since when, and the first of what they have not looked at yet. */
export interface Watch {
  id: string;
  personId: string;
  startedAt: Date;
  /** Since when there is something new; null for nothing. */
  newSince: Date | null;
}

const unseen = sql<Date | null>`(select min(n.first_at) from involvement_news n where n.person_id = w.person_id and n.watch_id = w.id and n.seen_at is null)`;

/** The reader's own watch of one child; undefined when they do not watch. */
export async function watchOf(ctx: StaffCtx, personId: string): Promise<Watch | undefined> {
  return ctx.tx
    .selectFrom('involvement_watch as w')
    .select(['w.id', 'w.person_id as personId', 'w.started_at as startedAt', unseen.as('newSince')])
    .where('w.person_id', '=', personId)
    .where('w.staff_id', '=', ctx.who.staffId)
    .where('w.ended_at', 'is', null)
    .executeTakeFirst();
}

/** Every child the reader watches, by name, with what is new. */
export async function watches(ctx: StaffCtx): Promise<(Watch & { name: string })[]> {
  const rows = await ctx.tx
    .selectFrom('involvement_watch as w')
    .innerJoin('person as p', 'p.id', 'w.person_id')
    .select(['w.id', 'w.person_id as personId', 'w.started_at as startedAt', unseen.as('newSince')])
    .select(['p.given_name', 'p.family_name', 'p.preferred_name'])
    .where('w.staff_id', '=', ctx.who.staffId)
    .where('w.ended_at', 'is', null)
    .orderBy('p.family_name')
    .orderBy('p.given_name')
    .limit(200)
    .execute();
  saw(ctx, ...rows.map((row) => row.personId));
  return rows.map((row) => ({ id: row.id, personId: row.personId, startedAt: row.startedAt, newSince: row.newSince, name: nameOf(row) }));
}

/** Begins to watch; does nothing for someone watched already. Error 42501 for a child the reader does not work with. */
export async function startWatch(ctx: StaffCtx, personId: string): Promise<void> {
  await ctx.tx
    .insertInto('involvement_watch')
    .values({ person_id: personId, staff_id: ctx.who.staffId, started_at: ctx.now })
    .onConflict((clash) => clash.columns(['person_id', 'staff_id']).where('ended_at', 'is', null).doNothing())
    .execute();
  saw(ctx, personId);
}

/** Ends the reader's own watch. Throws notFound when there is none. */
export async function stopWatch(ctx: StaffCtx, personId: string): Promise<void> {
  const watch = found(await watchOf(ctx, personId));
  await ctx.tx
    .updateTable('involvement_watch')
    .set({ ended_at: ctx.now, ended_because: 'stopped' })
    .where('person_id', '=', personId)
    .where('id', '=', watch.id)
    .execute();
  saw(ctx, personId);
}

/** The reader has looked at what was new. Throws notFound when they do not watch. */
export async function markLooked(ctx: StaffCtx, personId: string): Promise<void> {
  const watch = found(await watchOf(ctx, personId));
  await ctx.tx
    .updateTable('involvement_news')
    .set({ seen_at: ctx.now })
    .where('person_id', '=', personId)
    .where('watch_id', '=', watch.id)
    .where('seen_at', 'is', null)
    .execute();
  saw(ctx, personId);
}

/** For the worker: notes that something is new for a watch that still runs; one row a watch and day, however often it is told. */
export async function tellWatcher(ctx: Ctx, told: { personId: string; watchId: string; at: Date; onDay: string }): Promise<void> {
  await sql`
    insert into involvement_news (person_id, watch_id, on_day, staff_id, first_at, last_at)
    select w.person_id, w.id, ${told.onDay}::date, w.staff_id, ${told.at}::timestamptz, ${told.at}::timestamptz
      from involvement_watch w where w.person_id = ${told.personId} and w.id = ${told.watchId} and w.ended_at is null
    on conflict (person_id, watch_id, on_day) do update set last_at = greatest(involvement_news.last_at, excluded.last_at), seen_at = null`.execute(
    ctx.tx,
  );
}
