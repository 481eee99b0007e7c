import { sql } from 'kysely';
import type { StaffCtx } from '../../platform/access/ctx.ts';

/** One line of the front door queue. */
export interface QueueRow {
  id: string;
  reference: string;
  state: string;
  receivedAt: Date;
  dueAt: Date | null;
  warnAt: Date | null;
  startedAt: Date | null;
  sourceCode: string;
  channel: string;
  immediateDanger: boolean;
  levelBelieved: number | null;
  children: string[];
  postcode: string | null;
  heldById: string | null;
  heldBy: string | null;
  repeats: number;
  personIds: string[];
  hubRag: string | null;
  excerpt: string;
}

const waiting = ['SUBMITTED', 'MATCHING', 'SCREENING'];
const open = [...waiting, 'RETURNED_TO_REFERRER', 'TRIAGE_MASH', 'DECIDED'];

/** Rows of one page of the queue: as many as an officer looks through, and a page that stays light. */
export const queuePageLength = 30;

/** Open contacts, most pressing first: immediate danger, then by when they are due. One query, one page (from 1) of them. */
export async function queue(ctx: StaffCtx, filter: { show: 'open' | 'waiting' | 'mine' | 'decided'; page?: number }): Promise<QueueRow[]> {
  const from = ((filter.page ?? 1) - 1) * queuePageLength;
  const states = filter.show === 'waiting' ? waiting : filter.show === 'decided' ? ['DECIDED'] : open;
  const mine = filter.show === 'mine' ? sql`and c.held_by = ${ctx.who.staffId}` : sql``;
  const { rows } = await sql<QueueRow>`
    with page as (
      select c.* from contact c
       where c.state not in ('CLOSED', 'MERGED') and c.state = any(${states}::text[]) ${mine}
       order by c.immediate_danger desc, c.received_at, c.id limit ${queuePageLength} offset ${from})
    select c.id, c.reference, c.state, c.received_at as "receivedAt", k.due_at as "dueAt", k.warn_at as "warnAt", k.started_at as "startedAt", c.source_code as "sourceCode", c.channel,
      c.immediate_danger as "immediateDanger", c.level_believed as "levelBelieved", c.held_by as "heldById", s.display_name as "heldBy", left(c.what_happened, 240) as excerpt,
      coalesce(n.children, '{}') as children, n.postcode, coalesce(r.person_ids, '{}') as "personIds", h.rag as "hubRag",
      (select count(distinct e.contact_id)::int from contact_recognition e join contact ec on ec.id = e.contact_id
        where e.person_id = any(r.person_ids) and e.contact_id <> c.id and ec.received_at > c.received_at - interval '12 months' and ec.received_at <= c.received_at) as repeats
    from page c
    left join clock k on k.rule_key = 'C02' and k.subject_kind = 'contact' and k.subject_id = c.id and k.met_at is null and k.cancelled_at is null
    left join staff s on s.id = c.held_by
    left join lateral (select array_agg(coalesce(nullif(concat_ws(' ', p.given_name, p.family_name), ''), p.description, 'Unborn baby') order by p.position) as children, max(p.postcode) as postcode
      from contact_person p where p.contact_id = c.id and p.part <> 'adult') n on true
    left join lateral (select array_agg(x.person_id) as person_ids from contact_recognition x where x.contact_id = c.id) r on true
    left join lateral (select q.rag from hub_enquiry q where q.contact_id = c.id and q.closed_at is null limit 1) h on true
    order by c.immediate_danger desc, k.due_at nulls last, c.received_at`.execute(ctx.tx);
  return rows;
}

/** How many are open, waiting, mine, and decided but not yet told. */
export async function queueCounts(ctx: StaffCtx): Promise<{ open: number; waiting: number; mine: number; decided: number }> {
  const { rows } = await sql<{ open: number; waiting: number; mine: number; decided: number }>`
    select count(*)::int as open, (count(*) filter (where state = any(${waiting}::text[])))::int as waiting,
      (count(*) filter (where held_by = ${ctx.who.staffId}))::int as mine, (count(*) filter (where state = 'DECIDED'))::int as decided
    from contact where state not in ('CLOSED', 'MERGED')`.execute(ctx.tx);
  return rows[0] ?? { open: 0, waiting: 0, mine: 0, decided: 0 };
}

/** The next contact nobody holds, locked so that a colleague pulling at the same moment gets another. */
export async function nextWaiting(ctx: StaffCtx): Promise<string | null> {
  const row = await ctx.tx
    .selectFrom('contact')
    .select('id')
    .where('state', 'in', waiting)
    .where('held_by', 'is', null)
    .orderBy('immediate_danger', 'desc')
    .orderBy('received_at')
    .limit(1)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst();
  return row?.id ?? null;
}
