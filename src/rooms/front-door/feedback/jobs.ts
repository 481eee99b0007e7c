import { z } from 'zod';
import { registerJob } from '../../../platform/jobs/job.ts';
import { notify } from '../../../platform/notify/notify.ts';
import { overdueClocks } from '../../../platform/time/clock.store.ts';
import { outcomesToTell } from './hub-news.store.ts';
import { untoldOf } from './disagreement.store.ts';
import { tellSpeakers } from './disagreement-news.ts';

/** A stage that ran out with nothing settled: everyone who speaks in it is told, once a stage. It is theirs to settle or to move up. */
const sayOverdue = registerJob(
  'front-door.disagreement-overdue',
  z.looseObject({}),
  async (ctx) => {
    for (const clock of await overdueClocks(ctx, { subjectKinds: ['disagreement-stage'] })) {
      const row = await untoldOf(ctx, clock.subjectId, clock.reading.dueAt);
      if (row) await tellSpeakers(ctx, row);
    }
  },
  { every: '15 minutes' },
);

/** Whoever answered the hub for an agency hears that it was told what became of the enquiry: once a request. */
const sayOutcomes = registerJob(
  'front-door.say-outcomes',
  z.looseObject({}),
  async (ctx) => {
    for (const { requestId, staffId } of await outcomesToTell(ctx))
      await notify(ctx, {
        template: 'return-outcome',
        to: { staffId },
        words: { link: `/asked-of-us/${requestId}` },
        about: { kind: 'information-request', id: requestId },
      });
  },
  { every: '5 minutes' },
);

export const feedbackJobs = [sayOverdue, sayOutcomes];
