import { sql, type Kysely, type Transaction } from 'kysely';
import type { DB } from '../db/schema.ts';
import { permissionsIn } from './clauses.ts';
import type { Actor, AuditNote, Ctx, RequestFacts, StaffActor } from './ctx.ts';

/** Idle limit of a session: 30 minutes (ASVS 7.3.1; reliability note, section 6). */
export const idleMinutes = 30;

/** A fresh audit note for one request or job. */
export const noteFor = (action: string): AuditNote => ({ action, purpose: null, subjects: new Set(), record: null, detail: {} });

/** Sets who this transaction acts for. Local to the transaction: nothing outlives it on a pooled connection. */
export async function actAs(tx: Transaction<DB>, who: Actor): Promise<void> {
  await sql`select set_config('app.actor', ${who.kind}, true), set_config('app.staff', ${who.kind === 'staff' ? who.staffId : ''}, true),
    set_config('app.draft_key', ${who.kind === 'public' ? who.visitorKey : ''}, true),
    set_config('app.machine', ${who.kind === 'machine' ? who.clientId : ''}, true), set_config('app.agencies', '', true)`.execute(tx);
}

interface EnteredSession {
  staffId: string;
  name: string;
  jobTitle: string;
  csrf: string;
  previousVisitAt: string | null;
  memberships: StaffActor['memberships'];
}

/** Opens the session whose id hashes to `idHash` and acts for its person from here on in this transaction; null when there is none.
 *  Someone whose agency has been suspended keeps no membership and so no permission, at once. */
export async function enterSession(tx: Transaction<DB>, idHash: string, now: Date): Promise<StaffActor | null> {
  const { rows } = await sql<{ entered: EnteredSession | null }>`
    select access.enter_session(${idHash}, ${now}, make_interval(mins => ${idleMinutes})) as entered`.execute(tx);
  const entered = rows[0]?.entered;
  if (!entered) return null;
  return {
    kind: 'staff',
    staffId: entered.staffId,
    name: entered.name,
    jobTitle: entered.jobTitle,
    csrf: entered.csrf,
    memberships: entered.memberships,
    permissions: permissionsIn(entered.memberships),
    previousVisitAt: entered.previousVisitAt ? new Date(entered.previousVisitAt) : null,
  };
}

/** Runs work for one actor in one transaction, without a web request: jobs, seeding, tests. */
export async function actingFor<T>(db: Kysely<DB>, who: Actor, now: Date, action: string, work: (ctx: Ctx) => Promise<T>): Promise<T> {
  return db.transaction().execute(async (tx) => {
    await actAs(tx, who);
    const request: RequestFacts = { id: `job-${action}`, nonce: '', path: '', flash: null, navigation: [] };
    return work({ who, now, tx, request, note: noteFor(action) });
  });
}

/** A member of staff with the memberships they hold today, for a job that acts for them; null for someone who has left. */
export async function staffActor(tx: Transaction<DB>, staffId: string): Promise<StaffActor | null> {
  const { rows } = await sql<{ name: string; jobTitle: string; memberships: StaffActor['memberships'] }>`
    select s.display_name as name, s.job_title as "jobTitle", jsonb_agg(jsonb_build_object('role', m.role, 'agencyId', a.id, 'agencyName', a.name,
      'agencyType', a.agency_type, 'clauses', a.clauses, 'teamId', t.id, 'teamName', t.name, 'teamPurpose', t.purpose) order by m.valid_from, m.role) as memberships
    from staff s
    join membership m on m.staff_id = s.id and m.valid_from <= current_date and (m.valid_to is null or m.valid_to >= current_date)
    join agency a on a.id = m.agency_id and a.suspended_at is null
    left join team t on t.id = m.team_id
    where s.id = ${staffId} and (s.left_on is null or s.left_on >= current_date)
    group by s.id`.execute(tx);
  const found = rows[0];
  if (!found) return null;
  const permissions = permissionsIn(found.memberships);
  return { kind: 'staff', staffId, ...found, permissions, csrf: '', previousVisitAt: null };
}
