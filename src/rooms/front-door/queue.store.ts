import { sql } from 'kysely';
import type { StaffCtx } from '../../platform/access/ctx.ts';

/** One line of the front door queue. */
export interface QueueRow {
  id: string;
  reference: string;
  state: string;
  receivedAt: Date;
  sourceCode: string;
  channel: string;
  immediateDanger: boolean;
  levelBelieved: number | null;
  children: string[];
  postcode: string | null;
  /** House and postcode, folded, so that two ways of writing one address are one. */
  address: string | null;
  heldById: string | null;
  heldBy: string | null;
  repeats: number;
  personIds: string[];
  hubRag: string | null;
  lane: string | null;
  discipline: string | null;
  excerpt: string;
}

export interface QueueCounts {
  open: number;
  waiting: number;
  mine: number;
  decided: number;
}

export type QueueShow = keyof QueueCounts;

/** What is looked at: which contacts, of which lane (a lane of the routing rules, or `duty`: what the reader is on duty for), which page from 1. */
export interface QueueFilter {
  show: QueueShow;
  lane?: string | null;
  page?: number;
}

const waiting = ['SUBMITTED', 'MATCHING', 'SCREENING'];

/** Rows of one page of the queue: as many as an officer looks through, and a page that stays light. */
export const queuePageLength = 30;

/** The lane a contact waits in by its last routing; nothing for any lane. */
function inLane(lane: string | null | undefined) {
  if (!lane) return sql``;
  const fits = lane === 'duty' ? sql`r.discipline = any((select access.my_duties())::text[])` : sql`r.lane = ${lane}`;
  return sql`and (select ${fits} from contact_routing r where r.contact_id = c.id order by r.number desc limit 1)`;
}

interface PageRow extends Omit<QueueRow, 'children' | 'postcode' | 'address' | 'repeats' | 'personIds' | 'hubRag' | 'lane' | 'discipline'> {
  counts: QueueCounts;
  change: string;
}

type Line = Pick<QueueRow, 'children' | 'postcode' | 'address' | 'repeats' | 'personIds' | 'hubRag' | 'lane' | 'discipline'> & {
  id: string;
};

/** One page of open contacts, most pressing first: immediate danger, then the longest waiting; how many of each kind there are; and the
 *  moment it was read at, in microseconds, so that the page can say later what changed. The contacts are read once for all of it. */
export async function queue(ctx: StaffCtx, filter: QueueFilter): Promise<{ rows: QueueRow[]; counts: QueueCounts; change: string }> {
  const from = ((filter.page ?? 1) - 1) * queuePageLength;
  const { rows } = await sql<PageRow | (Record<keyof PageRow, null> & { counts: QueueCounts; change: string })>`
    with opened as materialized (
      select c.id, c.reference, c.state, c.received_at, c.source_code, c.channel, c.immediate_danger, c.level_believed, c.held_by, c.what_happened
        from contact c where c.state not in ('CLOSED', 'MERGED') ${inLane(filter.lane)}),
    page as (
      select * from opened where case ${filter.show}::text when 'waiting' then state = any(${waiting}::text[]) when 'decided' then state = 'DECIDED'
          when 'mine' then held_by = ${ctx.who.staffId}::uuid else true end
       order by immediate_danger desc, received_at, id limit ${queuePageLength} offset ${from}),
    counts as (
      select json_build_object('open', count(*), 'waiting', count(*) filter (where state = any(${waiting}::text[])), 'mine', count(*) filter (where held_by = ${ctx.who.staffId}::uuid),
        'decided', count(*) filter (where state = 'DECIDED')) as counts from opened)
    select n.counts, (extract(epoch from clock_timestamp()) * 1000000)::bigint::text as change, c.id, c.reference, c.state, c.received_at as "receivedAt", c.source_code as "sourceCode", c.channel,
      c.immediate_danger as "immediateDanger", c.level_believed as "levelBelieved", c.held_by as "heldById", s.display_name as "heldBy", left(c.what_happened, 240) as excerpt
    from counts n left join page c on true left join staff s on s.id = c.held_by
    order by c.immediate_danger desc, c.received_at, c.id`.execute(ctx.tx);
  const shown = rows.filter((row): row is PageRow => row.id !== null);
  const lines = await linesOf(
    ctx,
    shown.map((row) => row.id),
  );
  const none = { children: [], postcode: null, address: null, repeats: 0, personIds: [], hubRag: null, lane: null, discipline: null };
  return {
    rows: shown.map(({ counts: _counts, change: _change, ...row }) => ({ ...row, ...(lines.get(row.id) ?? none) })),
    counts: rows[0]?.counts ?? { open: 0, waiting: 0, mine: 0, decided: 0 },
    change: rows[0]?.change ?? '0',
  };
}

async function linesOf(ctx: StaffCtx, ids: readonly string[]): Promise<Map<string, Line>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<Line>`
    select contact_id as id, children, postcode, address, person_ids as "personIds", repeats, hub_rag as "hubRag", lane, discipline
    from access.queue_lines(${[...ids]}::uuid[])`.execute(ctx.tx);
  return new Map(rows.map((row) => [row.id, row]));
}

/** The next contact nobody holds, of a lane or of any, locked so that a colleague pulling at the same moment gets another. */
export async function nextWaiting(ctx: StaffCtx, lane: string | null = null): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    select c.id from contact c where c.state = any(${waiting}::text[]) and c.state not in ('CLOSED', 'MERGED') and c.held_by is null ${inLane(lane)}
    order by c.immediate_danger desc, c.received_at, c.id limit 1 for update of c skip locked`.execute(ctx.tx);
  return rows[0]?.id ?? null;
}
