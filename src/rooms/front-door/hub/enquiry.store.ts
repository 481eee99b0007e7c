import type { Selectable } from 'kysely';
import { sql } from 'kysely';
import { about, type Ctx, type StaffCtx } from '../../../platform/access/ctx.ts';
import { conflict, found } from '../../../platform/access/refusal.ts';
import type { HubEnquiryTable } from '../../../platform/db/schema.ts';
import { contactOf, contactToChange, type ContactRow } from '../contact.store.ts';
import type { Rag } from './enquiry.ts';

export type EnquiryRow = Selectable<HubEnquiryTable>;

/** An enquiry with when its decision is due, and how many were asked, have answered and are overdue. */
export type EnquiryWithReturns = EnquiryRow & { dueAt: Date | null; asked: number; answered: number; overdue: number };

/** Enquiries of the hub about a contact, oldest first; at most one is open. One statement. */
export async function enquiriesAbout(ctx: Ctx, contactId: string): Promise<EnquiryWithReturns[]> {
  const { rows } = await sql<EnquiryWithReturns>`
    select e.*, n.asked, n.answered, n.overdue,
      (select d.due_at from clock d where d.subject_kind = 'hub-enquiry' and d.subject_id = e.id and d.met_at is null and d.cancelled_at is null) as "dueAt"
    from hub_enquiry e, lateral (
      select count(r.id)::int as asked, (count(r.id) filter (where r.state in ('RETURNED_INFO','RETURNED_NIL','DECLINED')))::int as answered,
        (count(r.id) filter (where r.state in ('SENT','ACKNOWLEDGED') and k.due_at < ${ctx.now}))::int as overdue
      from information_request r left join clock k on k.subject_kind = 'information-request' and k.subject_id = r.id and k.met_at is null and k.cancelled_at is null
      where r.enquiry_id = e.id and r.state <> 'CANCELLED') n
    where e.contact_id = ${contactId}::uuid order by e.opened_at`.execute(ctx.tx);
  return rows;
}

/** The open enquiry about a contact, if there is one. */
export async function openEnquiryAbout(ctx: Ctx, contactId: string): Promise<EnquiryRow | undefined> {
  return ctx.tx.selectFrom('hub_enquiry').selectAll().where('contact_id', '=', contactId).where('closed_at', 'is', null).executeTakeFirst();
}

/** The enquiry begun last about a contact, open or not: what a decision about the contact is held to. */
export async function newestEnquiryAbout(ctx: Ctx, contactId: string): Promise<EnquiryRow | undefined> {
  return ctx.tx
    .selectFrom('hub_enquiry')
    .selectAll()
    .where('contact_id', '=', contactId)
    .orderBy('opened_at', 'desc')
    .limit(1)
    .executeTakeFirst();
}

export interface EnquiryOfContact {
  enquiry: EnquiryRow;
  contact: ContactRow;
}

/** An enquiry with its contact, or not found; tells the audit. */
export async function enquiryOf(ctx: StaffCtx, id: string): Promise<EnquiryOfContact> {
  if (!/^[0-9a-f-]{36}$/.test(id)) return found<EnquiryOfContact>(null);
  const enquiry = found(await ctx.tx.selectFrom('hub_enquiry').selectAll().where('id', '=', id).executeTakeFirst());
  about(ctx, 'hub-enquiry', enquiry.id);
  return { enquiry, contact: await contactOf(ctx, enquiry.contact_id) };
}

/** The same, both locked, contact first as every action of the front door locks it. */
export async function enquiryToChange(ctx: StaffCtx, id: string): Promise<EnquiryOfContact> {
  const { enquiry } = await enquiryOf(ctx, id);
  const contact = await contactToChange(ctx, enquiry.contact_id);
  return {
    contact,
    enquiry: found(await ctx.tx.selectFrom('hub_enquiry').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()),
  };
}

type EnquiryChanges = Partial<
  Omit<EnquiryRow, 'id' | 'contact_id' | 'version' | 'state' | 'collated_at' | 'opened_at' | 'opened_by' | 'purpose'>
>;

/** Writes changes to an enquiry, and its version. Where it stands follows by itself. */
export async function changeEnquiry(ctx: Ctx, enquiry: EnquiryRow, changes: EnquiryChanges): Promise<void> {
  const done = await ctx.tx
    .updateTable('hub_enquiry')
    .set({ ...changes, version: enquiry.version + 1 })
    .where('id', '=', enquiry.id)
    .where('version', '=', enquiry.version)
    .executeTakeFirst();
  if (done.numUpdatedRows === 0n) throw conflict([]);
}

export interface NewEnquiry {
  id: string;
  contactId: string;
  rag: Rag;
  purpose: string;
  /** Why this colour, where that is not the purpose itself. */
  reason?: string | undefined;
  suggestedBy?: string | null | undefined;
  familyTold?: 'told' | 'not told' | 'not yet' | undefined;
  notToldBecause?: string | null | undefined;
}

/** Writes a new enquiry with its first rating. */
export async function writeEnquiry(ctx: StaffCtx, it: NewEnquiry): Promise<void> {
  await ctx.tx
    .insertInto('hub_enquiry')
    .values({
      id: it.id,
      contact_id: it.contactId,
      rag: it.rag,
      purpose: it.purpose,
      family_told: it.familyTold ?? 'not yet',
      not_told_because: it.notToldBecause ?? null,
      opened_by: ctx.who.staffId,
      opened_at: ctx.now,
    })
    .execute();
  await writeRating(ctx, { enquiryId: it.id, rag: it.rag, reason: it.reason ?? it.purpose, suggestedBy: it.suggestedBy ?? null });
}

