import { z } from 'zod';
import { registerJob, type Job } from '../../../platform/jobs/job.ts';
import { londonDate } from '../../../platform/time/london.ts';
import { settleAbsences } from './absence.store.ts';
import { askWhoStillWorks } from './keep.store.ts';
import { tellWatcher } from './watch.store.ts';

/** Someone else became involved, or another leads: whoever watches finds one line about the child on Today, however many came that day. */
const tell = registerJob(
  'people.tell-watcher',
  z.object({ personId: z.uuid(), watchId: z.uuid(), at: z.iso.datetime() }),
  (ctx, { personId, watchId, at }) => tellWatcher(ctx, { personId, watchId, at: new Date(at), onDay: londonDate(new Date(at)) }),
);

const slot = z.object({ slot: z.string() });

/** Every night: asks those whose own facts nobody confirmed for as long as the rule allows. Nobody is asked again before they answer, nor within four weeks. */
const ask = registerJob('people.ask-still-working', slot, (ctx) => askWhoStillWorks(ctx), { every: '1 day', at: '03:30' });

/** Just after midnight: absences that begin today show wherever people look for a colleague. */
const absences = registerJob('people.begin-absences', slot, (ctx) => settleAbsences(ctx), { every: '1 day', at: '00:05' });

export const involvedJobs: readonly Job[] = [tell, ask, absences];
