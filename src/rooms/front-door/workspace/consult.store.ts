import { sql } from 'kysely';
import type { Ctx, StaffCtx } from '../../../platform/access/ctx.ts';
import { found } from '../../../platform/access/refusal.ts';
import type { ConsultState } from './consult.ts';

/** A consult as its two sides read it; `reference` and `contactId` only where the reader may see the contact. */
export interface Consult {
  id: string;
  discipline: string;
  question: string;
  background: string | null;
  state: ConsultState;
  askedById: string;
  askedBy: string;
  askedAt: Date;
  askedOf: string | null;
  answer: string | null;
  answeredBy: string | null;
  answeredAt: Date | null;
  withdrawnBecause: string | null;
  readAt: Date | null;
  version: number;
  contactId: string | null;
  reference: string | null;
  /** The reader is asked: on duty for the discipline, told of it, or the one who answered. */
  mine: boolean;
  people: { name: string; dateOfBirth: string | null; personId: string | null }[];
}

const whole = sql`select q.id, q.discipline, q.question, q.background, q.state, q.asked_by as "askedById", b.display_name as "askedBy",
      q.asked_at as "askedAt", o.display_name as "askedOf", q.answer, w.display_name as "answeredBy", q.answered_at as "answeredAt",
      q.withdrawn_because as "withdrawnBecause", q.read_at as "readAt", q.version, c.id as "contactId", c.reference,
      q.id = any((select access.consults_asked_of_me())::uuid[]) as mine,
      coalesce((select json_agg(json_build_object('name', p.name, 'dateOfBirth', p.date_of_birth, 'personId', p.person_id) order by p.name)
        from consult_person p where p.consult_id = q.id), '[]') as people
    from consult q join staff b on b.id = q.asked_by left join staff o on o.id = q.asked_of left join staff w on w.id = q.answered_by
    left join contact c on c.id = q.contact_id`;

/** One consult. Throws notFound. */
export async function consultOf(ctx: StaffCtx, id: string): Promise<Consult> {
  const { rows } = await sql<Consult>`${whole} where q.id = ${id}::uuid`.execute(ctx.tx);
  return found(rows[0]);
}

/** Everything asked about one contact, oldest first. */
export async function consultsAbout(ctx: StaffCtx, contactId: string): Promise<Consult[]> {
  const { rows } = await sql<Consult>`${whole} where q.contact_id = ${contactId}::uuid order by q.asked_at limit 50`.execute(ctx.tx);
  return rows;
}

/** Consults that wait for an answer from the reader's discipline or from the reader, oldest first. */
export async function consultsForMe(ctx: StaffCtx): Promise<Consult[]> {
  const { rows } =
    await sql<Consult>`${whole} where q.state = 'ASKED' and q.id = any((select access.consults_asked_of_me())::uuid[]) order by q.asked_at limit 100`.execute(
      ctx.tx,
    );
  return rows;
}

/** Those the reader answered, newest first. */
export async function consultsIAnswered(ctx: StaffCtx): Promise<Consult[]> {
  const { rows } = await sql<Consult>`${whole} where q.answered_by = ${ctx.who.staffId} order by q.answered_at desc limit 20`.execute(
    ctx.tx,
  );
  return rows;
}

/** The front door's list: waiting, overdue ones among them; or answered and not yet read by whoever asked. */
export async function consultsOfFrontDoor(ctx: StaffCtx, show: 'waiting' | 'answered'): Promise<Consult[]> {
  const which = show === 'waiting' ? sql`q.state = 'ASKED'` : sql`q.state = 'ANSWERED' and q.read_at is null`;
  const { rows } = await sql<Consult>`${whole} where ${which} and c.id is not null order by q.asked_at limit 200`.execute(ctx.tx);
  return rows;
}

export interface NewConsult {
  id: string;
  contactId: string;
  discipline: string;
  question: string;
  background: string | null;
  askedOf: string | null;
  people: readonly { namedId: string; personId: string | null; name: string; dateOfBirth: string | null }[];
}

/** Writes a consult and the people it is about, as they are named to the discipline. */
export async function insertConsult(ctx: StaffCtx, it: NewConsult): Promise<void> {
  await ctx.tx
    .insertInto('consult')
    .values({
      id: it.id,
      contact_id: it.contactId,
      discipline: it.discipline,
      question: it.question,
      background: it.background,
      asked_by: ctx.who.staffId,
      asked_at: ctx.now,
      asked_of: it.askedOf,
    })
    .execute();
  if (it.people.length === 0) return;
  await ctx.tx
    .insertInto('consult_person')
    .values(
      it.people.map((one) => ({
        consult_id: it.id,
        contact_person_id: one.namedId,
        person_id: one.personId,
        name: one.name,
        date_of_birth: one.dateOfBirth,
      })),
    )
    .execute();
}

/** One consult held for change. Throws notFound. */
export async function lockConsult(ctx: Ctx, id: string) {
  return found(await ctx.tx.selectFrom('consult').selectAll().where('id', '=', id).forUpdate().executeTakeFirst());
}

/** Writes the answer of the signed-in person. */
export async function writeConsultAnswer(ctx: StaffCtx, id: string, answer: string): Promise<void> {
  await sql`update consult set state = 'ANSWERED', answer = ${answer}, answered_by = ${ctx.who.staffId}, answered_at = ${ctx.now}, version = version + 1 where id = ${id}::uuid`.execute(
    ctx.tx,
  );
}

/** Writes that it is no longer needed. */
export async function writeConsultWithdrawn(ctx: StaffCtx, id: string, because: string): Promise<void> {
  await sql`update consult set state = 'WITHDRAWN', withdrawn_at = ${ctx.now}, withdrawn_because = ${because}, version = version + 1 where id = ${id}::uuid`.execute(
    ctx.tx,
  );
}

/** Whoever asked has read the answers about this contact; gives how many. */
export async function markConsultsRead(ctx: StaffCtx, id: string): Promise<void> {
  await sql`update consult set read_at = ${ctx.now} where id = ${id}::uuid and state = 'ANSWERED' and read_at is null`.execute(ctx.tx);
}

/** Whoever was told of the question need not be told any longer. */
export async function putQuestionAway(ctx: StaffCtx, id: string): Promise<void> {
  await ctx.tx
    .updateTable('alert')
    .set({ seen_at: ctx.now, seen_by: ctx.who.staffId })
    .where('kind', '=', 'consult-asked')
    .where('record_id', '=', id)
    .execute();
}
