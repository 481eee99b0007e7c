import { sql } from 'kysely';
import type { StaffCtx } from '../../../access/ctx.ts';
import { found } from '../../../access/refusal.ts';
import type { Role } from '../../../access/roles.ts';
import { londonDate } from '../../../time/london.ts';
import { addPost, addTie, addWorker } from '../staff/staff.store.ts';

/** Someone of an agency with the roles they hold there today. */
export interface Colleague {
  id: string;
  name: string;
  jobTitle: string;
  posts: { id: string; role: Role; team: string | null }[];
}

/** Agencies whose people the signed-in person looks after, by their posts of today. */
export const agenciesInMyCare = (ctx: StaffCtx): string[] =>
  ctx.who.memberships.filter((one) => one.role === 'AG_ADM').map((one) => one.agencyId);

/** People who hold a role in an agency today, by name. */
export async function colleaguesIn(ctx: StaffCtx, agencyId: string): Promise<Colleague[]> {
  const today = londonDate(ctx.now);
  const { rows } = await sql<Colleague>`
    select s.id, s.display_name as name, s.job_title as "jobTitle",
      json_agg(json_build_object('id', m.id, 'role', m.role, 'team', t.name) order by m.valid_from) as posts
    from membership m join staff s on s.id = m.staff_id left join team t on t.id = m.team_id
    where m.agency_id = ${agencyId} and m.valid_from <= ${today} and (m.valid_to is null or m.valid_to >= ${today}) and s.left_on is null
    group by s.id order by s.display_name limit 1000`.execute(ctx.tx);
  return rows;
}

/** Sign-in providers that may speak for an agency. */
export async function providersOf(ctx: StaffCtx, agencyId: string): Promise<{ id: string; name: string; issuer: string }[]> {
  return ctx.tx
    .selectFrom('identity_provider as p')
    .innerJoin('identity_provider_agency as b', 'b.provider_id', 'p.id')
    .select(['p.id', 'p.name', 'p.issuer'])
    .where('b.agency_id', '=', agencyId)
    .where('p.active', '=', true)
    .orderBy('p.name')
    .execute();
}

/** Lets a provider speak for an agency, unless it does already. */
export async function bindProvider(ctx: StaffCtx, providerId: string, agencyId: string): Promise<void> {
  await ctx.tx
    .insertInto('identity_provider_agency')
    .values({ provider_id: providerId, agency_id: agencyId })
    .onConflict((clash) => clash.doNothing())
    .execute();
}

export interface NewColleague {
  agencyId: string;
  name: string;
  jobTitle: string;
  email: string | null;
  phone: string | null;
  role: Role;
  teamId: string | null;
  issuer: string;
  subject: string;
}

/** Adds someone to an agency: who they are, what they do there, and the account they sign in with. Gives their id. */
export async function addColleague(ctx: StaffCtx, given: NewColleague): Promise<string> {
  const staffId = await addWorker(ctx, given);
  await addPost(ctx, staffId, { role: given.role, agencyId: given.agencyId, teamId: given.teamId, from: londonDate(ctx.now), to: null });
  await addTie(ctx, staffId, given.issuer, given.subject);
  return staffId;
}

/** Ends a role in an agency of the signed-in person's care, today. Refuses with not found for any other. */
export async function endColleague(ctx: StaffCtx, postId: string): Promise<{ name: string }> {
  const post = found(
    await ctx.tx
      .selectFrom('membership as m')
      .innerJoin('staff as s', 's.id', 'm.staff_id')
      .select(['m.id', 's.display_name as name', 'm.valid_from as from'])
      .where('m.id', '=', postId)
      .where('m.agency_id', 'in', agenciesInMyCare(ctx))
      .executeTakeFirst(),
  );
  const yesterday = sql<string>`greatest(valid_from, ${londonDate(ctx.now)}::date - 1)`;
  await ctx.tx.updateTable('membership').set({ valid_to: yesterday }).where('id', '=', post.id).execute();
  return { name: post.name };
}
