import { sql } from 'kysely';
import type { Ctx } from '../../platform/access/ctx.ts';

/** The agency of a team or of a practitioner, to whom something is handed over; null for neither. */
export async function agencyHandedTo(ctx: Ctx, to: { teamId: string | null; staffId: string | null }): Promise<string | null> {
  const { rows } = await sql<{ agency: string | null }>`
    select coalesce((select agency_id from team where id = ${to.teamId}::uuid),
      (select m.agency_id from membership m where m.staff_id = ${to.staffId}::uuid and (m.valid_to is null or m.valid_to >= current_date)
        order by m.valid_from limit 1)) as agency`.execute(ctx.tx);
  return rows[0]?.agency ?? null;
}

/** Children of a contact with a decision that stands, as far as the reader knows them: those of whom the referrer is told. */
export async function childrenToldOf(ctx: Ctx, contactId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct p.id from contact_decision d join person p on p.id = d.person_id
    where d.contact_id = ${contactId} and d.superseded_at is null order by p.id`.execute(ctx.tx);
  return rows.map((row) => row.id);
}
