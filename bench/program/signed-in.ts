import { createHash, randomBytes } from 'node:crypto';
import type { Pool } from 'pg';
import type { Session } from './visitor.ts';

const idOf = (): string => randomBytes(32).toString('base64url');

/** Signs people in without their provider: a session row each, as the callback would have written it. The roles' busiest people come first. */
export async function signInPeople(superuser: Pool, roles: readonly string[], each: number): Promise<Session[]> {
  const { rows } = await superuser.query<{ staff_id: string; role: string }>(
    `
    select staff_id, role from (
      select m.staff_id, m.role, row_number() over (partition by m.role order by w.people desc nulls last, m.staff_id) as place
        from membership m join agency a on a.id = m.agency_id and a.suspended_at is null
        left join (select staff_id, count(*) as people from involvement where ended_on is null group by staff_id) w on w.staff_id = m.staff_id
       where m.role = any($1) and m.valid_from <= current_date and (m.valid_to is null or m.valid_to >= current_date)) ranked
     where place <= $2 order by role, place`,
    [roles, each],
  );
  return Promise.all(
    rows.map(async (row) => {
      const [id, csrf] = [idOf(), idOf()];
      await superuser.query(
        `insert into session (id_hash, staff_id, csrf, issuer, started_at, last_used_at, expires_at) values ($1, $2, $3, 'bench', now(), now(), now() + interval '12 hours')`,
        [createHash('sha256').update(id).digest('hex'), row.staff_id, csrf],
      );
      return { staffId: row.staff_id, role: row.role, cookie: `__Host-session=${id}`, csrf };
    }),
  );
}
