import { z } from 'zod';
import { registerJob, type Job } from '../../../platform/jobs/job.ts';
import { carryCorrection } from './actions/carry-correction.ts';
import { followWithCorrections } from './actions/follow-with-corrections.ts';
import { spreadCorrection } from './actions/spread-correction.ts';

/** A correction was recorded: everyone who was given what it corrects has a line in its ledger. */
const spread = registerJob('casework.spread-correction', z.object({ correctionId: z.uuid() }), (ctx, { correctionId }) =>
  spreadCorrection(ctx, correctionId),
);

/** One recipient is told. */
const carry = registerJob('casework.carry-correction', z.object({ noticeId: z.uuid() }), (ctx, { noticeId }) =>
  carryCorrection(ctx, noticeId),
);

/** Something was given in words corrected before: its recipient hears of it too. */
const follow = registerJob('casework.follow-with-corrections', z.object({ decisionId: z.uuid() }), (ctx, { decisionId }) =>
  followWithCorrections(ctx, decisionId),
);

export const sharingJobs: readonly Job[] = [spread, carry, follow];
