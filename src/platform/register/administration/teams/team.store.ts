import { sql } from 'kysely';
import type { StaffCtx } from '../../../access/ctx.ts';
import { found } from '../../../access/refusal.ts';

/** What a team is there for; the policies of the front door, health and the shield desk go by it. */
export const purposes = {
  'front-door': 'Front door',
  'hub-desk': 'Answers the hub for its agency',
  'early-help': 'Early help',
  'social-work': 'Social work',
  'shield-desk': 'Shield desk',
  'index-desk': 'Index desk',
  safeguarding: 'Safeguarding in a school or setting',
  health: 'Health',
  police: 'Police',
  commissioning: 'Commissioning',
  other: 'Something else',
} as const;
export type Purpose = keyof typeof purposes;
/** Purposes an agency's own administrator may give a desk. */
export const deskPurposes = ['hub-desk', 'safeguarding', 'health', 'police', 'other'] as const satisfies readonly Purpose[];
export const purposeCodes = Object.keys(purposes) as [Purpose, ...Purpose[]];

export interface Team {
  id: string;
  name: string;
  purpose: Purpose;
  agencyId: string;
  agencyName: string;
  phone: string | null;
  email: string | null;
  people: number;
}

const people = sql<number>`(select count(distinct m.staff_id) from membership m where m.team_id = t.id and (m.valid_to is null or m.valid_to >= current_date))`;
const all = (ctx: StaffCtx) =>
  ctx.tx
    .selectFrom('team as t')
    .innerJoin('agency as a', 'a.id', 't.agency_id')
    .select([
      't.id',
      't.name',
      sql<Purpose>`t.purpose`.as('purpose'),
      'a.id as agencyId',
      'a.name as agencyName',
      't.phone',
      't.email',
      people.as('people'),
    ])
    .orderBy('a.name')
    .orderBy('t.name');

/** Every team, by agency and name. */
export async function teams(ctx: StaffCtx): Promise<Team[]> {
  return all(ctx).execute();
}

/** The teams of one agency. */
export async function teamsOf(ctx: StaffCtx, agencyId: string): Promise<Team[]> {
  return all(ctx).where('a.id', '=', agencyId).execute();
}

/** One team; refuses with not found. */
export async function teamOf(ctx: StaffCtx, id: string): Promise<Team> {
  return found(await all(ctx).where('t.id', '=', id).executeTakeFirst());
}

type TeamFacts = Pick<Team, 'name' | 'purpose' | 'phone' | 'email'>;

/** Adds a team to an agency and gives its id. */
export async function addTeam(ctx: StaffCtx, agencyId: string, facts: TeamFacts): Promise<string> {
  const { id } = await ctx.tx
    .insertInto('team')
    .values({ agency_id: agencyId, ...facts })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** Changes a team's facts; it stays with its agency. */
export async function changeTeam(ctx: StaffCtx, id: string, facts: TeamFacts): Promise<void> {
  await ctx.tx.updateTable('team').set(facts).where('id', '=', id).execute();
}
