import { sql } from 'kysely';
import type { Ctx } from '../../../platform/access/ctx.ts';
import { found } from '../../../platform/access/refusal.ts';
import type { Reachable } from './reach.ts';
import { londonDay } from '../today.ts';

/** A practitioner in the directory: where they work, how to reach them, who covers. */
export interface Practitioner extends Reachable {
  id: string;
  name: string;
  jobTitle: string;
  teamId: string | null;
  /** Parts of the borough their team works in. */
  areas: string[];
}

/** What narrows the directory: a part of the name, team, agency or job; one agency, role or area. Null narrows nothing. */
export interface DirectoryFilter {
  text: string;
  agencyId: string | null;
  role: string | null;
  area: string | null;
}

/** Agencies whose people work here. */
export const liveAgencies = (ctx: Ctx): Promise<{ id: string; name: string }[]> =>
  ctx.tx.selectFrom('agency').select(['id', 'name']).where('suspended_at', 'is', null).orderBy('name').execute();

/** Every area some team works in, by name. */
export async function areas(ctx: Ctx): Promise<string[]> {
  const rows = await ctx.tx.selectFrom('team_area').select('area').distinct().orderBy('area').execute();
  return rows.map((row) => row.area);
}

/** How many the directory shows at once. */
export const directoryPage = 50;

const running = (today: string) => sql<boolean>`m.valid_from <= ${today} and (m.valid_to is null or m.valid_to >= ${today})`;

/** Practitioners who work here today, under a filter; names and work telephones only. */
export async function practitioners(ctx: Ctx, filter: DirectoryFilter): Promise<Practitioner[]> {
  const today = londonDay(ctx);
  const like = `%${filter.text.replaceAll(/[%_\\]/g, '')}%`;
  const { rows } = await sql<Practitioner>`
    select s.id, s.display_name as name, s.job_title as "jobTitle", s.phone, s.email, s.away_until as "awayUntil", s.left_on as "leftOn",
      t.id as "teamId", t.name as team, t.phone as "teamPhone", a.name as agency, a.phone as "agencyPhone", c.display_name as "coverName", c.phone as "coverPhone",
      coalesce((select json_agg(w.area order by w.area) from team_area w where w.team_id = t.id), '[]') as areas
    from (select distinct m.staff_id, m.agency_id, m.team_id from membership m
           where ${running(today)} and (${filter.role}::text is null or m.role = ${filter.role}) and (${filter.agencyId}::uuid is null or m.agency_id = ${filter.agencyId})) m
    join staff s on s.id = m.staff_id join agency a on a.id = m.agency_id and a.suspended_at is null
    left join team t on t.id = m.team_id left join staff c on c.id = s.cover_staff_id
    where (s.left_on is null or s.left_on >= ${today})
      and (s.display_name ilike ${like} or a.name ilike ${like} or t.name ilike ${like} or s.job_title ilike ${like})
      and (${filter.area}::text is null or exists (select 1 from team_area w where w.team_id = t.id and w.area = ${filter.area}))
    order by s.display_name, a.name limit ${directoryPage}`.execute(ctx.tx);
  return rows;
}

/** A practitioner with every post they hold today; also one who has left. Throws notFound. */
export async function practitionerOf(ctx: Ctx, id: string) {
  const today = londonDay(ctx);
  const { rows } = await sql<Reachable & { name: string; jobTitle: string }>`
    select s.display_name as name, s.job_title as "jobTitle", s.phone, s.email, s.away_until as "awayUntil", s.left_on as "leftOn",
      coalesce(t.name, null) as team, t.phone as "teamPhone", coalesce(a.name, 'No agency') as agency, a.phone as "agencyPhone", c.display_name as "coverName", c.phone as "coverPhone"
    from staff s left join lateral (select m.agency_id, m.team_id from membership m where m.staff_id = s.id order by m.valid_to desc nulls first, m.valid_from limit 1) m on true
    left join agency a on a.id = m.agency_id left join team t on t.id = m.team_id left join staff c on c.id = s.cover_staff_id
    where s.id = ${id}`.execute(ctx.tx);
  const posts = await ctx.tx
    .selectFrom('membership as m')
    .innerJoin('agency as a', 'a.id', 'm.agency_id')
    .leftJoin('team as t', 't.id', 'm.team_id')
    .select(['m.role', 'a.name as agency', 't.id as teamId', 't.name as team', 't.phone as teamPhone'])
    .select(sql<string[]>`coalesce((select json_agg(w.area order by w.area) from team_area w where w.team_id = t.id), '[]')`.as('areas'))
    .where('m.staff_id', '=', id)
    .where(running(today))
    .orderBy('m.valid_from')
    .execute();
  return { ...found(rows[0]), posts };
}

/** A team with its areas. Throws notFound. */
export async function teamWithAreas(
  ctx: Ctx,
  teamId: string,
): Promise<{ id: string; name: string; agency: string; phone: string | null; areas: string[] }> {
  return found(
    await ctx.tx
      .selectFrom('team as t')
      .innerJoin('agency as a', 'a.id', 't.agency_id')
      .select(['t.id', 't.name', 'a.name as agency', 't.phone'])
      .select(sql<string[]>`coalesce((select json_agg(w.area order by w.area) from team_area w where w.team_id = t.id), '[]')`.as('areas'))
      .where('t.id', '=', teamId)
      .executeTakeFirst(),
  );
}

/** Writes the areas a team works in, in place of those before. Error 42501 for anyone who does not manage the team. */
export async function writeAreas(ctx: Ctx, teamId: string, wanted: readonly string[]): Promise<void> {
  await ctx.tx.deleteFrom('team_area').where('team_id', '=', teamId).execute();
  if (wanted.length > 0)
    await ctx.tx
      .insertInto('team_area')
      .values(wanted.map((area) => ({ team_id: teamId, area })))
      .execute();
}

/** Staff by name, for lists to choose from; everyone who works here today. */
export async function staffToChoose(ctx: Ctx): Promise<{ value: string; text: string }[]> {
  const rows = await ctx.tx
    .selectFrom('staff')
    .select(['id', 'display_name', 'job_title'])
    .where((it) => it.or([it('left_on', 'is', null), it('left_on', '>=', londonDay(ctx))]))
    .orderBy('display_name')
    .limit(2000)
    .execute();
  return rows.map((row) => ({ value: row.id, text: `${row.display_name}, ${row.job_title}` }));
}

/** Teams a practitioner may be said to belong to. */
export async function teamsToChoose(ctx: Ctx): Promise<{ value: string; text: string }[]> {
  const rows = await ctx.tx
    .selectFrom('team as t')
    .innerJoin('agency as a', 'a.id', 't.agency_id')
    .select(['t.id', 't.name', 'a.name as agency'])
    .orderBy('t.name')
    .limit(500)
    .execute();
  return rows.map((row) => ({ value: row.id, text: `${row.name} (${row.agency})` }));
}
