import { sql } from 'kysely';
import type { Ctx } from '../access/ctx.ts';

/** A sealed event as it stands now. `content` is the row's canonical text, made by PostgreSQL's own functions, never by ours;
 *  null when the event is gone. */
export interface SealedRow {
  position: number;
  eventId: number;
  chainHash: string;
  rowHash: string | null;
  content: string | null;
}

const content = sql`jsonb_build_array(extract(epoch from e.at)::text, e.actor, e.staff_id, e.role, e.agency_id, e.action, e.outcome, e.purpose,
  to_jsonb(e.subject_ids), e.record_kind, e.record_id, e.detail, e.request_id)::text`;

/** The next links of the chain after a position, with their events. */
export async function sealedAfter(ctx: Ctx, position: number, limit: number): Promise<SealedRow[]> {
  const { rows } = await sql<SealedRow>`select s.position, s.event_id as "eventId", s.chain_hash as "chainHash", e.row_hash as "rowHash",
      case when e.id is not null then ${content} end as content
    from audit_seal s left join audit_event e on e.id = s.event_id where s.position > ${position} order by s.position limit ${limit}`.execute(
    ctx.tx,
  );
  return rows;
}

/** Events not sealed yet, oldest first. */
export async function unsealedEvents(ctx: Ctx, limit: number): Promise<{ eventId: number; at: Date; rowHash: string; content: string }[]> {
  const { rows } = await sql<{
    eventId: number;
    at: Date;
    rowHash: string;
    content: string;
  }>`select e.id as "eventId", e.at, e.row_hash as "rowHash", ${content} as content
    from audit_event e where not exists (select from audit_seal s where s.event_id = e.id) order by e.id limit ${limit}`.execute(ctx.tx);
  return rows;
}

/** Events whose people, as the event says, are not those of the index "who has seen this" reads. */
export async function subjectsThatDiffer(ctx: Ctx, limit: number): Promise<number[]> {
  const { rows } = await sql<{ eventId: number }>`select coalesce(e.id, s.event_id) as "eventId" from audit_event e
    full join (select event_id, array_agg(person_id order by person_id) as people from audit_subject group by event_id) s on s.event_id = e.id
    where e.id is null or (coalesce(s.people, '{}') <> e.subject_ids
      and not (coalesce(s.people, '{}') @> e.subject_ids and e.subject_ids @> coalesce(s.people, '{}')))
    limit ${limit}`.execute(ctx.tx);
  return rows.map((row) => row.eventId);
}
