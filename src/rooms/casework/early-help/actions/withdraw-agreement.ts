import type { StaffCtx } from '../../../../platform/access/ctx.ts';
import { found } from '../../../../platform/access/refusal.ts';
import { mustManage } from '../access.ts';
import { afterWithdrawal, mayWithdraw, type SafeToStop } from '../agreement.ts';
import { agreementOf, writeWithdrawal } from '../agreement.store.ts';
import { lockEpisode, noteChange } from '../episode.store.ts';
import { mustBeOpen } from '../episode.ts';
import { openEpisode } from '../open-episode.store.ts';

export interface Withdrawal {
  on: string;
  why: string;
  safe: SafeToStop;
  safeWhy: string;
}

/** Records that the family withdrew its agreement, with the answer to "is it safe to stop?". Answers where to go next: closing, or a step-up when it is not safe or not sure. */
export async function withdrawAgreement(ctx: StaffCtx, episodeId: string, withdrawal: Withdrawal): Promise<'close' | 'step up'> {
  await lockEpisode(ctx, episodeId);
  const { episode, standing } = await openEpisode(ctx, episodeId);
  mustManage(standing);
  mustBeOpen(episode.state);
  const agreement = await agreementOf(ctx, episodeId);
  mayWithdraw(agreement && { withdrawnOn: agreement.withdrawn_on });
  await writeWithdrawal(ctx, found(agreement).id, withdrawal);
  await noteChange(ctx, episodeId, 'agreement-withdrawn', null, found(agreement).id);
  return afterWithdrawal(withdrawal.safe);
}
