import type { Ctx } from '../../../../platform/access/ctx.ts';
import { correctionsMissedBy } from '../correction.store.ts';
import { spreadCorrection } from './spread-correction.ts';

/** For the worker: something was given beside other work in words that had been corrected; the corrections follow to its recipient. */
export async function followWithCorrections(ctx: Ctx, decisionId: string): Promise<void> {
  for (const correctionId of await correctionsMissedBy(ctx, decisionId)) await spreadCorrection(ctx, correctionId);
}
