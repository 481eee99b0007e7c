import { sql } from 'kysely';
import type { StaffCtx } from '../../../platform/access/ctx.ts';
import { found } from '../../../platform/access/refusal.ts';
import type { Evidence } from '../linkage/evidence.ts';
import { holdMinutes, type Harm, type Kind, type Question, type QuestionLine } from './question.ts';
import type { WaitsFor } from './reading.ts';

/** How the queue is narrowed; null is "all". */
export interface QueueFilter {
  kind: Kind | null;
  harm: Harm | null;
  agencyId: string | null;
  waitsFor: WaitsFor | null;
}

export const pageLength = 50;

/** What a list may show: whom a question is about is not among it. */
const lineOf = (ctx: StaffCtx) =>
  ctx.tx
    .selectFrom('link_question as q')
    .leftJoin('agency as a', 'a.id', 'q.agency_id')
    .leftJoin('staff as s', (join) => join.onRef('s.id', '=', 'q.held_by').on('q.held_until', '>', ctx.now))
    .select([
      'q.id',
      'q.kind',
      'q.harm',
      'q.raised_at',
      'q.waits_for',
      'a.name as agency',
      's.display_name as held_by_name',
      's.id as held_by_id',
    ]);

type LineRow = Awaited<ReturnType<ReturnType<typeof lineOf>['execute']>>[number];

const asLine = (ctx: StaffCtx, row: LineRow): QuestionLine => ({
  id: row.id,
  kind: row.kind as Kind,
  harm: row.harm as Harm,
  raisedAt: row.raised_at,
  waitsFor: row.waits_for as WaitsFor,
  agency: row.agency,
  heldBy: row.held_by_name,
  heldByMe: row.held_by_id === ctx.who.staffId,
});

/** Open questions the reader may know of, those worth most first. Row-level security leaves out every question about someone they have no right to. */
export async function openQuestions(ctx: StaffCtx, filter: QueueFilter, page: number): Promise<QuestionLine[]> {
  let asked = lineOf(ctx).where('q.settled_at', 'is', null);
  if (filter.kind) asked = asked.where('q.kind', 'in', filter.kind === 'record' ? ['record', 'apart'] : [filter.kind]);
  if (filter.harm) asked = asked.where('q.harm', '=', filter.harm);
  if (filter.agencyId) asked = asked.where('q.agency_id', '=', filter.agencyId);
  if (filter.waitsFor) asked = asked.where('q.waits_for', '=', filter.waitsFor);
  const rows = await asked
    .orderBy('q.worth', 'desc')
    .orderBy('q.raised_at')
    .limit(pageLength)
    .offset((page - 1) * pageLength)
    .execute();
  return rows.map((row) => asLine(ctx, row));
}

export interface QueueCount {
  kind: Kind;
  harm: Harm;
  waitsFor: WaitsFor;
  agencyId: string | null;
  agency: string | null;
  count: number;
  oldest: Date;
}

/** How many open questions there are of each sort, counted through the same policies as the list. */
export async function queueCounts(ctx: StaffCtx): Promise<QueueCount[]> {
  const rows = await ctx.tx
    .selectFrom('link_question as q')
    .leftJoin('agency as a', 'a.id', 'q.agency_id')
    .where('q.settled_at', 'is', null)
    .groupBy(['q.kind', 'q.harm', 'q.waits_for', 'q.agency_id', 'a.name'])
    .select((it) => [
      'q.kind',
      'q.harm',
      'q.waits_for',
      'q.agency_id',
      'a.name',
      it.fn.countAll<string>().as('count'),
      it.fn.min('q.raised_at').as('oldest'),
    ])
    .execute();
  return rows.map((row) => ({
    kind: row.kind === 'apart' ? 'record' : (row.kind as Kind),
    harm: row.harm as Harm,
    waitsFor: row.waits_for as WaitsFor,
    agencyId: row.agency_id,
    agency: row.name,
    count: Number(row.count),
    oldest: row.oldest,
  }));
}

