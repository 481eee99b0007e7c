import { z } from 'zod';
import { registerJob } from '../../../jobs/job.ts';
import { agreementsPast, endAgreement } from './agreement.store.ts';

/** Every night: an agreement whose last day has passed ends, and its agency may do nothing until there is another (S-006). */
export const endAgreementsPast = registerJob(
  'platform.end-agreements',
  z.object({ slot: z.string() }),
  async (ctx) => {
    for (const agreement of await agreementsPast(ctx)) await endAgreement(ctx, agreement, 'Its last day passed');
  },
  { every: '1 day', at: '00:10' },
);
