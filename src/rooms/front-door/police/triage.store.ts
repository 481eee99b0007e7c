import { sql, type RawBuilder } from 'kysely';
import type { StaffCtx } from '../../../platform/access/ctx.ts';
import { found } from '../../../platform/access/refusal.ts';
import type { Colour } from './notification.ts';
import type { TriageOutcome } from './triage.ts';

/** An incident on the day's list. */
export interface ListedIncident {
  contactId: string;
  reference: string;
  state: string;
  notificationId: string;
  policeRef: string;
  force: string;
  version: number;
  incidentAt: Date;
  receivedAt: Date;
  line1: string | null;
  postcode: string | null;
  dashRisk: string | null;
  marac: boolean;
  maracOn: string | null;
  policeGrade: string | null;
  priorTold: number | null;
  shareRules: string[];
  excerpt: string;
  children: string[];
  adults: string[];
  childPresent: boolean;
  childHurt: boolean;
  /** Other incidents at this home in the 12 months before, as the hub counts them. */
  earlier: number;
  joinsWaiting: number;
  asked: number;
  personIds: string[];
  colour: Colour | null;
  outcome: TriageOutcome | null;
  why: string | null;
  triagedBy: string | null;
  triagedAt: Date | null;
  meetingId: string | null;
  /** The police have told more since it was triaged. */
  updated: boolean;
}

const incidents = async (ctx: StaffCtx, which: RawBuilder<unknown>): Promise<ListedIncident[]> => {
  const { rows } = await sql<ListedIncident>`
    select c.id as "contactId", c.reference, c.state, n.id as "notificationId", n.police_ref as "policeRef", a.name as force, n.version,
      n.incident_at as "incidentAt", c.received_at as "receivedAt", n.line1, n.postcode, n.dash_risk as "dashRisk", n.marac, n.marac_on::text as "maracOn",
      n.police_grade as "policeGrade", n.prior_incidents as "priorTold", n.share_rules as "shareRules", left(n.circumstances, 200) as excerpt,
      coalesce(p.children, '{}') as children, coalesce(p.adults, '{}') as adults, coalesce(p.present, false) as "childPresent", coalesce(p.hurt, false) as "childHurt",
      (select count(distinct (e.agency_id, e.police_ref))::int from police_notification e where e.home_key = n.home_key and e.police_ref <> n.police_ref
        and e.incident_at > n.incident_at - interval '12 months' and e.incident_at <= n.incident_at) as earlier,
      (select count(*)::int from incident_join j where j.contact_id = c.id and j.answer is null) as "joinsWaiting",
      (select count(*)::int from police_question q where q.contact_id = c.id and q.answer is null) as asked,
      coalesce((select array_agg(r.person_id) from contact_recognition r where r.contact_id = c.id), '{}') as "personIds",
      t.colour, t.outcome, t.why, s.display_name as "triagedBy", t.triaged_at as "triagedAt", t.meeting_id as "meetingId",
      coalesce(t.triaged_at < n.received_at, false) as updated
    from contact c
    join lateral (select * from police_notification l where l.contact_id = c.id and l.state = 'TAKEN' order by l.received_at desc, l.version desc limit 1) n on true
    join agency a on a.id = n.agency_id
    left join lateral (
      select array_agg(x.called order by x.position) filter (where x.role like 'child%') as children,
        array_agg(concat_ws(', ', coalesce(x.called, 'name not known'), x.role) order by x.position) filter (where x.role not like 'child%') as adults,
        bool_or(x.role = 'child present') as present, bool_or(x.role like 'child%' and x.injuries is not null) as hurt
      from (select y.*, coalesce(nullif(concat_ws(' ', y.given_name, y.family_name), ''), y.description, y.age_in_words) as called from police_person y where y.notification_id = n.id) x) p on true
    left join incident_triage t on t.contact_id = c.id and t.superseded_at is null
    left join staff s on s.id = t.triaged_by
    where c.channel = 'POLICE_FEED' and ${which}
    order by c.received_at, c.id limit 300`.execute(ctx.tx);
  return rows;
};

