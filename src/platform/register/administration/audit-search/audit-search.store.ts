import { sql } from 'kysely';
import type { StaffCtx } from '../../../access/ctx.ts';
import type { PlainDate } from '../../../time/calendar-day.ts';
import { addDays } from '../../../time/calendar-day.ts';
import { londonInstant } from '../../../time/london.ts';

export interface AuditQuestion {
  personId: string | null;
  staffId: string | null;
  action: string | null;
  outcome: string | null;
  from: PlainDate | null;
  to: PlainDate | null;
  before: number | null;
}
export interface AuditLine {
  id: number;
  at: Date;
  actor: string;
  staffId: string | null;
  staffName: string | null;
  role: string | null;
  agencyName: string | null;
  action: string;
  outcome: string;
  purpose: string | null;
  subjectIds: string[];
  recordKind: string | null;
  recordId: string | null;
  detail: Record<string, unknown>;
  sealed: boolean;
}

export const pageSize = 50;

const columns = sql`e.id, e.at, e.actor, e.staff_id as "staffId", w.display_name as "staffName", e.role, a.name as "agencyName", e.action, e.outcome, e.purpose, e.subject_ids as "subjectIds",
  e.record_kind as "recordKind", e.record_id as "recordId", e.detail, exists (select from audit_seal s where s.event_id = e.id) as sealed`;

/** A page of audit events that answer a question, latest first; 51 rows mean there is a next page. By person it is an index look-up. */
export async function auditEvents(ctx: StaffCtx, question: AuditQuestion): Promise<AuditLine[]> {
  const { personId, staffId, action, outcome, from, to, before } = question;
  const wanted = [
    personId ? sql`exists (select from audit_subject x where x.person_id = ${personId} and x.event_id = e.id)` : null,
    staffId ? sql`e.staff_id = ${staffId}` : null,
    action ? sql`(e.action = ${action} or starts_with(e.action, ${`${action}.`}))` : null,
    outcome ? sql`e.outcome = ${outcome}` : null,
    from ? sql`e.at >= ${londonInstant(from)}` : null,
    to ? sql`e.at < ${londonInstant(addDays(to, 1))}` : null,
    before ? sql`e.id < ${before}` : null,
  ].filter((part) => part !== null);
  const { rows } =
    await sql<AuditLine>`select ${columns} from audit_event e left join staff w on w.id = e.staff_id left join agency a on a.id = e.agency_id
    ${wanted.length > 0 ? sql`where ${sql.join(wanted, sql` and `)}` : sql``} order by e.id desc limit ${pageSize + 1}`.execute(ctx.tx);
  return rows;
}

/** Everyone who works or worked here, for the question "by whom". */
export async function everyone(ctx: StaffCtx): Promise<{ id: string; name: string }[]> {
  return ctx.tx.selectFrom('staff').select(['id', 'display_name as name']).orderBy('display_name').limit(5_000).execute();
}
