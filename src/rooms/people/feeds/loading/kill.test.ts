import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeCast, type Cast } from '../../../../platform/access/cast.ts';
import { beginRun } from '../actions/begin-run.ts';
import { runOf } from '../feed-run.store.ts';
import { feedOnTrial, manyPupils, putFile, roll } from '../feed-on-trial.ts';

const leaseMs = 900;
const many = 300;
const kills = 4;

let cast: Cast;
const workers = new Set<ChildProcess>();
beforeAll(async () => {
  cast = await makeCast();
});
afterAll(async () => {
  for (const worker of workers) worker.kill('SIGKILL');
  await cast.end();
});

function startWorker(): ChildProcess {
  const script = fileURLToPath(new URL('./worker-on-trial.ts', import.meta.url));
  const worker = spawn(process.execPath, [script, cast.db.urls.application, String(leaseMs)], { stdio: ['ignore', 'ignore', 'inherit'] });
  workers.add(worker);
  worker.once('exit', () => workers.delete(worker));
  return worker;
}
const pause = (milliseconds: number): Promise<void> =>
  new Promise((go) => {
    setTimeout(go, milliseconds);
  });

it(
  `a worker killed ${kills} times in the midst of a file of ${many} rows loses no row and takes none twice`,
  { timeout: 300_000 },
  async () => {
    const trial = await feedOnTrial(cast);
    const pupils = manyPupils(many, 70_000);
    const bad = pupils.map((one, at) => (at % 50 === 0 ? { ...one, born: 'never' } : one));
    const fileId = await putFile(cast, trial, roll(bad));
    const runId = await cast.as(trial.officer, (ctx) => beginRun(ctx, fileId, 'for real'));
    const run = () => cast.as(trial.officer, (ctx) => runOf(ctx, runId));
    const running = async (): Promise<number> => (await cast.db.superuser.query(`select 1 from job where state = 'running'`)).rows.length;
    let killedAtWork = 0;
    let worker = startWorker();
    for (let kill = 0; kill < kills; kill += 1) {
      const from = (await run()).nextRow;
      for (let waited = 0; waited < 800 && (await run()).nextRow === from; waited += 1) await pause(20);
      for (let waited = 0; waited < 200 && (await running()) === 0; waited += 1) await pause(5);
      await pause(kill * 60);
      if ((await running()) > 0) killedAtWork += 1;
      worker.kill('SIGKILL');
      worker = startWorker();
    }
    for (let waited = 0; waited < 4_000 && (await run()).state === 'running'; waited += 1) await pause(50);
    worker.kill('SIGTERM');
    expect(await run()).toMatchObject({ state: 'finished', taken: many - many / 50, rejected: many / 50, nextRow: many + 1 });
    const count = async (from: string): Promise<number> =>
      Number((await cast.db.superuser.query<{ n: string }>(`select count(*) as n from ${from}`)).rows[0]?.n);
    const expected = many - many / 50;
    expect(await count('source_record'), 'each row once').toBe(expected);
    expect(await count('(select distinct local_id from source_record) r'), 'none lost').toBe(expected);
    expect(await count('involvement'), 'each involvement once').toBe(expected);
    expect(await count('feed_reject')).toBe(many / 50);
    expect(await count('person'), 'nobody recorded twice').toBe(expected);
    expect(killedAtWork, 'the kills fell while rows were read').toBeGreaterThan(1);
  },
);