/** A question the reader may know of, whole. Throws notFound: for one that is not theirs as for one that never was. */
export async function questionById(ctx: StaffCtx, id: string): Promise<Question> {
  const row = found(
    await lineOf(ctx)
      .select([
        'q.person_id',
        'q.other_person_id',
        'q.source_record_id',
        'q.model_version',
        'q.score',
        'q.margin',
        'q.evidence',
        'q.because',
      ])
      .select(['q.needs_second_reader', 'q.held_until', 'q.settled_at', 'q.settled_as', 'q.agency_id'])
      .where('q.id', '=', id)
      .executeTakeFirst(),
  );
  return {
    ...asLine(ctx, row),
    personId: row.person_id,
    otherPersonId: row.other_person_id,
    recordId: row.source_record_id,
    agencyId: row.agency_id,
    modelVersion: row.model_version,
    score: row.score,
    margin: row.margin,
    evidence: row.evidence as Evidence,
    because: row.because,
    needsSecondReader: row.needs_second_reader,
    heldUntil: row.held_until,
    settledAt: row.settled_at,
    settledAs: row.settled_as as Question['settledAs'],
  };
}

const holdUntil = (ctx: StaffCtx): Date => new Date(ctx.now.getTime() + holdMinutes * 60_000);

/** Gives the reader the question worth most that nobody else holds and that they may read; the same one again while they hold one. Two
 *  readers at once never get the same: rows another is taking are passed over. Null when there is none. */
export async function holdNext(ctx: StaffCtx): Promise<string | null> {
  const me = ctx.who.staffId;
  const { rows } = await sql<{ id: string }>`
    update link_question set held_by = ${me}, held_until = ${holdUntil(ctx)}
     where (person_id, id) = (select person_id, id from link_question q
       where q.settled_at is null and (q.held_by is null or q.held_until <= ${ctx.now} or q.held_by = ${me}) and q.waits_for <> 'agency' and search.may_read_question(q.id)
       order by (q.held_by = ${me} and q.held_until > ${ctx.now}) desc nulls last, q.worth desc, q.raised_at limit 1 for update skip locked)
    returning id`.execute(ctx.tx);
  return rows[0]?.id ?? null;
}

/** Holds one question for the reader, unless another holds it or they may not read it; any other they held is let go, for one is read at a
 *  time. Answers whether they hold it now. */
export async function holdQuestion(ctx: StaffCtx, id: string): Promise<boolean> {
  const me = ctx.who.staffId;
  await ctx.tx
    .updateTable('link_question')
    .set({ held_by: null, held_until: null })
    .where('held_by', '=', me)
    .where('id', '<>', id)
    .execute();
  const { rows } = await sql<{ id: string }>`
    update link_question set held_by = ${me}, held_until = ${holdUntil(ctx)}
     where id = ${id} and settled_at is null and (held_by is null or held_until <= ${ctx.now} or held_by = ${me}) and search.may_read_question(id) returning id`.execute(
    ctx.tx,
  );
  return rows.length > 0;
}

/** Lets a question go that the reader holds. */
export async function letGo(ctx: StaffCtx, id: string): Promise<void> {
  await ctx.tx
    .updateTable('link_question')
    .set({ held_by: null, held_until: null })
    .where('id', '=', id)
    .where('held_by', '=', ctx.who.staffId)
    .execute();
}

/** Locks a question for whoever decides it. Throws notFound. */
export async function lockQuestion(ctx: StaffCtx, id: string): Promise<Question> {
  const question = await questionById(ctx, id);
  await ctx.tx
    .selectFrom('link_question')
    .select('id')
    .where('person_id', '=', question.personId)
    .where('id', '=', id)
    .forUpdate()
    .execute();
  return questionById(ctx, id);
}

/** What became of a question after an answer. */
export async function keepAfter(
  ctx: StaffCtx,
  question: Pick<Question, 'personId' | 'id'>,
  after: { settled_as: string | null; waits_for: WaitsFor; needs_second_reader: boolean },
): Promise<void> {
  await ctx.tx
    .updateTable('link_question')
    .set({ ...after, settled_at: after.settled_as ? ctx.now : null, held_by: null, held_until: null })
    .where('person_id', '=', question.personId)
    .where('id', '=', question.id)
    .execute();
}
