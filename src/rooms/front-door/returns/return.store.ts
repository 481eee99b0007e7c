import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { StaffCtx } from '../../../platform/access/ctx.ts';
import { conflict, found } from '../../../platform/access/refusal.ts';
import type { RequestRow } from './asked.store.ts';
import { beingWritten, knowsSomething, reachOf, type Item, type ItemKind } from './return.ts';

/** A return of an agency to a request: what it says, who wrote and released it, and whether another took its place. */
export interface AgencyReturn {
  id: string;
  number: number;
  known: boolean;
  writtenBy: string;
  writtenById: string;
  writtenAt: Date;
  releasedBy: string | null;
  releasedAt: Date | null;
  replacedAt: Date | null;
  correctionReason: string | null;
  version: number;
  items: (Item & { id: string })[];
}

interface Line {
  id: string;
  aboutId: string | null;
  question: string;
  kind: ItemKind;
  words: string;
  from: string | null;
  to: string | null;
  source: string | null;
  grading: string | null;
  handling: string | null;
  sensitivity: string;
  releasable: string;
  thirdParty: boolean;
}

/** Every return of a request to the agency that owns it, the latest first; one that nobody released is the first. */
export async function returnsOf(ctx: StaffCtx, requestId: string): Promise<AgencyReturn[]> {
  const { rows } = await sql<Omit<AgencyReturn, 'items'> & { lines: Line[] }>`
    select t.id, t.number, t.known = 'yes' as known, w.display_name as "writtenBy", t.written_by as "writtenById", t.written_at as "writtenAt",
      g.display_name as "releasedBy", t.released_at as "releasedAt", t.replaced_at as "replacedAt", t.correction_reason as "correctionReason", t.version,
      coalesce((select json_agg(json_build_object('id', l.id, 'aboutId', l.about_id, 'question', l.question, 'kind', l.kind, 'words', l.words,
        'from', l.happened_from, 'to', l.happened_to, 'source', l.source, 'grading', l.grading, 'handling', l.handling, 'sensitivity', l.sensitivity,
        'releasable', l.releasable, 'thirdParty', l.third_party) order by l.position) from return_line l where l.return_id = t.id), '[]') as lines
    from agency_return t join staff w on w.id = t.written_by left join staff g on g.id = t.released_by
    where t.request_id = ${requestId}::uuid order by t.number desc`.execute(ctx.tx);
  return rows.map(({ lines, ...row }) => ({
    ...row,
    items: lines.map(({ sensitivity, releasable, ...line }) => ({ ...line, reach: reachOf(sensitivity, releasable) })),
  }));
}

/** The unreleased return of a request, made where there is none: its agency's own paper. Answers its id, number and version. */
async function paper(ctx: StaffCtx, request: RequestRow): Promise<{ id: string; number: number; version: number }> {
  const open = await ctx.tx
    .selectFrom('agency_return')
    .select(['id', 'number', 'version'])
    .where('request_id', '=', request.id)
    .where('released_at', 'is', null)
    .executeTakeFirst();
  if (open) return open;
  const last = await ctx.tx
    .selectFrom('agency_return')
    .select((eb) => eb.fn.max('number').as('number'))
    .where('request_id', '=', request.id)
    .executeTakeFirst();
  const row = { id: randomUUID(), number: (last?.number ?? 0) + 1 };
  await ctx.tx
    .insertInto('agency_return')
    .values({ ...row, request_id: request.id, agency_id: request.agency_id, known: 'no', written_by: ctx.who.staffId, written_at: ctx.now })
    .execute();
  return { ...row, version: 1 };
}

/** Puts these items in place of what the unreleased return held, under a new version; made where there is none. Answers its id and number. */
export async function putReturn(
  ctx: StaffCtx,
  request: RequestRow,
  it: { items: readonly Item[]; correctionReason: string | null },
): Promise<{ id: string; number: number }> {
  const { id, number, version } = await paper(ctx, request);
  await ctx.tx
    .updateTable('agency_return')
    .set({
      known: knowsSomething(it.items) ? 'yes' : 'no',
      correction_reason: it.correctionReason,
      written_by: ctx.who.staffId,
      written_at: ctx.now,
      version: version + 1,
    })
    .where('id', '=', id)
    .execute();
  await ctx.tx.deleteFrom('return_line').where('return_id', '=', id).execute();
  if (it.items.length > 0)
    await ctx.tx
      .insertInto('return_line')
      .values(it.items.map((item, at) => lineOf(item, { returnId: id, request, position: at + 1 })))
      .execute();
  return { id, number };
}

function lineOf(item: Item, to: { returnId: string; request: RequestRow; position: number }) {
  const [sensitivity = 'HUB_ONLY', releasable = 'NO'] = item.reach.split('-');
  return {
    return_id: to.returnId,
    request_id: to.request.id,
    agency_id: to.request.agency_id,
    position: to.position,
    about_id: item.aboutId,
    question: item.question,
    kind: item.kind,
    words: item.words,
    happened_from: item.from,
    happened_to: item.to,
    source: item.source,
    grading: item.grading,
    handling: item.handling,
    sensitivity,
    releasable,
    third_party: item.thirdParty,
  };
}

/** Releases the unreleased return to the hub; the one before is replaced in the same moment. A version other than the one read through is a conflict. */
export async function releaseReturn(ctx: StaffCtx, request: RequestRow, it: { id: string; version: number | null }): Promise<void> {
  const released = ctx.tx
    .updateTable('agency_return')
    .set((eb) => ({ released_at: ctx.now, released_by: ctx.who.staffId, version: eb('version', '+', 1) }))
    .where('id', '=', it.id)
    .where('released_at', 'is', null);
  const done = await (it.version === null ? released : released.where('version', '=', it.version)).executeTakeFirst();
  if (done.numUpdatedRows === 0n) throw conflict([]);
  await ctx.tx
    .updateTable('agency_return')
    .set({ replaced_at: ctx.now })
    .where('request_id', '=', request.id)
    .where('id', '<>', it.id)
    .where('released_at', 'is not', null)
    .where('replaced_at', 'is', null)
    .execute();
}

/** Empties the unreleased return. Throws notFound where nothing is written. */
export async function emptyReturn(ctx: StaffCtx, requestId: string): Promise<void> {
  const open = found(beingWritten(await returnsOf(ctx, requestId)));
  await ctx.tx.deleteFrom('return_line').where('return_id', '=', open.id).execute();
  await ctx.tx
    .updateTable('agency_return')
    .set({ known: 'no', correction_reason: null, written_by: ctx.who.staffId, written_at: ctx.now, version: open.version + 1 })
    .where('id', '=', open.id)
    .execute();
}
