import { z } from 'zod';
import { registerJob } from '../jobs/job.ts';

const days = (now: Date, count: number): Date => new Date(now.getTime() - count * 86_400_000);

/** Clears what is only kept for a while: drafts past their date and the files they held, keys of forms taken a week ago, yesterday's
 *  counts of visits, sign-ins never finished. Records are never cleared here. */
export const clearOld = registerJob(
  'platform.clear-old',
  z.looseObject({}),
  async ({ tx, now }) => {
    await tx.deleteFrom('draft').where('expires_at', '<', now).execute();
    await tx.deleteFrom('stored_file').where('owner_kind', '=', 'draft').where('added_at', '<', days(now, 31)).execute();
    await tx.deleteFrom('idempotency').where('taken_at', '<', days(now, 7)).execute();
    await tx.deleteFrom('rate_window').where('minute', '<', days(now, 1)).execute();
    await tx.deleteFrom('sign_in_attempt').where('expires_at', '<', days(now, 1)).execute();
  },
  { every: '1 day', at: '03:10' },
);
