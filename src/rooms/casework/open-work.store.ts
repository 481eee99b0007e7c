import { sql } from 'kysely';
import { saw, type Ctx } from '../../platform/access/ctx.ts';

/** Open work with someone: which, since when, whose. Never its content. */
export interface OpenWork {
  personId: string;
  kind: 'early-help' | 'referral';
  id: string;
  reference: string;
  /** State code of domain 3.5 or 3.6. */
  state: string;
  since: string;
  teamId: string | null;
  teamName: string | null;
  workerId: string | null;
  workerName: string | null;
  href: string;
}

/** Open help and referrals of these people, for the open-case bypass at the front door (domain 3.3). Answers to those who screen and
 *  allocate, whether or not they may open the work itself; leaves out anyone whose record is closed to them. */
export async function openWorkFor(ctx: Ctx, personIds: readonly string[]): Promise<OpenWork[]> {
  if (personIds.length === 0) return [];
  const { rows } = await sql<Omit<OpenWork, 'href'>>`
    select person_id as "personId", kind, id, reference, state, since::text, team_id as "teamId", team_name as "teamName",
      worker_id as "workerId", worker_name as "workerName"
    from access.open_work_for(${[...personIds]}::uuid[]) order by since desc, reference`.execute(ctx.tx);
  saw(ctx, ...rows.map((row) => row.personId));
  return rows.map((row) => ({ ...row, href: row.kind === 'early-help' ? `/early-help/${row.id}` : `/referrals/${row.id}` }));
}
