import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { sql } from 'kysely';
import { z } from 'zod';
import { type Cast, makeCast } from '../access/cast.ts';
import { saw } from '../access/ctx.ts';
import { clearFinishedJobs } from './clear-finished.ts';
import { deadJobs, queueState, reviveJob } from './dead-letters.ts';
import { NarrativeInPayload, enqueue } from './enqueue.ts';
import { GiveUp, type Job, registerJob } from './job.ts';
import { claimJobs, returnLostJobs } from './job.store.ts';
import { type JobEvent, runClaimed } from './run-claimed.ts';
import { type WorkerChoice, runWorker } from './worker.ts';

let cast: Cast;
beforeAll(async () => {
  cast = await makeCast();
  await cast.db.superuser.query('create table effect (what text not null); grant insert, select on effect to goldthread_app');
});
beforeEach(() => cast.db.superuser.query('truncate effect; truncate job restart identity'));
afterAll(() => cast.end());

const shape = z.object({ what: z.string() });
const effects = async (): Promise<string[]> =>
  (await cast.db.superuser.query<{ what: string }>('select what from effect order by what')).rows.map((row) => row.what);
const states = async (): Promise<string[]> =>
  (await cast.db.superuser.query<{ state: string }>('select state from job order by id')).rows.map((row) => row.state);
const note = registerJob('test.note', shape, async (ctx, { what }) => {
  await sql`insert into effect (what) values (${what})`.execute(ctx.tx);
});

async function until(what: () => Promise<boolean>, milliseconds = 10_000): Promise<void> {
  for (
    const end = performance.now() + milliseconds;
    !(await what());
    await new Promise((go) => {
      setTimeout(go, 10);
    })
  ) {
    if (performance.now() > end) throw new Error('waited in vain');
  }
}

/** Runs a worker until `done` says so, then stops it and waits for its end. */
async function work(jobs: Job[], done: () => Promise<boolean>, choice: Partial<WorkerChoice> = {}): Promise<JobEvent[]> {
  const stop = new AbortController();
  const events: JobEvent[] = [];
  const worker = runWorker({ db: cast.app, jobs, stop: stop.signal, pollMs: 20, log: (event) => events.push(event), ...choice });
  await until(done).finally(() => stop.abort());
  await worker;
  return events;
}

describe('asking for work', () => {
  test('the job is there if and only if the transaction that asked commits', async () => {
    await expect(
      cast.asPublic(async (ctx) => {
        await enqueue(ctx, 'test.note', { what: 'never' });
        throw new Error('changed my mind');
      }),
    ).rejects.toThrow('changed my mind');
    await cast.asPublic((ctx) => enqueue(ctx, 'test.note', { what: 'once' }));
    await work([note], async () => (await effects()).length === 1);
    expect(await effects()).toEqual(['once']);
  });

  test('a key is used once, ever: the second message is not sent', async () => {
    const ask = (): Promise<boolean> => cast.asSystem((ctx) => enqueue(ctx, 'test.note', { what: 'letter' }, { key: 'letter:1' }));
    expect(await ask()).toBe(true);
    await work([note], async () => (await effects()).length === 1);
    expect([await ask(), await states()]).toEqual([false, ['done']]);
  });

  test('staff may ask without being able to read the queue', async () => {
    const social = await cast.agency();
    const worker = await cast.staff('SW', { agencyId: social });
    expect(await cast.as(worker, (ctx) => enqueue(ctx, 'test.note', { what: 'by staff' }, { key: 'k' }))).toBe(true);
    expect(await cast.as(worker, (ctx) => ctx.tx.selectFrom('job').selectAll().execute())).toEqual([]);
  });

  test('narrative is refused, and a later time is kept', async () => {
    await expect(cast.asSystem((ctx) => enqueue(ctx, 'test.note', { what: 'x'.repeat(201) }))).rejects.toThrow(NarrativeInPayload);
    await cast.asSystem((ctx) => enqueue(ctx, 'test.note', { what: 'later' }, { runAt: new Date(Date.now() + 60_000) }));
    await cast.asSystem((ctx) => enqueue(ctx, 'test.note', { what: 'now' }));
    await work([note], async () => (await effects()).length > 0);
    expect([await effects(), await states()]).toEqual([['now'], ['ready', 'done']]);
  });

  test('a commit wakes a sleeping worker at once', async () => {
    const stop = new AbortController();
    const worker = runWorker({ db: cast.app, jobs: [note], stop: stop.signal, pollMs: 60_000, listenOn: cast.db.app });
    await new Promise((go) => {
      setTimeout(go, 400);
    });
    const asked = performance.now();
    await cast.asSystem((ctx) => enqueue(ctx, 'test.note', { what: 'wake up' }));
    await until(async () => (await effects()).length === 1).finally(() => stop.abort());
    expect(performance.now() - asked).toBeLessThan(2_000);
    await worker;
  });

  test('the person whose information a job used is in the audit, in the same transaction', async () => {
    const person = await cast.person();
    const looks = registerJob('test.look', z.object({}), async (ctx) => {
      saw(ctx, person);
    });
    await cast.asSystem((ctx) => enqueue(ctx, 'test.look', {}));
    await work([looks], async () => (await states())[0] === 'done');
    const { rows } = await cast.db.superuser.query('select actor, action, subject_ids from audit_event');
    expect(rows).toEqual([{ actor: 'system', action: 'job.test.look', subject_ids: [person] }]);
  });
});

