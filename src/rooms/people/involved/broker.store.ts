import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { saw, type StaffCtx } from '../../../platform/access/ctx.ts';
import { found } from '../../../platform/access/refusal.ts';

/** Who asks to be contacted, as the officer and the service read it. */
interface Asker {
  askedBy: string;
  jobTitle: string;
  phone: string | null;
  email: string | null;
}

/** A request as the privacy officer sees it: who asks, about whom, why. Never whether there is a service. */
export interface BrokerRequest extends Asker {
  id: string;
  personId: string;
  child: string;
  dateOfBirth: string | null;
  message: string;
  askedAt: Date;
  decidedAt: Date | null;
  decision: string | null;
  decisionNote: string | null;
}

/** The same as it reached the reader's service. */
export interface PassedOn extends Asker {
  id: string;
  personId: string;
  child: string;
  dateOfBirth: string | null;
  message: string;
  passedOnAt: Date;
  answeredAt: Date | null;
  reply: string | null;
}

/** A request of the reader's own about one child, with the replies of services that chose to give one. */
export interface OwnRequest {
  id: string;
  askedAt: Date;
  message: string;
  decidedAt: Date | null;
  decision: string | null;
  decisionNote: string | null;
  replies: { agency: string; by: string; reply: string; phone: string | null }[];
}

/** Writes a request to the broker; returns its id. Null when one of the reader's own about the child still waits. */
export async function insertRequest(ctx: StaffCtx, personId: string, message: string): Promise<string | null> {
  const id = randomUUID();
  const written = await ctx.tx
    .insertInto('broker_request')
    .values({ id, person_id: personId, asked_by: ctx.who.staffId, asked_at: ctx.now, message })
    .onConflict((clash) => clash.columns(['person_id', 'asked_by']).where('decided_at', 'is', null).doNothing())
    .executeTakeFirst();
  saw(ctx, personId);
  return written.numInsertedOrUpdatedRows === 0n ? null : id;
}

/** The reader's own requests about a child, latest first. */
export async function ownRequests(ctx: StaffCtx, personId: string): Promise<OwnRequest[]> {
  const { rows } = await sql<OwnRequest>`
    select r.id, r.asked_at as "askedAt", r.message, r.decided_at as "decidedAt", r.decision, r.decision_note as "decisionNote",
      coalesce((select json_agg(json_build_object('agency', a.name, 'by', s.display_name, 'reply', d.reply, 'phone', s.phone) order by d.answered_at)
          from broker_delivery d join agency a on a.id = d.agency_id left join staff s on s.id = d.answered_by
         where d.request_id = r.id and d.replied), '[]') as replies
    from broker_request r where r.person_id = ${personId} and r.asked_by = ${ctx.who.staffId} order by r.asked_at desc limit 20`.execute(
    ctx.tx,
  );
  saw(ctx, personId);
  return rows;
}

/** For the privacy officer: requests that wait first, then the last hundred decided. */
export async function requestsForOfficer(ctx: StaffCtx): Promise<BrokerRequest[]> {
  const { rows } = await sql<BrokerRequest>`
    select r.id, r.person_id as "personId", n.name as child, n.date_of_birth as "dateOfBirth", r.message, r.asked_at as "askedAt", r.decided_at as "decidedAt",
      r.decision, r.decision_note as "decisionNote", s.display_name as "askedBy", s.job_title as "jobTitle", s.phone, s.email
    from broker_request r join staff s on s.id = r.asked_by join access.names_in_requests() n on n.person_id = r.person_id
    order by r.decided_at desc nulls first, r.asked_at limit 100`.execute(ctx.tx);
  saw(ctx, ...rows.map((row) => row.personId));
  return rows;
}

/** One request that waits, held for the decision. Throws notFound. */
export async function lockRequest(ctx: StaffCtx, id: string) {
  return found(
    await ctx.tx
      .selectFrom('broker_request')
      .select(['id', 'person_id', 'asked_by', 'decided_at'])
      .where('id', '=', id)
      .forUpdate()
      .executeTakeFirst(),
  );
}

/** Writes the officer's decision; a request passed on goes to every service there is, or to none, in the same statements either way. */
export async function writeDecision(
  ctx: StaffCtx,
  id: string,
  decision: 'passed on' | 'not passed on',
  note: string | null,
): Promise<void> {
  await ctx.tx
    .updateTable('broker_request')
    .set({ decision, decision_note: note, decided_at: ctx.now, decided_by: ctx.who.staffId })
    .where('id', '=', id)
    .execute();
  if (decision === 'passed on') await sql`select access.pass_on(${id}::uuid)`.execute(ctx.tx);
}

/** Requests that reached the reader's service: those not answered first. */
export async function passedToMe(ctx: StaffCtx): Promise<PassedOn[]> {
  const { rows } = await sql<PassedOn>`
    select d.id, d.person_id as "personId", n.name as child, n.date_of_birth as "dateOfBirth", r.message, d.passed_on_at as "passedOnAt", d.answered_at as "answeredAt", d.reply,
      s.display_name as "askedBy", s.job_title as "jobTitle", s.phone, s.email
    from broker_delivery d join broker_request r on r.id = d.request_id join staff s on s.id = d.asked_by join access.names_in_requests() n on n.person_id = d.person_id
    where d.request_id = any((select access.requests_passed_to_me())::uuid[]) order by d.answered_at desc nulls first, d.passed_on_at limit 100`.execute(
    ctx.tx,
  );
  saw(ctx, ...rows.map((row) => row.personId));
  return rows;
}

/** One request that reached the reader's service, held for its answer. Throws notFound. */
export async function lockPassedOn(ctx: StaffCtx, id: string) {
  return found(
    await ctx.tx
      .selectFrom('broker_delivery')
      .select(['id', 'person_id', 'asked_by', 'answered_at'])
      .where('id', '=', id)
      .where(sql<boolean>`request_id = any((select access.requests_passed_to_me())::uuid[])`)
      .forUpdate()
      .executeTakeFirst(),
  );
}

/** The service replies, or puts the request away in silence (`reply` null): then nobody outside it learns that it came. */
export async function writeAnswer(
  ctx: StaffCtx,
  it: { id: string; askedBy: string; personId: string },
  reply: string | null,
): Promise<void> {
  await ctx.tx
    .updateTable('broker_delivery')
    .set({ answered_at: ctx.now, answered_by: ctx.who.staffId, replied: reply !== null, reply })
    .where('id', '=', it.id)
    .execute();
  if (reply !== null)
    await ctx.tx
      .insertInto('alert')
      .values({
        staff_id: it.askedBy,
        kind: 'broker-replied',
        record_id: it.personId,
        href: `/people/${it.personId}/ask-broker`,
        raised_at: ctx.now,
      })
      .execute();
}
