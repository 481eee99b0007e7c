import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Cast, makeCast } from '../../../platform/access/cast.ts';
import type { StaffActor } from '../../../platform/access/ctx.ts';
import { correctItem } from './actions/correct-item.ts';
import { decideToShare } from './actions/decide-to-share.ts';
import { aShare, worksWith } from './scene.sample.ts';
import type { Recipient } from './share.ts';

/** Recipients: schools and surgeries at work in Goldthread, bodies outside with an e-mail, bodies outside without. Each was given each thing. */
const INSIDE = 30;
const MAILED = 15;
const BY_HAND = 15;
const CORRECTIONS = 5;
const KILLS = 20;
const LEASE_MS = 900;

let cast: Cast;
let worker: StaffActor;
let child = '';
const workers = new Set<ChildProcess>();
beforeAll(async () => {
  cast = await makeCast();
  const care = await cast.agency('LA_SOCIAL_CARE', 'Council');
  worker = await cast.staff('SW', { agencyId: care, name: 'Sol Worker' });
  child = await cast.person();
  await worksWith(cast, worker, child);
});
afterAll(async () => {
  for (const one of workers) one.kill('SIGKILL');
  await cast.end();
});

function startWorker(): ChildProcess {
  const script = fileURLToPath(new URL('./carry-on-trial.ts', import.meta.url));
  const one = spawn(process.execPath, [script, cast.db.urls.application, String(LEASE_MS)], { stdio: ['ignore', 'ignore', 'inherit'] });
  workers.add(one);
  one.once('exit', () => workers.delete(one));
  return one;
}

const pause = (milliseconds: number): Promise<void> =>
  new Promise((go) => {
    setTimeout(go, milliseconds);
  });
async function count(query: string): Promise<number> {
  const { rows } = await cast.db.superuser.query<{ n: number }>(`select count(*)::int as n from ${query}`);
  return rows[0]?.n ?? 0;
}

async function recipients(): Promise<Recipient[]> {
  const all: Recipient[] = [];
  for (let at = 0; at < INSIDE; at += 1) {
    const agencyId = await cast.agency('SCHOOL', `School ${at}`);
    await cast.staff('DSL', { agencyId, name: `Lead ${at}` });
    all.push({ agencyId });
  }
  for (let at = 0; at < MAILED; at += 1) all.push({ body: `Charity ${at}`, email: `safeguarding@charity-${at}.example` });
  for (let at = 0; at < BY_HAND; at += 1) all.push({ body: `Club ${at}`, phone: '020 7946 0000' });
  return all;
}

const reached = `share_notice where delivered_at is not null or by_hand_since is not null`;
const RECIPIENTS = INSIDE + MAILED + BY_HAND;
const ALL = RECIPIENTS * CORRECTIONS;

test(`${CORRECTIONS} corrections reach each of ${RECIPIENTS} recipients once while the worker is killed ${KILLS} times`, async () => {
  const things = Array.from({ length: CORRECTIONS }, (_one, at) => ({
    kind: 'fact' as const,
    words: `Fact ${at}`,
    saidBy: 'School nurse',
    thingId: `00000000-0000-4000-8000-00000000000${at}`,
  }));
  let first = '';
  for (const to of await recipients()) first = await cast.as(worker, (ctx) => decideToShare(ctx, aShare(child, { to, items: things })));
  const items = await cast.behind.selectFrom('share_item').select('id').where('decision_id', '=', first).execute();
  for (const [at, { id }] of items.entries())
    await cast.as(worker, (ctx) =>
      correctItem(ctx, { decisionId: first, itemId: id, nowKind: 'fact', nowWords: `Corrected ${at}`, because: 'The wrong arm' }),
    );

  let running = startWorker();
  let killedAtWork = 0;
  for (let kill = 0; kill < KILLS; kill += 1) {
    const enough = Math.min((await count(reached)) + 8, ALL);
    for (let waited = 0; waited < 200 && (await count(reached)) < enough; waited += 1) await pause(20);
    if (await count(`job where state = 'running'`)) killedAtWork += 1;
    running.kill('SIGKILL');
    running = startWorker();
  }
  for (let waited = 0; waited < 600 && (await count(reached)) < ALL; waited += 1) await pause(50);
  const ended = new Promise((resolve) => {
    running.once('exit', resolve);
  });
  running.kill('SIGTERM');
  await ended;

  expect(await count('share_notice'), 'a line in the ledger for every recipient of every correction').toBe(ALL);
  expect(await count(reached), 'everyone reached').toBe(ALL);
  expect(await count(`alert where kind = 'share-corrected'`), 'each told in Goldthread once').toBe(INSIDE * CORRECTIONS);
  expect(await count(`notification where template = 'share-corrected-outside'`), 'each written to once').toBe(MAILED * CORRECTIONS);
  expect(await count(`alert where kind = 'share-tell-by-hand'`), 'the sharer asked once for each to be told').toBe(
    (MAILED + BY_HAND) * CORRECTIONS,
  );
  expect(await count(`(select distinct record_id from alert where kind = 'share-corrected') a`)).toBe(INSIDE * CORRECTIONS);
  expect(await count(`job where kind like 'casework.%' and state = 'dead'`), 'none given up').toBe(0);
  expect(await count(`job where kind like 'casework.%' and attempt > 1`), 'jobs were begun again after a kill').toBeGreaterThan(0);
  expect(killedAtWork, 'the kills fell while work was under way').toBeGreaterThan(KILLS / 2);
}, 180_000);