describe('failing', () => {
  const fails = registerJob(
    'test.fail',
    shape,
    async (ctx, { what }) => {
      await sql`insert into effect (what) values (${what})`.execute(ctx.tx);
      throw new TypeError(`${what} must not reach a log`);
    },
    { retryAfter: () => 0 },
  );

  test('leaves no effect, is tried again, and is dead and visible after its last attempt', async () => {
    await cast.asSystem((ctx) => enqueue(ctx, 'test.fail', { what: 'Amina' }, { maxAttempts: 3 }));
    const events = await work([fails], async () => (await states())[0] === 'dead');
    expect(events.map((event) => [event.event, event.attempt, event.error])).toEqual([
      ['job failed', 1, 'TypeError'],
      ['job failed', 2, 'TypeError'],
      ['job dead', 3, 'TypeError'],
    ]);
    expect(await effects()).toEqual([]);
    const social = await cast.agency();
    const seenBy = async (role: 'SYSADMIN' | 'SW'): Promise<(string | null)[]> =>
      cast.as(await cast.staff(role, { agencyId: social }), async (ctx) => (await deadJobs(ctx)).map((job) => job.lastError));
    expect([await seenBy('SYSADMIN'), await seenBy('SW')]).toEqual([['TypeError'], []]);
  });

  test('a dead job can be made ready again by an administrator, and by nobody else', async () => {
    await cast.asSystem((ctx) => enqueue(ctx, 'test.note', { wrong: 'shape' }));
    const [event] = await work([note], async () => (await states())[0] === 'dead');
    expect(event).toMatchObject({ event: 'job dead', attempt: 1, error: 'GiveUp' });
    const social = await cast.agency();
    const [other, administrator] = [await cast.staff('SW', { agencyId: social }), await cast.staff('SYSADMIN', { agencyId: social })];
    expect(await cast.as(other, (ctx) => reviveJob(ctx, 1))).toBe(false);
    expect(await cast.as(administrator, (ctx) => reviveJob(ctx, 1))).toBe(true);
    expect(await cast.asSystem((ctx) => queueState(ctx))).toMatchObject({ ready: 1, running: 0, dead: 0 });
  });

  test('a handler may give up at once', async () => {
    const refuses = registerJob('test.refuse', shape, async () => {
      throw new GiveUp('no such thing');
    });
    await cast.asSystem((ctx) => enqueue(ctx, 'test.refuse', { what: 'x' }));
    await work([refuses], async () => (await states())[0] === 'dead');
  });

  test('it waits before it is tried again, longer each time', async () => {
    const slow = registerJob('test.slow', shape, async () => {
      throw new Error('not yet');
    });
    await cast.asSystem((ctx) => enqueue(ctx, 'test.slow', { what: 'x' }));
    await work([slow], async () => (await cast.db.superuser.query('select 1 from job where last_error is not null')).rows.length === 1);
    const { rows } = await cast.db.superuser.query<{ wait: number }>('select extract(epoch from run_at - now())::float8 as wait from job');
    expect(rows[0]?.wait).toBeGreaterThan(0.8);
    expect(rows[0]?.wait).toBeLessThan(2.5);
  });
});

