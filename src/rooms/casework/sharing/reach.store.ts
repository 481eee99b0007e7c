import { sql } from 'kysely';
import type { Ctx } from '../../../platform/access/ctx.ts';
import { holdersOf } from '../../../platform/access/roles.ts';

/** Who in Goldthread can be told, for the worker. */
export interface WhoCanBeTold {
  /** The record is hidden or restricted now: nothing about it may appear outside its access list. */
  isGuarded: boolean;
  /** It is shielded now, so that whoever shared it may not know of it any more: the shield desk tells the recipient. */
  isShielded: boolean;
  /** The practitioner named in the share still works there. */
  staffId: string | null;
  /** The team named in the share, or the agency's hub desk, with somebody in it. */
  teamId: string | null;
  /** Where there is no such team: practitioners who answer the hub for the agency. */
  answering: readonly string[];
  /** Where to write to, when the recipient does not work here. */
  email: string | null;
}

const answeringRoles = [...holdersOf('hub.answer')];

/** Finds out who can be told of a correction in Goldthread, as the worker: posts held today in agencies that are not suspended. */
export async function whoCanBeTold(ctx: Ctx, noticeId: string): Promise<WhoCanBeTold> {
  const { rows } = await sql<WhoCanBeTold>`
    with notice as (select * from share_notice where id = ${noticeId}), post as (
      select m.* from membership m join agency a on a.id = m.agency_id and a.suspended_at is null
        join staff s on s.id = m.staff_id and (s.left_on is null or s.left_on >= current_date), notice n
       where m.agency_id = n.to_agency_id and m.valid_from <= current_date and (m.valid_to is null or m.valid_to >= current_date))
    select n.person_id = any((select access.people_hidden_from_me())::uuid[]) as "isGuarded",
      n.person_id = any((select access.people_under_shield())::uuid[]) as "isShielded",
      (select p.staff_id from post p where p.staff_id = n.to_staff_id limit 1) as "staffId",
      coalesce((select p.team_id from post p where p.team_id = n.to_team_id limit 1),
        (select t.id from team t join post p on p.team_id = t.id and p.role = any(${answeringRoles}::text[])
          where t.agency_id = n.to_agency_id and t.purpose = 'hub-desk' order by t.name limit 1)) as "teamId",
      coalesce((select array_agg(distinct p.staff_id) from post p where p.role = any(${answeringRoles}::text[])), '{}') as answering,
      coalesce(d.to_email, (select a.email from agency a where a.id = n.to_agency_id)) as email
    from notice n join share_decision d on d.id = n.decision_id`.execute(ctx.tx);
  return rows[0] ?? { isGuarded: true, isShielded: true, staffId: null, teamId: null, answering: [], email: null };
}
