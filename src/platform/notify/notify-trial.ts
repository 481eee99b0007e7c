/** For tests: the fake service and a worker that runs what is due, one job after the other. */
import { randomUUID } from 'node:crypto';
import { startFakeNotify, type FakeNotify } from '../../../fakes/notify/index.ts';
import { enteredTemplates } from '../../demonstration-notify.ts';
import { testNow, type Cast } from '../access/cast.ts';
import { openNotify } from './client.ts';
import { connectNotify } from './connection.ts';
import { notifyJobs } from './jobs.ts';
import type { NotifySettings } from './settings.ts';

export interface NotifyTrial {
  fake: FakeNotify;
  settings: NotifySettings;
  /** Runs the jobs of this kind asked for so far, once each; `attempt` is what the queue would say. Answers how many. */
  work(kind: 'notify.send' | 'notify.check', attempt?: number): Promise<number>;
  end(): Promise<void>;
}

/** Starts the fake and connects this process to it. Call `end()` when done. */
export async function notifyTrial(cast: Cast): Promise<NotifyTrial> {
  const service = { serviceId: randomUUID(), secret: randomUUID() };
  const { keys, entered } = enteredTemplates();
  const fake = await startFakeNotify({ port: 0, ...service, templates: entered });
  const settings = { base: fake.base, ...service, templates: keys, origin: 'https://goldthread.example' };
  connectNotify(openNotify(settings));
  let seconds = 0;
  return {
    fake,
    settings,
    work: async (kind, attempt = 1) => {
      const due = await cast.behind
        .selectFrom('job')
        .selectAll()
        .where('kind', '=', kind)
        .where('state', '=', 'ready')
        .orderBy('id')
        .execute();
      const job = notifyJobs.find((one) => one.kind === kind);
      for (const one of due) {
        seconds += 1;
        const run = { id: one.id, attempt, key: null, signal: new AbortController().signal };
        await cast.behind.updateTable('job').set({ state: 'done' }).where('id', '=', one.id).execute();
        await cast.asSystem(async (ctx) => job?.run(ctx, one.payload, run), new Date(testNow.getTime() + seconds * 1_000));
      }
      return due.length;
    },
    end: async () => {
      connectNotify(null);
      await fake.stop();
    },
  };
}
