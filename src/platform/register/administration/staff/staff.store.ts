import { sql } from 'kysely';
import type { StaffCtx } from '../../../access/ctx.ts';
import { found, refused } from '../../../access/refusal.ts';
import type { Role } from '../../../access/roles.ts';
import type { PlainDate } from '../../../time/calendar-day.ts';
import { londonDate } from '../../../time/london.ts';
import { endSessionsOf } from '../../../identity/session.store.ts';

/** A person who works with children and families, as the administrator keeps them. */
export interface Worker {
  id: string;
  name: string;
  jobTitle: string;
  email: string | null;
  phone: string | null;
  leftOn: PlainDate | null;
  awayUntil: PlainDate | null;
  coverId: string | null;
  coverName: string | null;
  synthetic: boolean;
}
export interface Post {
  id: string;
  role: Role;
  agencyId: string;
  agencyName: string;
  teamName: string | null;
  from: PlainDate;
  to: PlainDate | null;
}
export interface Tie {
  issuer: string;
  subject: string;
  addedAt: Date;
  providerName: string | null;
}

export interface WorkerFilter {
  agencyId: string | null;
  teamId: string | null;
  state: 'working' | 'left' | 'all';
  name: string | null;
}
export interface WorkerLine {
  id: string;
  name: string;
  jobTitle: string;
  leftOn: PlainDate | null;
  posts: { role: Role; agency: string; team: string | null }[];
  signIns: number;
}

export const pageSize = 50;

/** A page of people by name, with how many there are under the filter. */
export async function workers(ctx: StaffCtx, filter: WorkerFilter, page: number): Promise<{ rows: WorkerLine[]; count: number }> {
  const today = londonDate(ctx.now);
  const { agencyId, teamId, state, name } = filter;
  const { rows } = await sql<WorkerLine & { count: number }>`
    select s.id, s.display_name as name, s.job_title as "jobTitle", s.left_on as "leftOn", count(*) over () as count,
      coalesce((select json_agg(json_build_object('role', m.role, 'agency', a.name, 'team', t.name) order by m.valid_from)
          from membership m join agency a on a.id = m.agency_id left join team t on t.id = m.team_id
         where m.staff_id = s.id and m.valid_from <= ${today} and (m.valid_to is null or m.valid_to >= ${today})), '[]') as posts,
      (select count(*) from sign_in_identity i where i.staff_id = s.id) as "signIns"
    from staff s
    where (${name}::text is null or s.display_name ilike '%' || replace(replace(replace(${name}, '\\', '\\\\'), '%', '\\%'), '_', '\\_') || '%')
      and (${state} = 'all' or (${state} = 'left') = (s.left_on is not null and s.left_on < ${today}))
      and (${agencyId}::uuid is null or exists (select from membership m where m.staff_id = s.id and m.agency_id = ${agencyId} and (m.valid_to is null or m.valid_to >= ${today})))
      and (${teamId}::uuid is null or exists (select from membership m where m.staff_id = s.id and m.team_id = ${teamId} and (m.valid_to is null or m.valid_to >= ${today})))
    order by s.display_name, s.id limit ${pageSize} offset ${(page - 1) * pageSize}`.execute(ctx.tx);
  return { rows, count: rows[0]?.count ?? 0 };
}

/** One person; refuses with not found. */
export async function workerOf(ctx: StaffCtx, id: string): Promise<Worker> {
  return found(
    await ctx.tx
      .selectFrom('staff as s')
      .leftJoin('staff as c', 'c.id', 's.cover_staff_id')
      .select([
        's.id',
        's.display_name as name',
        's.job_title as jobTitle',
        's.email',
        's.phone',
        's.left_on as leftOn',
        's.away_until as awayUntil',
        'c.id as coverId',
        'c.display_name as coverName',
        's.is_synthetic as synthetic',
      ])
      .where('s.id', '=', id)
      .executeTakeFirst(),
  );
}

/** Every role someone holds, held or will hold, latest first. */
export async function postsOf(ctx: StaffCtx, staffId: string): Promise<Post[]> {
  const rows = await ctx.tx
    .selectFrom('membership as m')
    .innerJoin('agency as a', 'a.id', 'm.agency_id')
    .leftJoin('team as t', 't.id', 'm.team_id')
    .select([
      'm.id',
      'm.role',
      'a.id as agencyId',
      'a.name as agencyName',
      't.name as teamName',
      'm.valid_from as from',
      'm.valid_to as to',
    ])
    .where('m.staff_id', '=', staffId)
    .orderBy('m.valid_from', 'desc')
    .execute();
  return rows.map((row) => ({ ...row, role: row.role as Role }));
}

/** The sign-ins tied to someone. */
export async function tiesOf(ctx: StaffCtx, staffId: string): Promise<Tie[]> {
  return ctx.tx
    .selectFrom('sign_in_identity as i')
    .leftJoin('identity_provider as p', 'p.issuer', 'i.issuer')
    .select(['i.issuer', 'i.subject', 'i.added_at as addedAt', 'p.name as providerName'])
    .where('i.staff_id', '=', staffId)
    .orderBy('i.added_at')
    .execute();
}

