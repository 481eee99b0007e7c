import { sql } from 'kysely';
import { saw, type StaffCtx } from '../../../platform/access/ctx.ts';
import { reachNow } from './reach.ts';
import type { SafeguardingLead, SheetCarer } from './sheet.ts';
import { nameOf } from '../person.ts';
import { londonDay } from '../today.ts';

/** Designated safeguarding leads of some agencies, with how to reach them now. */
export async function safeguardingLeads(ctx: StaffCtx, agencyIds: readonly string[]): Promise<SafeguardingLead[]> {
  if (agencyIds.length === 0) return [];
  const today = londonDay(ctx);
  const rows = await ctx.tx
    .selectFrom('membership as m')
    .innerJoin('staff as s', 's.id', 'm.staff_id')
    .innerJoin('agency as a', 'a.id', 'm.agency_id')
    .leftJoin('team as t', 't.id', 'm.team_id')
    .leftJoin('staff as c', 'c.id', 's.cover_staff_id')
    .where('m.role', '=', 'DSL')
    .where('m.agency_id', 'in', [...agencyIds])
    .where('m.valid_from', '<=', today)
    .where((it) => it.or([it('m.valid_to', 'is', null), it('m.valid_to', '>=', today)]))
    .select([
      'm.agency_id',
      's.display_name',
      's.phone',
      's.email',
      's.away_until',
      's.left_on',
      'a.name as agency',
      'a.phone as agency_phone',
    ])
    .select(['t.name as team', 't.phone as team_phone', 'c.display_name as cover_name', 'c.phone as cover_phone'])
    .orderBy('s.display_name')
    .execute();
  return rows.map((row) => ({
    agencyId: row.agency_id,
    name: row.display_name,
    reach: reachNow(
      {
        phone: row.phone,
        email: row.email,
        team: row.team,
        teamPhone: row.team_phone,
        agency: row.agency,
        agencyPhone: row.agency_phone,
        awayUntil: row.away_until,
        leftOn: row.left_on,
        coverName: row.cover_name,
        coverPhone: row.cover_phone,
      },
      today,
    ),
  }));
}

const caringKinds = ['mother', 'father', 'parent', 'step-parent', 'carer', 'grandparent'];

/** A child's parents and carers as the reader may see them, with every way to reach each and whether it is safe. One statement: the same rules as safeContact. */
export async function carersOf(ctx: StaffCtx, personId: string): Promise<SheetCarer[]> {
  const today = londonDay(ctx);
  const rows = await ctx.tx
    .selectFrom('relationship as r')
    .innerJoin('person as p', 'p.id', 'r.person_id')
    .where('r.related_id', '=', personId)
    .where((it) => it.or([it('r.kind', 'in', caringKinds), it('r.parental_responsibility', '=', true)]))
    .where((it) => it.or([it('r.valid_to', 'is', null), it('r.valid_to', '>=', today)]))
    .select(['p.id', 'p.given_name', 'p.family_name', 'p.preferred_name', 'r.kind', 'r.parental_responsibility'])
    .select(
      sql<
        SheetCarer['points']
      >`coalesce((select json_agg(json_build_object('value', c.value, 'isSafe', c.is_safe, 'note', c.safe_note) order by c.is_safe desc, c.kind desc)
        from person_contact_point c where c.person_id = p.id and (c.valid_to is null or c.valid_to >= ${today}::date)), '[]')`.as('points'),
    )
    .orderBy('p.family_name')
    .execute();
  saw(ctx, ...rows.map((row) => row.id));
  return rows.map((row) => ({
    name: nameOf(row),
    relation: row.kind,
    parentalResponsibility: row.parental_responsibility,
    points: row.points,
  }));
}

/** The number of the emergency duty team, out of hours; null while nobody has set it. */
export async function dutyTeamNumber(ctx: StaffCtx): Promise<string | null> {
  const row = await ctx.tx.selectFrom('setting').select('value').where('key', '=', 'emergency-duty-team').executeTakeFirst();
  return row?.value ?? null;
}
