import type { Ctx } from '../../../../platform/access/ctx.ts';
import { enqueue } from '../../../../platform/jobs/enqueue.ts';
import { writeNotices } from '../correction.store.ts';

/** For the worker: makes a correction's ledger and asks for each recipient to be told, by a job of their own. May be run again after a crash. */
export async function spreadCorrection(ctx: Ctx, correctionId: string): Promise<void> {
  for (const noticeId of await writeNotices(ctx, correctionId))
    await enqueue(ctx, 'casework.carry-correction', { noticeId }, { key: `carry-correction:${noticeId}` });
}
