import { sql } from 'kysely';
import type { Ctx, StaffCtx } from '../../../platform/access/ctx.ts';
import { found } from '../../../platform/access/refusal.ts';
import type { Need, Turn } from './duty.ts';

const turnColumns = sql`d.id, d.discipline, d.staff_id as "staffId", s.display_name as name, d.starts_at as "startsAt", d.ends_at as "endsAt",
      a.id is not null as away, a.cover_staff_id as "standInId", c.display_name as "standInName"`;
const turnTables = sql`duty_slot d join staff s on s.id = d.staff_id
    left join lateral (select x.id, x.cover_staff_id from absence x where x.staff_id = d.staff_id and x.cancelled_at is null
      and (d.starts_at at time zone 'Europe/London')::date between x.from_on and x.to_on order by x.recorded_at desc limit 1) a on true
    left join staff c on c.id = a.cover_staff_id`;

/** Turns that run at any time between two moments, soonest first, with absence and cover on their day. */
export async function turnsBetween(ctx: Ctx, from: Date, to: Date): Promise<Turn[]> {
  const { rows } = await sql<Turn>`select ${turnColumns} from ${turnTables}
    where d.withdrawn_at is null and d.starts_at < ${to} and d.ends_at > ${from} order by d.starts_at, d.discipline, s.display_name limit 500`.execute(
    ctx.tx,
  );
  return rows;
}

export interface WholeTurn extends Turn {
  withdrawnAt: Date | null;
  withdrawnBecause: string | null;
  rosteredBy: string;
  standsInFor: string | null;
  swap: { id: string; askedOf: string; askedOfName: string; askedAt: string; accepted: boolean | null }[];
}

/** One turn, withdrawn or not, with who was asked to take it. Throws notFound. */
export async function turnOf(ctx: StaffCtx, id: string): Promise<WholeTurn> {
  const { rows } = await sql<WholeTurn>`select ${turnColumns}, d.withdrawn_at as "withdrawnAt", d.withdrawn_because as "withdrawnBecause",
      b.display_name as "rosteredBy", d.stands_in_for as "standsInFor",
      coalesce((select json_agg(json_build_object('id', w.id, 'askedOf', w.asked_of, 'askedOfName', o.display_name, 'askedAt', w.asked_at, 'accepted', w.accepted) order by w.asked_at)
        from duty_swap w join staff o on o.id = w.asked_of where w.slot_id = d.id), '[]') as swap
    from ${turnTables} join staff b on b.id = d.rostered_by where d.id = ${id}::uuid`.execute(ctx.tx);
  return found(rows[0]);
}

/** One's own turns from now on, soonest first. */
export async function myTurns(ctx: StaffCtx): Promise<Turn[]> {
  const { rows } = await sql<Turn>`select ${turnColumns} from ${turnTables}
    where d.withdrawn_at is null and d.ends_at > ${ctx.now} and (d.staff_id = ${ctx.who.staffId} or a.cover_staff_id = ${ctx.who.staffId})
    order by d.starts_at limit 60`.execute(ctx.tx);
  return rows;
}

export interface AskedSwap {
  id: string;
  slotId: string;
  discipline: string;
  startsAt: Date;
  endsAt: Date;
  byName: string;
  why: string | null;
}

/** Turns somebody asks this person to take, soonest first. */
export async function swapsAskedOfMe(ctx: StaffCtx): Promise<AskedSwap[]> {
  const { rows } = await sql<AskedSwap>`
    select w.id, w.slot_id as "slotId", d.discipline, d.starts_at as "startsAt", d.ends_at as "endsAt", s.display_name as "byName", w.why
    from duty_swap w join duty_slot d on d.id = w.slot_id join staff s on s.id = w.asked_by
    where w.asked_of = ${ctx.who.staffId} and w.accepted is null and d.withdrawn_at is null and d.ends_at > ${ctx.now} order by d.starts_at limit 50`.execute(
    ctx.tx,
  );
  return rows;
}

/** What is wanted, discipline by discipline. */
export async function needs(ctx: Ctx): Promise<Need[]> {
  const { rows } = await sql<Need>`
    select discipline, weekday, to_char(opens, 'HH24:MI') as opens, to_char(closes, 'HH24:MI') as closes, people from duty_need order by discipline, weekday`.execute(
    ctx.tx,
  );
  return rows;
}

