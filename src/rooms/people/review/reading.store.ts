import { sql } from 'kysely';
import type { StaffCtx } from '../../../platform/access/ctx.ts';
import { featuresOf } from './features.ts';
import type { Question } from './question.ts';
import type { AnswerGiven, AskedFor, Counted, Settled } from './reading.ts';

export interface NewReading {
  answer: AnswerGiven;
  reason: string | null;
  asksFor: AskedFor | null;
}

/** Keeps an answer; returns its id. Row-level security refuses one for a question the reader does not hold. */
export async function keepReading(ctx: StaffCtx, question: Question, reading: NewReading): Promise<string> {
  const leads = ctx.who.memberships.some((post) => post.role === 'TM' && ['index-desk', 'shield-desk'].includes(post.teamPurpose ?? ''));
  if (!question.needsSecondReader) await setMineAside(ctx, question);
  const row = await ctx.tx
    .insertInto('link_reading')
    .values({
      person_id: question.personId,
      question_id: question.id,
      reader_id: ctx.who.staffId,
      answer: reading.answer,
      reason: reading.reason,
      asks_for: reading.asksFor,
      as_third: question.waitsFor === 'third reader',
      reader_leads: leads,
      read_at: ctx.now,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id;
}

/** An ordinary question may be read again the next day by whoever was not sure: only their newer answer counts. */
async function setMineAside(ctx: StaffCtx, question: Question): Promise<void> {
  await ctx.tx
    .updateTable('link_reading')
    .set({ set_aside_at: ctx.now })
    .where('person_id', '=', question.personId)
    .where('question_id', '=', question.id)
    .where('reader_id', '=', ctx.who.staffId)
    .where('taken_back_at', 'is', null)
    .where('set_aside_at', 'is', null)
    .execute();
}

/** Every answer that counts, for whoever has just given theirs. */
export async function countedReadings(ctx: StaffCtx, questionId: string): Promise<Counted[]> {
  const { rows } = await sql<{ counted: Counted[] }>`select search.count_answers(${questionId}) as counted`.execute(ctx.tx);
  return rows[0]?.counted ?? [];
}

/** Where what was carried out can be found again, so that it can be taken back. */
export async function keepCarried(ctx: StaffCtx, readingId: string, carried: { personId: string; place: number }): Promise<void> {
  await ctx.tx
    .updateTable('link_reading')
    .set({ carried_person_id: carried.personId, carried_place: carried.place })
    .where('id', '=', readingId)
    .execute();
}

/** The decision as a label: factors without words, and whether it was drawn at random. */
export async function keepLabel(ctx: StaffCtx, question: Question, decision: Settled, readers: readonly string[]): Promise<void> {
  const { rows } = await sql<{ sampled: boolean }>`select search.mark_sample(${question.id}, ${decision}) as sampled`.execute(ctx.tx);
  await ctx.tx
    .insertInto('link_label')
    .values({
      question_id: question.id,
      kind: question.kind,
      harm: question.harm,
      features: JSON.stringify(featuresOf(question.evidence)),
      score: question.score,
      margin: question.margin,
      decision,
      readers: [...readers],
      model_version: question.modelVersion,
      sampled: rows[0]?.sampled ?? false,
      decided_at: ctx.now,
    })
    .execute();
}

/** Takes the label of a decision back with it. */
export async function withdrawLabel(ctx: StaffCtx, questionId: string): Promise<void> {
  await sql`select search.mark_sample(${questionId}, null)`.execute(ctx.tx);
  await ctx.tx
    .updateTable('link_label')
    .set({ withdrawn_at: ctx.now })
    .where('question_id', '=', questionId)
    .where('withdrawn_at', 'is', null)
    .execute();
}

/** An answer as the page of a question tells of it, to whoever may know it. */
export interface ToldReading {
  id: string;
  by: string;
  mine: boolean;
  answer: string;
  reason: string | null;
  asksFor: string | null;
  at: Date;
  state: 'counts' | 'taken back' | 'set aside';
  carriedPersonId: string | null;
  carriedPlace: number | null;
}

/** Answers to a question that the reader may know of, oldest first: where two must agree, none but their own before they have given it. */
export async function readingsOf(ctx: StaffCtx, question: Pick<Question, 'personId' | 'id'>): Promise<ToldReading[]> {
  const rows = await ctx.tx
    .selectFrom('link_reading as r')
    .innerJoin('staff as s', 's.id', 'r.reader_id')
    .where('r.person_id', '=', question.personId)
    .where('r.question_id', '=', question.id)
    .select([
      'r.id',
      's.display_name',
      'r.reader_id',
      'r.answer',
      'r.reason',
      'r.asks_for',
      'r.read_at',
      'r.taken_back_at',
      'r.set_aside_at',
    ])
    .select(['r.carried_person_id', 'r.carried_place'])
    .orderBy('r.read_at')
    .orderBy('r.as_third')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    by: row.display_name,
    mine: row.reader_id === ctx.who.staffId,
    answer: row.answer,
    reason: row.reason,
    asksFor: row.asks_for,
    at: row.read_at,
    state: row.taken_back_at ? 'taken back' : row.set_aside_at ? 'set aside' : 'counts',
    carriedPersonId: row.carried_person_id,
    carriedPlace: row.carried_place,
  }));
}

/** The reader's newest answer of the last quarter of an hour, which they may take back from the next page. */
export async function lastAnswer(ctx: StaffCtx): Promise<{ questionId: string; answer: string; at: Date; settled: boolean } | null> {
  const row = await ctx.tx
    .selectFrom('link_reading as r')
    .innerJoin('link_question as q', (join) => join.onRef('q.person_id', '=', 'r.person_id').onRef('q.id', '=', 'r.question_id'))
    .where('r.reader_id', '=', ctx.who.staffId)
    .where('r.read_at', '>', new Date(ctx.now.getTime() - 15 * 60_000))
    .where('r.taken_back_at', 'is', null)
    .where('r.set_aside_at', 'is', null)
    .select(['r.question_id', 'r.answer', 'r.read_at', 'q.settled_at'])
    .orderBy('r.read_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ? { questionId: row.question_id, answer: row.answer, at: row.read_at, settled: row.settled_at !== null } : null;
}
