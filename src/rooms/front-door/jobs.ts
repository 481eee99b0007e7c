import { z } from 'zod';
import type { Ctx } from '../../platform/access/ctx.ts';
import { actAs, staffActor } from '../../platform/access/transaction.ts';
import { GiveUp, registerJob } from '../../platform/jobs/job.ts';
import { cancelClock, overdueClocks } from '../../platform/time/clock.store.ts';
import { raiseStepUp } from './actions/raise-step-up.ts';
import { contentToScan, markScanned } from './file.store.ts';
import { workspaceJobs } from './workspace/jobs.ts';
import { waysInJobs } from './ways-in/jobs.ts';
import { feedbackJobs } from './feedback/jobs.ts';
import { comesBack, lockHandover } from './handover.store.ts';
import { performanceJobs } from './performance/jobs.ts';
import { policeJobs } from './police/jobs.ts';
import { returnsJobs } from './returns/jobs.ts';
import { scan } from '../../platform/files/virus-scan.ts';

/** Scans a file that came with a concern; until it passes nobody can open it. */
const scanFile = registerJob('front-door.scan-file', z.object({ fileId: z.uuid() }), async (ctx, { fileId }) => {
  const content = await contentToScan(ctx, fileId);
  if (content) await markScanned(ctx, fileId, await scan(content));
});

/** A contact passed to an allocated worker and not taken within a working day returns to screening (domain 3.3). */
const returnUnaccepted = registerJob(
  'front-door.return-unaccepted',
  z.looseObject({}),
  async (ctx) => {
    for (const clock of await overdueClocks(ctx, { subjectKinds: ['contact-handover'] })) await comeBack(ctx, clock.subjectId);
  },
  { every: '5 minutes' },
);

async function comeBack(ctx: Ctx, handoverId: string): Promise<void> {
  const handover = await lockHandover(ctx, handoverId);
  if (handover.accepted_at || handover.returned_at || handover.how !== 'in Goldthread') return;
  await comesBack(ctx, handover, 'Nobody took it within one working day');
  await cancelClock(ctx, { rule: 'C02A', subjectKind: 'contact-handover', subjectId: handover.id });
}

/** A worry stepped up from early help becomes a contact with the plan attached. The job acts for whoever sent it, so that it sees what
 *  they see and no more. A second run finds the contact made. */
const takeStepUp = registerJob(
  'casework.stepped-up',
  z.object({ episodeId: z.uuid(), childIds: z.array(z.uuid()), planId: z.uuid().nullable(), byStaffId: z.uuid(), at: z.iso.datetime() }),
  async (ctx, { episodeId, childIds, byStaffId }) => {
    const sender = await staffActor(ctx.tx, byStaffId);
    if (!sender) throw new GiveUp('Whoever stepped this up has left');
    await actAs(ctx.tx, sender);
    try {
      await raiseStepUp({ ...ctx, who: sender }, episodeId, childIds);
    } finally {
      await actAs(ctx.tx, ctx.who);
    }
  },
);

export const jobs = [
  ...workspaceJobs,
  ...waysInJobs,
  ...returnsJobs,
  ...feedbackJobs,
  takeStepUp,
  scanFile,
  returnUnaccepted,
  ...policeJobs,
  ...performanceJobs,
];
