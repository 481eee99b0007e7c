import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Cast, makeCast } from '../access/cast.ts';
import { enqueue } from './enqueue.ts';

const JOBS = 600;
const KILLS = 20;
const FREEZES = 4;
const LEASE_MS = 900;

let cast: Cast;
const workers = new Set<ChildProcess>();
beforeAll(async () => {
  cast = await makeCast();
  await cast.db.superuser.query(
    'create table effect (number integer not null, half integer not null); grant insert on effect to goldthread_app',
  );
});
afterAll(async () => {
  for (const worker of workers) worker.kill('SIGKILL');
  await cast.end();
});

function startWorker(): ChildProcess {
  const script = fileURLToPath(new URL('./worker-on-trial.ts', import.meta.url));
  const worker = spawn(process.execPath, [script, cast.db.urls.application, String(LEASE_MS)], { stdio: ['ignore', 'ignore', 'inherit'] });
  workers.add(worker);
  worker.once('exit', () => workers.delete(worker));
  return worker;
}

const ended = (worker: ChildProcess): Promise<number | null> =>
  new Promise((resolve) => {
    worker.once('exit', (code) => resolve(code));
  });
const pause = (milliseconds: number): Promise<void> =>
  new Promise((go) => {
    setTimeout(go, milliseconds);
  });
async function count(query: string): Promise<number> {
  const { rows } = await cast.db.superuser.query<{ n: number }>(`select count(*)::int as n from ${query}`);
  return rows[0]?.n ?? 0;
}

const done = (): Promise<number> => count(`job where state = 'done'`);

/** Waits until some more jobs are done, so that what comes next falls in the midst of work. */
async function letWork(more: number): Promise<void> {
  const enough = Math.min((await done()) + more, JOBS);
  for (let waited = 0; waited < 200 && (await done()) < enough; waited += 1) await pause(20);
}

test(`two workers, ${JOBS} jobs, ${KILLS} times kill -9, ${FREEZES} times frozen past the lease: none lost, each effect exactly once`, async () => {
  await cast.asSystem(async (ctx) => {
    for (let number = 0; number < JOBS; number += 1) await enqueue(ctx, 'trial.effect', { number }, { maxAttempts: 30 });
  });
  const pair = [startWorker(), startWorker()];
  let killedAtWork = 0;
  for (let kill = 0; kill < KILLS; kill += 1) {
    await letWork(8);
    const victim = pair[kill % 2];
    if (await count(`job where state = 'running'`)) killedAtWork += 1;
    victim?.kill('SIGKILL');
    pair[kill % 2] = startWorker();
  }
  for (let freeze = 0; freeze < FREEZES; freeze += 1) {
    await letWork(8);
    pair[freeze % 2]?.kill('SIGSTOP');
    await pause(LEASE_MS * 2);
    pair[freeze % 2]?.kill('SIGCONT');
  }
  for (let waited = 0; waited < 600 && (await done()) < JOBS; waited += 1) await pause(50);
  const codes = pair.map((worker) => ended(worker));
  for (const worker of pair) worker.kill('SIGTERM');
  expect(await Promise.all(codes), 'both stop cleanly').toEqual([0, 0]);

  expect(await done(), 'none lost').toBe(JOBS);
  expect(await count('effect'), 'no half and no double effect').toBe(JOBS * 2);
  expect(await count('(select distinct number, half from effect) e')).toBe(JOBS * 2);
  expect(killedAtWork, 'the kills fell while work was under way').toBeGreaterThan(KILLS / 2);
  expect(await count('job where attempt > 1'), 'jobs were begun again after a kill').toBeGreaterThan(0);
}, 120_000);
