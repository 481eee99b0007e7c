import { sql } from 'kysely';
import type { Ctx, StaffCtx } from '../../../platform/access/ctx.ts';
import type { DateToKeep, TransferStatus } from './transfer.ts';

export interface NewTransfer {
  fromCouncil: string;
  theirReference: string;
  workerName: string | null;
  workerPhone: string | null;
  workerEmail: string | null;
  movedOn: string | null;
  documentsHad: string | null;
  documentsAwaited: string | null;
}

/** Writes what the other council told beside its contact. */
export async function writeTransfer(ctx: StaffCtx, contactId: string, it: NewTransfer): Promise<void> {
  await ctx.tx
    .insertInto('transfer_in')
    .values({
      contact_id: contactId,
      from_council: it.fromCouncil,
      their_reference: it.theirReference,
      worker_name: it.workerName,
      worker_phone: it.workerPhone,
      worker_email: it.workerEmail,
      moved_on: it.movedOn,
      documents_had: it.documentsHad,
      documents_awaited: it.documentsAwaited,
    })
    .execute();
}

/** Writes how a child stood there. */
export async function writeStanding(
  ctx: StaffCtx,
  it: { contactId: string; namedId: string; status: TransferStatus; category: string | null; since: string | null },
): Promise<void> {
  await ctx.tx
    .insertInto('transfer_in_child')
    .values({ contact_person_id: it.namedId, contact_id: it.contactId, status: it.status, category: it.category, since: it.since })
    .execute();
}

/** Adds a date to keep. */
export async function writeDate(ctx: StaffCtx, contactId: string, date: DateToKeep): Promise<void> {
  await ctx.tx
    .insertInto('transfer_in_date')
    .values({ contact_id: contactId, what: date.what, due_on: date.dueOn, because: date.because })
    .execute();
}

export interface TransferRow {
  contactId: string;
  reference: string;
  receivedAt: Date;
  fromCouncil: string;
  theirReference: string;
  children: string[];
  statuses: string[];
  acknowledgedAt: Date | null;
  acknowledgedTo: string | null;
  nextDue: string | null;
  nextWhat: string | null;
  open: boolean;
}

/** Transfers the reader may see, those to acknowledge first, then by what is due next. */
export async function transfers(ctx: Ctx): Promise<TransferRow[]> {
  const { rows } = await sql<TransferRow>`
    select t.contact_id as "contactId", c.reference, c.received_at as "receivedAt", t.from_council as "fromCouncil", t.their_reference as "theirReference",
      t.acknowledged_at as "acknowledgedAt", t.acknowledged_to as "acknowledgedTo", d.due_on::text as "nextDue", d.what as "nextWhat", c.state not in ('CLOSED', 'MERGED') as open,
      coalesce((select array_agg(coalesce(nullif(concat_ws(' ', p.given_name, p.family_name), ''), p.description, 'Unborn baby') order by p.position)
        from contact_person p where p.contact_id = c.id and p.part <> 'adult'), '{}') as children,
      coalesce((select array_agg(distinct s.status) from transfer_in_child s where s.contact_id = c.id), '{}') as statuses
    from transfer_in t join contact c on c.id = t.contact_id
    left join lateral (select x.due_on, x.what from transfer_in_date x where x.contact_id = c.id and x.done_on is null order by x.due_on limit 1) d on true
    order by t.acknowledged_at is not null, d.due_on nulls last, c.received_at limit 200`.execute(ctx.tx);
  return rows;
}

/** All that was told with one transfer; null when the contact is none. */
export async function transferOf(ctx: Ctx, contactId: string) {
  const transfer = await ctx.tx
    .selectFrom('transfer_in as t')
    .leftJoin('staff as s', 's.id', 't.acknowledged_by')
    .selectAll('t')
    .select('s.display_name as acknowledged_by_name')
    .where('t.contact_id', '=', contactId)
    .executeTakeFirst();
  if (!transfer) return null;
  const children = await ctx.tx
    .selectFrom('transfer_in_child as k')
    .innerJoin('contact_person as p', 'p.id', 'k.contact_person_id')
    .select(['k.status', 'k.category', 'k.since', 'p.given_name', 'p.family_name', 'p.description'])
    .where('k.contact_id', '=', contactId)
    .orderBy('p.position')
    .execute();
  const dates = await ctx.tx.selectFrom('transfer_in_date').selectAll().where('contact_id', '=', contactId).orderBy('due_on').execute();
  return { transfer, children, dates };
}
export type TransferFacts = NonNullable<Awaited<ReturnType<typeof transferOf>>>;

/** Writes that the other council knows we have it. */
export async function acknowledge(ctx: StaffCtx, contactId: string, to: string): Promise<boolean> {
  const done = await ctx.tx
    .updateTable('transfer_in')
    .set({ acknowledged_at: ctx.now, acknowledged_by: ctx.who.staffId, acknowledged_to: to })
    .where('contact_id', '=', contactId)
    .where('acknowledged_at', 'is', null)
    .executeTakeFirst();
  return done.numUpdatedRows === 1n;
}

/** Writes that a date was kept; false when it was already, or there is none. */
export async function keepDate(ctx: StaffCtx, contactId: string, dateId: string, doneOn: string): Promise<boolean> {
  const done = await ctx.tx
    .updateTable('transfer_in_date')
    .set({ done_on: doneOn, done_by: ctx.who.staffId })
    .where('id', '=', dateId)
    .where('contact_id', '=', contactId)
    .where('done_on', 'is', null)
    .executeTakeFirst();
  return done.numUpdatedRows === 1n;
}
