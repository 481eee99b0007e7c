import { sql, type Kysely, type Transaction } from 'kysely';
import type { DB } from '../db/schema.ts';
import type { Actor, AuditNote, Ctx, RequestFacts, StaffActor } from './ctx.ts';
import { permissionsOf, type Role } from './roles.ts';

/** Idle limit of a session: 30 minutes (ASVS 7.3.1; reliability note, section 6). */
export const idleMinutes = 30;

/** A fresh audit note for one request or job. */
export const noteFor = (action: string): AuditNote => ({ action, purpose: null, subjects: new Set(), record: null, detail: {} });

/** Sets who this transaction acts for. Local to the transaction: nothing outlives it on a pooled connection. */
export async function actAs(tx: Transaction<DB>, who: Actor): Promise<void> {
  await sql`select set_config('app.actor', ${who.kind}, true), set_config('app.staff', ${who.kind === 'staff' ? who.staffId : ''}, true),
    set_config('app.draft_key', ${who.kind === 'public' ? who.visitorKey : ''}, true)`.execute(tx);
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
    permissions: permissionsOf(entered.memberships.map((m) => m.role as Role)),
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
