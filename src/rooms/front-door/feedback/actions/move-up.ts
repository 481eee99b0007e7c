import { randomUUID } from 'node:crypto';
import type { StaffCtx } from '../../../../platform/access/ctx.ts';
import { startClock } from '../../../../platform/time/clock.store.ts';
import { stageClock } from '../disagreement.ts';
import { tellThoseWhoAnswer } from '../disagreement-news.ts';
import { changeDisagreement } from '../disagreement.store.ts';
import { beginMove, endStage, nothingProposed } from '../moving.ts';

/** Moves it up a stage: the clock of this one ends, the next one's begins now. What protects the child goes on. */
export async function moveUp(ctx: StaffCtx, id: string, because: string): Promise<void> {
  const { row } = await beginMove(ctx, id, 'move up');
  await endStage(ctx, row);
  const stage = { id: randomUUID(), stage: row.stage + 1 };
  await ctx.tx
    .insertInto('disagreement_stage')
    .values({ ...stage, disagreement_id: id, began_at: ctx.now, began_by: ctx.who.staffId, because })
    .execute();
  await changeDisagreement(ctx, row, { stage: stage.stage, ...nothingProposed });
  const clock = await startClock(ctx, { ...stageClock(stage, row.at_risk), startedAt: ctx.now });
  const agencyIds = [row.raised_agency_id, row.against_agency_id];
  await tellThoseWhoAnswer(ctx, { id, reference: row.reference, agencyIds, stage: stage.stage, dueOn: clock.reading.dueOn });
}