/** The day's list: domestic-abuse incidents nobody has gone through since the last meeting, and those gone through since; in the order they
 *  came, which never changes under the cursor. */
export const dailyList = (ctx: StaffCtx): Promise<ListedIncident[]> =>
  incidents(
    ctx,
    sql`n.incident_type = 'DA' and c.state <> 'MERGED' and (c.state <> 'CLOSED' and (t.id is null or t.triaged_at < n.received_at)
      or t.triaged_at > coalesce((select max(m.closed_at) from triage_meeting m), now() - interval '1 day'))`,
  );

/** The incident a contact is about; null where it came another way, or was joined to an earlier one. */
export async function incidentBehind(ctx: StaffCtx, contactId: string): Promise<ListedIncident | null> {
  if (!/^[0-9a-f-]{36}$/.test(contactId)) return null;
  return (await incidents(ctx, sql`c.id = ${contactId}`))[0] ?? null;
}

/** One incident by its contact, whatever its kind. Throws notFound. */
export const incidentOf = async (ctx: StaffCtx, contactId: string): Promise<ListedIncident> => found(await incidentBehind(ctx, contactId));

/** What a meeting decided, in the order things came. */
export const decidedAt = (ctx: StaffCtx, meetingId: string): Promise<ListedIncident[]> =>
  incidents(ctx, sql`exists (select 1 from incident_triage d where d.contact_id = c.id and d.meeting_id = ${meetingId})`);

/** How many wait to be gone through: for Today. */
export async function waitingCount(ctx: StaffCtx): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from contact c
    join lateral (select l.incident_type, l.received_at from police_notification l where l.contact_id = c.id and l.state = 'TAKEN' order by l.received_at desc, l.version desc limit 1) n on true
    left join incident_triage t on t.contact_id = c.id and t.superseded_at is null
    where c.channel = 'POLICE_FEED' and c.state not in ('CLOSED','MERGED') and n.incident_type = 'DA' and (t.id is null or t.triaged_at < n.received_at)`.execute(
    ctx.tx,
  );
  return rows[0]?.count ?? 0;
}

/** Writes what a person made of an incident; what was said before stays, superseded. */
export async function writeTriage(
  ctx: StaffCtx,
  it: { contactId: string; colour: Colour; outcome: TriageOutcome; why: string; suggested: string | null; meetingId: string | null },
): Promise<void> {
  await ctx.tx
    .updateTable('incident_triage')
    .set({ superseded_at: ctx.now })
    .where('contact_id', '=', it.contactId)
    .where('superseded_at', 'is', null)
    .execute();
  await ctx.tx
    .insertInto('incident_triage')
    .values({
      contact_id: it.contactId,
      colour: it.colour,
      outcome: it.outcome,
      why: it.why,
      suggested: it.suggested,
      meeting_id: it.meetingId,
      triaged_by: ctx.who.staffId,
      triaged_at: ctx.now,
    })
    .execute();
}

/** One earlier triage of an incident. */
export interface PastTriage {
  colour: string;
  outcome: TriageOutcome;
  why: string;
  by: string;
  at: Date;
  standing: boolean;
}

/** Everything said about an incident on the list, latest first. */
export async function triagesOf(ctx: StaffCtx, contactId: string): Promise<PastTriage[]> {
  const rows = await ctx.tx
    .selectFrom('incident_triage as t')
    .innerJoin('staff as s', 's.id', 't.triaged_by')
    .select(['t.colour', 't.outcome', 't.why', 's.display_name as by', 't.triaged_at as at'])
    .select((of) => of('t.superseded_at', 'is', null).as('standing'))
    .where('t.contact_id', '=', contactId)
    .orderBy('t.triaged_at', 'desc')
    .execute();
  return rows.map((row) => ({ ...row, outcome: row.outcome as TriageOutcome, standing: Boolean(row.standing) }));
}
