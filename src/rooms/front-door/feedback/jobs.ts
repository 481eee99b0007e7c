import { sql } from 'kysely';
import { z } from 'zod';
import { registerJob } from '../../../platform/jobs/job.ts';
import { overdueClocks } from '../../../platform/time/clock.store.ts';
import { tellSpeakers } from './disagreement-news.ts';

/** A stage that ran out with nothing settled: everyone who speaks in it is told, once a stage. It is theirs to settle or to move up. */
const sayOverdue = registerJob(
  'front-door.disagreement-overdue',
  z.looseObject({}),
  async (ctx) => {
    for (const clock of await overdueClocks(ctx, { subjectKinds: ['disagreement-stage'] })) {
      const { rows } = await sql<{ id: string; reference: string }>`
        select d.id, d.reference from disagreement_stage t join disagreement d on d.id = t.disagreement_id
        where t.id = ${clock.subjectId} and t.ended_at is null and not exists (
          select 1 from notification n where n.about_kind = 'disagreement' and n.about_id = d.id and n.asked_by is null
            and n.asked_at > ${clock.reading.dueAt})`.execute(ctx.tx);
      for (const row of rows) await tellSpeakers(ctx, row);
    }
  },
  { every: '15 minutes' },
);

export const feedbackJobs = [sayOverdue];
