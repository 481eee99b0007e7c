import { sql } from 'kysely';
import type { Clause } from '../access/clauses.ts';
import type { Ctx } from '../access/ctx.ts';
import type { Role } from '../access/roles.ts';
import type { KnownPerson, Standing } from './recognise.ts';

/** The member of staff a provider's subject is tied to, with every role of today; null when there is none. */
export async function personBehind(
  ctx: Ctx,
  from: { issuer: string; subject: string; providerId: string },
  today: string,
): Promise<KnownPerson | null> {
  const staff = await ctx.tx
    .selectFrom('sign_in_identity as i')
    .innerJoin('staff as s', 's.id', 'i.staff_id')
    .select(['s.id', 's.display_name', 's.job_title', 's.left_on'])
    .where('i.issuer', '=', from.issuer)
    .where('i.subject', '=', from.subject)
    .executeTakeFirst();
  if (!staff) return null;
  return {
    staffId: staff.id,
    name: staff.display_name,
    jobTitle: staff.job_title,
    leftOn: staff.left_on,
    standings: await standingsOf(ctx, staff.id, from.providerId, today),
  };
}

async function standingsOf(ctx: Ctx, staffId: string, providerId: string, today: string): Promise<Standing[]> {
  const rows = await ctx.tx
    .selectFrom('membership as m')
    .innerJoin('agency as a', 'a.id', 'm.agency_id')
    .leftJoin('team as t', 't.id', 'm.team_id')
    .leftJoin('identity_provider_agency as b', (join) => join.onRef('b.agency_id', '=', 'a.id').on('b.provider_id', '=', providerId))
    .select([
      'm.role',
      'a.id as agencyId',
      'a.name as agencyName',
      'a.agency_type as agencyType',
      sql<Clause[]>`a.clauses`.as('clauses'),
      't.id as teamId',
      't.name as teamName',
      't.purpose as teamPurpose',
      'a.agreement_signed_on as agreedOn',
      'a.dpia_reference as dpiaReference',
      'a.live_from as liveFrom',
      'a.suspended_at as suspendedAt',
      'b.agency_id as boundAgency',
    ])
    .where('m.staff_id', '=', staffId)
    .where('m.valid_from', '<=', today)
    .where((where) => where.or([where('m.valid_to', 'is', null), where('m.valid_to', '>=', today)]))
    .orderBy('m.valid_from')
    .orderBy('m.role')
    .execute();
  return rows.map(({ boundAgency, role, ...row }) => ({ ...row, role: role as Role, bound: boundAgency !== null }));
}