describe('a lost lease', () => {
  test('rolls back the late worker’s effect: the new holder’s stands alone', async () => {
    const [reached, goOn] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    let runs = 0;
    const slow = registerJob('test.slow', shape, async (ctx, { what }, run) => {
      runs += 1;
      await sql`insert into effect (what) values (${`${what}, attempt ${run.attempt}`})`.execute(ctx.tx);
      if (run.attempt > 1) return;
      reached.resolve();
      await goOn.promise;
    });
    const events: JobEvent[] = [];
    const place = { db: cast.app, leaseMs: 60_000, now: () => new Date(), log: (event: JobEvent) => events.push(event) };
    const claim = async () =>
      (await cast.asSystem((ctx) => claimJobs(ctx, { worker: 'w', kinds: ['test.slow'], limit: 1, leaseMs: 60_000 })))[0];
    await cast.asSystem((ctx) => enqueue(ctx, 'test.slow', { what: 'plan sent' }));
    const first = await claim();
    if (!first) throw new Error('nothing claimed');
    const late = runClaimed(place, slow, first);
    await reached.promise;
    await cast.db.superuser.query(`update job set leased_until = now() - interval '1 second'`);
    expect(await cast.asSystem((ctx) => returnLostJobs(ctx))).toBe(1);
    const second = await claim();
    if (!second) throw new Error('not claimed again');
    await runClaimed(place, slow, second);
    goOn.resolve();
    await late;
    expect([runs, await effects(), await states()]).toEqual([2, ['plan sent, attempt 2'], ['done']]);
    expect(events.map((event) => [event.event, event.attempt])).toEqual([
      ['job done', 2],
      ['job lost', 1],
    ]);
  });

  test('a heartbeat keeps the lease of work that takes longer than it, and tells a holder who lost it', async () => {
    let wasTold = false;
    const long = registerJob('test.long', shape, async (_, { what }, run) => {
      if (what === 'lose') await cast.db.superuser.query('update job set fence = fence + 1 where id = $1', [run.id]);
      await new Promise((go) => {
        setTimeout(go, 900);
      });
      wasTold = run.signal.aborted;
    });
    await cast.asSystem((ctx) => enqueue(ctx, 'test.long', { what: 'keep' }));
    const events = await work([long], async () => (await states())[0] === 'done', { leaseMs: 300 });
    expect([events.map((event) => event.event), wasTold]).toEqual([['job done'], false]);
    await cast.asSystem((ctx) => enqueue(ctx, 'test.long', { what: 'lose' }));
    await work([long], async () => wasTold, { leaseMs: 300 });
  });

  test('a job out of attempts is dead, not tried for ever', async () => {
    await cast.asSystem((ctx) => enqueue(ctx, 'test.note', { what: 'x' }, { maxAttempts: 1 }));
    await cast.asSystem((ctx) => claimJobs(ctx, { worker: 'gone', kinds: ['test.note'], limit: 1, leaseMs: 0 }));
    await work([note], async () => (await states())[0] === 'dead');
    expect((await cast.asSystem((ctx) => deadJobs(ctx)))[0]?.lastError).toBe('LeaseLost');
  });
});

describe('stopping and sharing', () => {
  test('a stopping worker finishes what it runs and begins nothing', async () => {
    const stop = new AbortController();
    const slow = registerJob('test.slow', shape, async (ctx, { what }) => {
      stop.abort();
      await new Promise((go) => {
        setTimeout(go, 200);
      });
      await sql`insert into effect (what) values (${what})`.execute(ctx.tx);
    });
    await cast.asSystem(async (ctx) => {
      for (const what of ['a', 'b', 'c']) await enqueue(ctx, 'test.slow', { what });
    });
    await runWorker({ db: cast.app, jobs: [slow], stop: stop.signal, pollMs: 20, concurrency: 1 });
    expect([await effects(), await states()]).toEqual([['a'], ['done', 'ready', 'ready']]);
  });

  test('a scheduled job runs once per slot, however many workers there are', async () => {
    const tick = registerJob(
      'test.tick',
      z.object({ slot: z.string() }),
      async (ctx, { slot }) => {
        await sql`insert into effect (what) values (${slot})`.execute(ctx.tx);
      },
      { every: '1 second' },
    );
    const enough = async (): Promise<boolean> => (await effects()).length >= 4;
    await Promise.all([1, 2, 3].map(() => work([tick], enough)));
    const slots = await effects();
    expect(new Set(slots).size).toBe(slots.length);
    expect(slots.every((slot) => slot.endsWith('.000Z'))).toBe(true);
  });

  test('old finished jobs are cleared, but never those with a key of their own', async () => {
    await cast.asSystem(async (ctx) => {
      await enqueue(ctx, 'test.note', { what: 'plain' });
      await enqueue(ctx, 'test.note', { what: 'keyed' }, { key: 'letter:2' });
      await enqueue(ctx, 'test.note', { what: 'fresh' });
    });
    await cast.db.superuser.query(
      `update job set state = 'done', finished_at = now() - case when payload->>'what' = 'fresh' then interval '6 days' else interval '8 days' end`,
    );
    const left = async (): Promise<string[]> =>
      (
        await cast.db.superuser.query<{ what: string }>(`select payload->>'what' as what from job where kind = 'test.note' order by id`)
      ).rows.map((row) => row.what);
    await work([clearFinishedJobs], async () => (await left()).length < 3);
    expect(await left()).toEqual(['keyed', 'fresh']);
  });

  test('two jobs of one kind are refused', async () => {
    await expect(runWorker({ db: cast.app, jobs: [note, note], stop: AbortSignal.abort() })).rejects.toThrow(RangeError);
  });
});
