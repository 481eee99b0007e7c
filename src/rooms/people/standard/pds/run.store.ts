import type { Ctx, StaffCtx } from '../../../../platform/access/ctx.ts';
import { found } from '../../../../platform/access/refusal.ts';

/** One asking of the NHS, from start to end. */
export interface NhsRun {
  id: string;
  startedAt: Date;
  startedBy: string | null;
  state: 'running' | 'stopped' | 'finished';
  toAsk: number;
  asked: number;
  reached: string | null;
  note: string | null;
  changedAt: Date;
}

const all = (ctx: Ctx) =>
  ctx.tx
    .selectFrom('nhs_run as r')
    .leftJoin('staff as s', 's.id', 'r.started_by')
    .select([
      'r.id',
      'r.started_at as startedAt',
      's.display_name as startedBy',
      'r.state',
      'r.to_ask as toAsk',
      'r.asked',
      'r.reached',
      'r.note',
      'r.changed_at as changedAt',
    ]);

/** The asking that is not finished, or else the latest; null before the first. */
export async function latestRun(ctx: Ctx): Promise<NhsRun | null> {
  const row = await all(ctx)
    .orderBy((it) => it.case().when('r.state', '=', 'finished').then(1).else(0).end())
    .orderBy('r.started_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return (row as NhsRun | undefined) ?? null;
}

/** One asking. Throws notFound. */
export async function runOf(ctx: Ctx, id: string): Promise<NhsRun> {
  return found(await all(ctx).where('r.id', '=', id).executeTakeFirst()) as NhsRun;
}

/** Begins an asking and gives its id; null where somebody began one at the same moment. */
export async function insertRun(ctx: StaffCtx, toAsk: number): Promise<string | null> {
  const row = await ctx.tx
    .insertInto('nhs_run')
    .values({ started_at: ctx.now, started_by: ctx.who.staffId, to_ask: toAsk, changed_at: ctx.now })
    .onConflict((clash) => clash.doNothing())
    .returning('id')
    .executeTakeFirst();
  return row?.id ?? null;
}

/** Moves an asking, unless it moved since `seen`; false when it did: whoever stopped or resumed it is not overruled. */
export async function moveRun(
  ctx: Ctx,
  run: Pick<NhsRun, 'id' | 'changedAt'>,
  to: Partial<{ state: NhsRun['state']; asked: number; reached: string | null; note: string | null }>,
): Promise<boolean> {
  const { numUpdatedRows } = await ctx.tx
    .updateTable('nhs_run')
    .set({ ...to, changed_at: ctx.now, changed_by: ctx.who.kind === 'staff' ? ctx.who.staffId : null })
    .where('id', '=', run.id)
    .where('changed_at', '=', run.changedAt)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
