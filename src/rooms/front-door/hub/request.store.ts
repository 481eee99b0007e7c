import { sql, type Selectable } from 'kysely';
import type { Ctx, StaffCtx } from '../../../platform/access/ctx.ts';
import { found } from '../../../platform/access/refusal.ts';
import type { InformationRequestTable } from '../../../platform/db/schema.ts';
import type { RequestState } from './enquiry.ts';

export type RequestRow = Selectable<InformationRequestTable>;

/** A request of an enquiry, with its agency's name and how often it was reminded. */
export interface RequestLine {
  id: string;
  agencyId: string;
  agency: string;
  discipline: string;
  state: RequestState;
  whatWeAsk: string;
  askedAt: Date;
  askedBy: string;
  acknowledgedAt: Date | null;
  acknowledgedBy: string | null;
  answeredAt: Date | null;
  answeredBy: string | null;
  declineReason: string | null;
  cancelReason: string | null;
  toldOutcome: string | null;
  toldOutcomeAt: Date | null;
  people: { id: string; namedId: string; personId: string | null; name: string; part: string; addressTold: boolean }[];
  chases: { how: string; spokeTo: string | null; note: string | null; by: string; at: string }[];
}

/** The requests of an enquiry in the order they were asked: to whom, about whom, what became of each. One statement. */
export async function requestsOf(ctx: Ctx, enquiryId: string): Promise<RequestLine[]> {
  const { rows } = await sql<RequestLine>`
    select r.id, r.agency_id as "agencyId", a.name as agency, r.discipline, r.state, r.what_we_ask as "whatWeAsk", r.asked_at as "askedAt", asker.display_name as "askedBy",
      r.acknowledged_at as "acknowledgedAt", taker.display_name as "acknowledgedBy", r.answered_at as "answeredAt", giver.display_name as "answeredBy",
      r.decline_reason as "declineReason", r.cancel_reason as "cancelReason", r.told_outcome as "toldOutcome", r.told_outcome_at as "toldOutcomeAt",
      coalesce((select json_agg(json_build_object('id', p.id, 'namedId', p.contact_person_id, 'personId', p.person_id, 'name', p.name, 'part', p.part, 'addressTold', p.address is not null)
        order by p.part = 'adult', p.name) from information_request_person p where p.request_id = r.id), '[]') as people,
      coalesce((select json_agg(json_build_object('how', h.how, 'spokeTo', h.spoke_to, 'note', h.note, 'by', w.display_name, 'at', h.chased_at) order by h.chased_at)
        from information_request_chase h join staff w on w.id = h.chased_by where h.request_id = r.id), '[]') as chases
    from information_request r join agency a on a.id = r.agency_id join staff asker on asker.id = r.asked_by
    left join staff taker on taker.id = r.acknowledged_by left join staff giver on giver.id = r.answered_by
    where r.enquiry_id = ${enquiryId}::uuid order by r.asked_at, a.name, r.discipline`.execute(ctx.tx);
  return rows;
}

/** One request of an enquiry, locked for the rest of the transaction; not found where it belongs to another. */
export async function requestToChange(ctx: StaffCtx, enquiryId: string, requestId: string): Promise<RequestRow> {
  if (!/^[0-9a-f-]{36}$/.test(requestId)) return found<RequestRow>(null);
  return found(
    await ctx.tx
      .selectFrom('information_request')
      .selectAll()
      .where('id', '=', requestId)
      .where('enquiry_id', '=', enquiryId)
      .forUpdate()
      .executeTakeFirst(),
  );
}

type RequestChanges = Partial<Pick<RequestRow, 'rag' | 'state' | 'cancel_reason' | 'told_outcome' | 'told_outcome_at'>>;

/** Writes what the hub changes of a request. */
export async function changeRequest(ctx: StaffCtx, request: Pick<RequestRow, 'id' | 'version'>, changes: RequestChanges): Promise<void> {
  await ctx.tx
    .updateTable('information_request')
    .set({ ...changes, version: request.version + 1 })
    .where('id', '=', request.id)
    .execute();
}

/** A question to one agency, as it is written down. */
export interface NewRequest {
  id: string;
  enquiryId: string;
  contactId: string;
  agencyId: string;
  discipline: string;
  whatWeAsk: string;
  rag: string;
}

/** Writes requests that ask the same of several agencies, with the people named to each. */
export async function writeRequests(
  ctx: StaffCtx,
  requests: readonly NewRequest[],
  people: readonly {
    namedId: string;
    personId: string | null;
    part: string;
    name: string;
    dateOfBirth: string | null;
    expectedOn: string | null;
    address: string | null;
  }[],
): Promise<void> {
  await ctx.tx
    .insertInto('information_request')
    .values(
      requests.map((one) => ({
        id: one.id,
        enquiry_id: one.enquiryId,
        contact_id: one.contactId,
        agency_id: one.agencyId,
        discipline: one.discipline,
        what_we_ask: one.whatWeAsk,
        rag: one.rag,
        asked_by: ctx.who.staffId,
        asked_at: ctx.now,
      })),
    )
    .execute();
  await ctx.tx
    .insertInto('information_request_person')
    .values(
      requests.flatMap((one) =>
        people.map((person) => ({
          request_id: one.id,
          contact_person_id: person.namedId,
          person_id: person.personId,
          part: person.part,
          name: person.name,
          date_of_birth: person.dateOfBirth,
          expected_on: person.expectedOn,
          address: person.address,
        })),
      ),
    )
    .execute();
}

/** Writes down that an agency was reminded. */
export async function writeChase(
  ctx: StaffCtx,
  it: { requestId: string; how: string; spokeTo: string | null; note: string | null },
): Promise<void> {
  await ctx.tx
    .insertInto('information_request_chase')
    .values({ request_id: it.requestId, how: it.how, spoke_to: it.spokeTo, note: it.note, chased_by: ctx.who.staffId, chased_at: ctx.now })
    .execute();
}

/** How the hub stands for many contacts at once, for the queue and the contact page: colour, answers in, asked, overdue. One statement. */
export async function hubStandings(
  ctx: Ctx,
  contactIds: readonly string[],
): Promise<Map<string, { enquiryId: string; rag: string; asked: number; answered: number; overdue: number }>> {
  if (contactIds.length === 0) return new Map();
  const { rows } = await sql<{ contactId: string; enquiryId: string; rag: string; asked: number; answered: number; overdue: number }>`
    select e.contact_id as "contactId", e.id as "enquiryId", e.rag, count(r.id)::int as asked,
      (count(r.id) filter (where r.state in ('RETURNED_INFO','RETURNED_NIL','DECLINED')))::int as answered,
      (count(r.id) filter (where r.state in ('SENT','ACKNOWLEDGED') and k.due_at < ${ctx.now}))::int as overdue
    from hub_enquiry e left join information_request r on r.enquiry_id = e.id and r.state <> 'CANCELLED'
    left join clock k on k.subject_kind = 'information-request' and k.subject_id = r.id and k.met_at is null and k.cancelled_at is null
    where e.contact_id = any(${[...contactIds]}::uuid[]) and e.closed_at is null group by e.id`.execute(ctx.tx);
  return new Map(rows.map(({ contactId, ...rest }) => [contactId, rest]));
}
