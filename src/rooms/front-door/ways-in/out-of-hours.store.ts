import { sql } from 'kysely';
import type { Ctx, StaffCtx } from '../../../platform/access/ctx.ts';
import { found } from '../../../platform/access/refusal.ts';

/** One contact taken at night. */
export interface NightRow {
  contactId: string;
  reference: string;
  takenAt: Date;
  takenBy: string;
  leftForDay: string;
  childIsWhere: string | null;
  immediateDanger: boolean;
  children: string[];
  listId: string | null;
  acceptedBy: string | null;
  acceptedAt: Date | null;
  happened: string;
}

/** Contacts taken at night the reader may see: of one list, or of the last two weeks; oldest first. */
export async function nightRows(ctx: Ctx, listId: string | null = null): Promise<NightRow[]> {
  const of = listId ? sql`r.list_id = ${listId}::uuid` : sql`r.taken_at > ${new Date(ctx.now.getTime() - 14 * 86_400_000)}`;
  const { rows } = await sql<NightRow>`
    select r.contact_id as "contactId", c.reference, r.taken_at as "takenAt", t.display_name as "takenBy", r.left_for_day as "leftForDay", r.child_is_where as "childIsWhere",
      c.immediate_danger as "immediateDanger", c.what_happened as happened, r.list_id as "listId", a.display_name as "acceptedBy", r.accepted_at as "acceptedAt",
      coalesce((select array_agg(coalesce(nullif(concat_ws(' ', p.given_name, p.family_name), ''), p.description, 'Unborn baby') order by p.position)
        from contact_person p where p.contact_id = c.id and p.part <> 'adult'), '{}') as children
    from out_of_hours_record r join contact c on c.id = r.contact_id left join staff t on t.id = r.taken_by left join staff a on a.id = r.accepted_by
    where ${of} order by r.taken_at, c.reference`.execute(ctx.tx);
  return rows;
}

/** Writes what the night adds to a contact it took. */
export async function writeNight(
  ctx: StaffCtx,
  it: { contactId: string; takenAt: Date; leftForDay: string; childIsWhere: string | null },
): Promise<void> {
  await ctx.tx
    .insertInto('out_of_hours_record')
    .values({
      contact_id: it.contactId,
      taken_by: ctx.who.staffId,
      taken_at: it.takenAt,
      left_for_day: it.leftForDay,
      child_is_where: it.childIsWhere,
    })
    .execute();
}

export interface MorningList {
  id: string;
  forDay: string;
  madeAt: Date;
  dayOfficer: string | null;
  dayOfficerName: string | null;
  namedAt: Date | null;
  acceptedAt: Date | null;
  lines: number;
  accepted: number;
}

/** Morning lists, newest first: one by its id, or the last 60. Lines about someone whose record is closed to the reader are not counted. */
export async function morningLists(ctx: Ctx, id: string | null = null): Promise<MorningList[]> {
  const one = id ? sql`where l.id = ${id}::uuid` : sql``;
  const { rows } = await sql<MorningList>`
    select l.id, l.for_day::text as "forDay", l.made_at as "madeAt", l.day_officer as "dayOfficer", s.display_name as "dayOfficerName", l.named_at as "namedAt", l.accepted_at as "acceptedAt",
      (select count(*)::int from out_of_hours_record r where r.list_id = l.id) as lines,
      (select count(*)::int from out_of_hours_record r where r.list_id = l.id and r.accepted_at is not null) as accepted
    from out_of_hours_list l left join staff s on s.id = l.day_officer ${one} order by l.for_day desc limit 60`.execute(ctx.tx);
  return rows;
}

/** One morning list, or not found. */
export async function morningList(ctx: Ctx, id: string): Promise<MorningList> {
  if (!/^[0-9a-f-]{36}$/.test(id)) return found<MorningList>(null);
  return found((await morningLists(ctx, id))[0]);
}

/** Makes the list of a morning, if there is none yet; gives its id, null when it stood already. */
export async function makeList(ctx: Ctx, forDay: string): Promise<string | null> {
  const row = await ctx.tx
    .insertInto('out_of_hours_list')
    .values({ for_day: forDay, made_at: ctx.now })
    .onConflict((clash) => clash.doNothing())
    .returning('id')
    .executeTakeFirst();
  return row?.id ?? null;
}

/** The list of a morning while it is not handed over; null when it is, or there is none. */
export async function openListFor(ctx: Ctx, forDay: string): Promise<string | null> {
  const row = await ctx.tx
    .selectFrom('out_of_hours_list')
    .select('id')
    .where('for_day', '=', forDay)
    .where('accepted_at', 'is', null)
    .executeTakeFirst();
  return row?.id ?? null;
}

/** Puts everything taken before a moment and on no list yet on this list; how many that was. */
export async function putOnList(ctx: Ctx, listId: string, before: Date): Promise<number> {
  const done = await ctx.tx
    .updateTable('out_of_hours_record')
    .set({ list_id: listId })
    .where('list_id', 'is', null)
    .where('taken_at', '<=', before)
    .executeTakeFirst();
  return Number(done.numUpdatedRows);
}

/** Writes whose list it is now. */
export async function nameOfficer(ctx: StaffCtx, listId: string): Promise<void> {
  await ctx.tx.updateTable('out_of_hours_list').set({ day_officer: ctx.who.staffId, named_at: ctx.now }).where('id', '=', listId).execute();
}

/** Accepts lines of a list. */
export async function acceptLines(ctx: StaffCtx, listId: string, contactIds: readonly string[]): Promise<void> {
  if (contactIds.length === 0) return;
  await ctx.tx
    .updateTable('out_of_hours_record')
    .set({ accepted_by: ctx.who.staffId, accepted_at: ctx.now })
    .where('list_id', '=', listId)
    .where('contact_id', 'in', [...contactIds])
    .where('accepted_at', 'is', null)
    .execute();
}

/** The list is handed over. */
export async function handOver(ctx: StaffCtx, listId: string): Promise<void> {
  await ctx.tx
    .updateTable('out_of_hours_list')
    .set({ accepted_at: ctx.now, day_officer: ctx.who.staffId })
    .where('id', '=', listId)
    .where('accepted_at', 'is', null)
    .execute();
}