type WorkerFacts = Pick<Worker, 'name' | 'jobTitle' | 'email' | 'phone'>;
const columns = (facts: WorkerFacts) => ({ display_name: facts.name, job_title: facts.jobTitle, email: facts.email, phone: facts.phone });

/** Adds someone, without any role yet; gives their id. */
export async function addWorker(ctx: StaffCtx, facts: WorkerFacts): Promise<string> {
  return (await ctx.tx.insertInto('staff').values(columns(facts)).returning('id').executeTakeFirstOrThrow()).id;
}

/** Changes someone's facts, and who covers until when. */
export async function changeWorker(ctx: StaffCtx, id: string, facts: WorkerFacts & Pick<Worker, 'awayUntil' | 'coverId'>): Promise<void> {
  await ctx.tx
    .updateTable('staff')
    .set({ ...columns(facts), away_until: facts.awayUntil, cover_staff_id: facts.coverId })
    .where('id', '=', id)
    .execute();
}

/** Gives someone a role in an agency. The database refuses one in an agency whose agreement is not recorded (S-006). */
export async function addPost(
  ctx: StaffCtx,
  staffId: string,
  post: { role: Role; agencyId: string; teamId: string | null; from: PlainDate; to: PlainDate | null },
): Promise<void> {
  await ctx.tx
    .insertInto('membership')
    .values({
      staff_id: staffId,
      agency_id: post.agencyId,
      team_id: post.teamId,
      role: post.role,
      valid_from: post.from,
      valid_to: post.to,
      granted_by: ctx.who.staffId,
    })
    .execute();
}

/** Ends a role after a last day. Refuses to leave Goldthread without an administrator. */
export async function endPost(ctx: StaffCtx, post: Post, lastDay: PlainDate): Promise<void> {
  await ctx.tx
    .updateTable('membership')
    .set({ valid_to: lastDay < post.from ? post.from : lastDay })
    .where('id', '=', post.id)
    .execute();
  if (post.role === 'SYSADMIN') await refuseNoAdministrator(ctx, lastDay);
}

/** Someone's last day of work: every role ends with it, and from the day after nothing opens. When it is past, their sessions end now. */
export async function recordLeaver(ctx: StaffCtx, id: string, lastDay: PlainDate): Promise<number> {
  const administers = (await postsOf(ctx, id)).some((post) => post.role === 'SYSADMIN' && (!post.to || post.to > lastDay));
  await ctx.tx.updateTable('staff').set({ left_on: lastDay }).where('id', '=', id).execute();
  await sql`update membership set valid_to = greatest(valid_from, ${lastDay}::date) where staff_id = ${id} and (valid_to is null or valid_to > ${lastDay})`.execute(
    ctx.tx,
  );
  if (administers) await refuseNoAdministrator(ctx, lastDay);
  return lastDay < londonDate(ctx.now) ? endSessionsOf(ctx, id, 'revoked') : 0;
}

async function refuseNoAdministrator(ctx: StaffCtx, lastDay: PlainDate): Promise<void> {
  const { rows } = await sql<{ there: boolean }>`select exists (select from membership m join staff s on s.id = m.staff_id
    where m.role = 'SYSADMIN' and (m.valid_to is null or m.valid_to > ${lastDay}) and (s.left_on is null or s.left_on > ${lastDay})) as there`.execute(
    ctx.tx,
  );
  if (!rows[0]?.there) throw refused('Goldthread would be left without an administrator. Give the role to someone else first.');
}

/** Ties a provider's subject to someone; refused when it is tied already. */
export async function addTie(ctx: StaffCtx, staffId: string, issuer: string, subject: string): Promise<void> {
  const tied = await ctx.tx
    .insertInto('sign_in_identity')
    .values({ issuer, subject, staff_id: staffId, added_at: ctx.now })
    .onConflict((clash) => clash.doNothing())
    .executeTakeFirst();
  if (tied.numInsertedOrUpdatedRows === 0n) throw refused('This account is already linked to someone. Remove it there first.');
}

/** Removes a tie and ends the person's sessions. */
export async function removeTie(ctx: StaffCtx, staffId: string, issuer: string, subject: string): Promise<void> {
  await ctx.tx
    .deleteFrom('sign_in_identity')
    .where('staff_id', '=', staffId)
    .where('issuer', '=', issuer)
    .where('subject', '=', subject)
    .execute();
  await endSessionsOf(ctx, staffId, 'revoked');
}

/** Colleagues who work here today and may cover: those who share an agency. */
export async function colleaguesOf(ctx: StaffCtx, staffId: string): Promise<{ id: string; name: string }[]> {
  const { rows } = await sql<{
    id: string;
    name: string;
  }>`select distinct s.id, s.display_name as name from staff s join membership m on m.staff_id = s.id and (m.valid_to is null or m.valid_to >= current_date)
    where s.id <> ${staffId} and s.left_on is null and m.agency_id in (select agency_id from membership where staff_id = ${staffId}) order by name limit 500`.execute(
    ctx.tx,
  );
  return rows;
}
