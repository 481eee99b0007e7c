import { sql } from 'kysely';
import { actingAs, type Ctx } from '../../../platform/access/ctx.ts';

/** The team new requests go to: the asker's own early help team, else the one set as `early-help-inbox-team`, else the first by name; null when there is none. */
export async function intakeTeam(ctx: Ctx): Promise<string | null> {
  const own = actingAs(ctx.who)?.teamId ?? null;
  const { rows } = await sql<{ id: string }>`
    select t.id from team t left join setting s on s.key = 'early-help-inbox-team' and s.value = t.id::text
    where t.purpose = 'early-help' order by t.id is distinct from ${own}::uuid, s.value is null, t.name limit 1`.execute(ctx.tx);
  return rows[0]?.id ?? null;
}

/** Teams early help may be given to. */
export async function helpTeams(ctx: Ctx): Promise<{ id: string; name: string }[]> {
  return ctx.tx.selectFrom('team').select(['id', 'name']).where('purpose', 'in', ['early-help', 'social-work']).orderBy('name').execute();
}