/** Sets on which weekdays and hours a discipline is wanted; the days left out are wanted no longer. */
export async function setNeed(
  ctx: StaffCtx,
  want: { discipline: string; weekdays: readonly number[]; opens: string; closes: string; people: number },
): Promise<void> {
  await ctx.tx.deleteFrom('duty_need').where('discipline', '=', want.discipline).execute();
  if (want.weekdays.length === 0) return;
  await ctx.tx
    .insertInto('duty_need')
    .values(
      want.weekdays.map((weekday) => ({
        discipline: want.discipline,
        weekday,
        opens: want.opens,
        closes: want.closes,
        people: want.people,
        set_by: ctx.who.staffId,
        set_at: ctx.now,
      })),
    )
    .execute();
}

export interface NewTurn {
  discipline: string;
  staffId: string;
  startsAt: Date;
  endsAt: Date;
  standsInFor?: string | null;
}

/** Writes a turn; gives its id, or null where the person has that very turn already. */
export async function insertTurn(ctx: StaffCtx, it: NewTurn): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    insert into duty_slot (discipline, staff_id, starts_at, ends_at, stands_in_for, rostered_by, rostered_at)
    values (${it.discipline}, ${it.staffId}::uuid, ${it.startsAt}, ${it.endsAt}, ${it.standsInFor ?? null}::uuid, ${ctx.who.staffId}, ${ctx.now})
    on conflict (staff_id, discipline, starts_at) where withdrawn_at is null do nothing returning id`.execute(ctx.tx);
  return rows[0]?.id ?? null;
}

/** Takes a turn off the rota; false when it is off already. */
export async function withdrawTurn(ctx: StaffCtx, id: string, because: string): Promise<boolean> {
  const done = await ctx.tx
    .updateTable('duty_slot')
    .set({ withdrawn_at: ctx.now, withdrawn_by: ctx.who.staffId, withdrawn_because: because })
    .where('id', '=', id)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst();
  return done.numUpdatedRows === 1n;
}

/** Writes that a turn is offered to a colleague. */
export async function insertSwap(ctx: StaffCtx, slotId: string, to: string, why: string | null): Promise<string> {
  const row = await ctx.tx
    .insertInto('duty_swap')
    .values({ slot_id: slotId, asked_by: ctx.who.staffId, asked_of: to, asked_at: ctx.now, why })
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id;
}

/** A swap held for change. Throws notFound. */
export async function lockSwap(ctx: StaffCtx, id: string) {
  return found(await ctx.tx.selectFrom('duty_swap').selectAll().where('id', '=', id).forUpdate().executeTakeFirst());
}

/** Writes the answer to a swap. */
export async function answerSwap(ctx: StaffCtx, id: string, accepted: boolean): Promise<void> {
  await ctx.tx.updateTable('duty_swap').set({ accepted, answered_at: ctx.now }).where('id', '=', id).execute();
}

export interface Colleague {
  id: string;
  name: string;
  place: string;
}

/** Colleagues who were or will be on duty for a discipline within 90 days: whom to ask to swap or to cover. */
export async function colleaguesOf(ctx: StaffCtx, discipline: string): Promise<Colleague[]> {
  const { rows } = await sql<Colleague>`
    select s.id, s.display_name as name, coalesce(t.name, g.name, '') as place from staff s
    left join lateral (select m.team_id, m.agency_id from membership m where m.staff_id = s.id and (m.valid_to is null or m.valid_to >= ${ctx.now}::date) order by m.valid_from limit 1) m on true
    left join team t on t.id = m.team_id left join agency g on g.id = m.agency_id
    where s.id in (select d.staff_id from duty_slot d where d.discipline = ${discipline} and d.ends_at > ${ctx.now}::timestamptz - interval '90 days')
      and (s.left_on is null or s.left_on >= ${ctx.now}::date) order by 2 limit 60`.execute(ctx.tx);
  return rows;
}

/** Colleagues at work today whose name holds the words, at most 20: whom to put on the rota. */
export async function colleaguesNamed(ctx: StaffCtx, words: string): Promise<Colleague[]> {
  const { rows } = await sql<Colleague>`
    select distinct on (s.display_name, s.id) s.id, s.display_name as name, concat_ws(', ', t.name, g.name) as place from staff s
    join membership m on m.staff_id = s.id and m.valid_from <= ${ctx.now}::date and (m.valid_to is null or m.valid_to >= ${ctx.now}::date)
    join agency g on g.id = m.agency_id and g.suspended_at is null left join team t on t.id = m.team_id
    where s.display_name ilike ${`%${words.replaceAll(/[%_\\]/g, '')}%`} and (s.left_on is null or s.left_on >= ${ctx.now}::date)
    order by s.display_name, s.id limit 20`.execute(ctx.tx);
  return rows;
}