/** Adds a rating to an enquiry's history. */
export async function writeRating(
  ctx: StaffCtx,
  it: { enquiryId: string; rag: Rag; reason: string; suggestedBy: string | null },
): Promise<void> {
  await ctx.tx
    .insertInto('hub_rag')
    .values({
      enquiry_id: it.enquiryId,
      rag: it.rag,
      reason: it.reason,
      suggested_by: it.suggestedBy,
      set_by: ctx.who.staffId,
      set_at: ctx.now,
    })
    .execute();
}

/** Every rating an enquiry had, oldest first, with who rated. */
export async function ratingsOf(ctx: Ctx, enquiryId: string) {
  return ctx.tx
    .selectFrom('hub_rag as r')
    .innerJoin('staff as s', 's.id', 'r.set_by')
    .select(['r.rag', 'r.reason', 'r.suggested_by', 'r.set_by', 'r.set_at', 's.display_name as by'])
    .where('r.enquiry_id', '=', enquiryId)
    .orderBy('r.set_at')
    .execute();
}

/** Names of whoever acted in an enquiry, by their id. */
export async function namesOf(ctx: Ctx, staffIds: readonly (string | null)[]): Promise<Map<string, string>> {
  const ids = [...new Set(staffIds.filter((one) => one !== null))];
  if (ids.length === 0) return new Map();
  const rows = await ctx.tx.selectFrom('staff').select(['id', 'display_name']).where('id', 'in', ids).execute();
  return new Map(rows.map((row) => [row.id, row.display_name]));
}

/** One line of the list of enquiries. */
export interface EnquiryLine {
  id: string;
  contactId: string;
  reference: string;
  rag: Rag;
  state: string;
  openedAt: Date;
  openedById: string;
  openedBy: string;
  children: string[];
  personIds: string[];
  secondAskedById: string | null;
  secondById: string | null;
  requests: { agency: string; state: string; overdue: boolean }[];
}

export interface EnquiryFilter {
  rag?: Rag | null;
  show: 'open' | 'waiting' | 'decide' | 'tell' | 'closed';
}

const stages: Record<EnquiryFilter['show'], readonly string[]> = {
  open: ['OPEN', 'REQUESTING', 'GATHERING', 'COLLATED', 'DECISION'],
  waiting: ['OPEN', 'REQUESTING', 'GATHERING'],
  decide: ['COLLATED'],
  tell: ['DECISION'],
  closed: ['CLOSED'],
};

/** Enquiries as a list, overdue first, then by when the decision is due; those closed newest first. At most 100. */
export async function enquiryLines(ctx: Ctx, { rag = null, show }: EnquiryFilter): Promise<EnquiryLine[]> {
  const { rows } = await sql<EnquiryLine>`
    select e.id, e.contact_id as "contactId", c.reference, e.rag, e.state, e.opened_at as "openedAt", e.opened_by as "openedById", s.display_name as "openedBy",
      e.second_asked_by as "secondAskedById", e.second_by as "secondById",
      coalesce((select array_agg(coalesce(nullif(concat_ws(' ', p.given_name, p.family_name), ''), p.description, 'Unborn baby') order by p.position)
        from contact_person p where p.contact_id = c.id and p.part <> 'adult'), '{}') as children,
      coalesce((select array_agg(x.person_id) from contact_recognition x where x.contact_id = c.id), '{}') as "personIds",
      coalesce((select json_agg(json_build_object('agency', a.name, 'state', r.state, 'overdue', r.state in ('SENT','ACKNOWLEDGED') and k.due_at < ${ctx.now}) order by a.name, r.discipline)
        from information_request r join agency a on a.id = r.agency_id
        left join clock k on k.subject_kind = 'information-request' and k.subject_id = r.id and k.met_at is null and k.cancelled_at is null
        where r.enquiry_id = e.id and r.state <> 'CANCELLED'), '[]') as requests
    from hub_enquiry e join contact c on c.id = e.contact_id join staff s on s.id = e.opened_by
    left join clock d on d.subject_kind = 'hub-enquiry' and d.subject_id = e.id and d.met_at is null and d.cancelled_at is null
    where e.state = any(${[...stages[show]]}::text[]) and (${rag}::text is null or e.rag = ${rag}::text)
    order by e.closed_at desc nulls first, d.due_at nulls last, e.opened_at, e.id limit 100`.execute(ctx.tx);
  return rows;
}

/** How many enquiries stand at each stage. */
export async function enquiryCounts(ctx: Ctx): Promise<Record<EnquiryFilter['show'], number>> {
  const { rows } = await sql<Record<EnquiryFilter['show'], number>>`
    select (count(*) filter (where closed_at is null))::int as open, (count(*) filter (where state = any(${[...stages.waiting]}::text[])))::int as waiting,
      (count(*) filter (where state = 'COLLATED'))::int as decide, (count(*) filter (where state = 'DECISION'))::int as tell,
      (count(*) filter (where state = 'CLOSED'))::int as closed from hub_enquiry`.execute(ctx.tx);
  return rows[0] ?? { open: 0, waiting: 0, decide: 0, tell: 0, closed: 0 };
}
