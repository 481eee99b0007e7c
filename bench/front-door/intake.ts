/** The intake half: 100 notifications a second for a minute from a police system, while the application is killed under it. */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Pool } from 'pg';
import { killApplication } from '../faults/breaking.ts';
import { behind } from '../program/behind.ts';
import { benchFolder, freePort, startGoldthread, type Goldthread, type Start } from '../program/goldthread.ts';
import { notificationOf, startPoliceSystem } from './police-system.ts';
import { sendBurst, type Sent } from './sender.ts';

export interface IntakePlan {
  perSecond: number;
  seconds: number;
  kills: number;
}

export interface IntakeOutcome {
  plan: IntakePlan;
  sent: Sent;
  /** Milliseconds from each kill until the application was ready again. */
  outages: number[];
  /** Seconds after the last receipt until every notification stood at the front door as a contact. */
  drained: number;
  found: Found;
  misses: string[];
}

interface Found {
  rows: number;
  lost: number;
  versions: number;
  contacts: number;
  untaken: number;
  withoutClock: number;
  changed: number;
}

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });

/** Runs the burst in a folder of its own and lays every receipt beside what stands in the database. */
export async function runIntake(plan: IntakePlan, say: (words: string) => void): Promise<IntakeOutcome> {
  mkdirSync(benchFolder(), { recursive: true });
  const dataDir = mkdtempSync(join(benchFolder(), 'intake-'));
  const start: Start = { dataDir, port: await freePort(), env: { SEED_CHILDREN: '100' } };
  const running = { now: await startGoldthread(start) };
  try {
    return await underKills(plan, start, running, say);
  } finally {
    await running.now.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function underKills(
  plan: IntakePlan,
  start: Start,
  running: { now: Goldthread },
  say: (words: string) => void,
): Promise<IntakeOutcome> {
  const { dataDir, port } = start;
  const police = await behind(dataDir, (pool) => startPoliceSystem(pool, `http://localhost:${port}`));
  const mark = `CAD/${process.pid}`;
  const outages: number[] = [];
  try {
    const sending = sendBurst({
      address: running.now.address,
      token: police.token,
      mark,
      perSecond: plan.perSecond,
      seconds: plan.seconds,
    });
    const killing = killEvenly(plan, start, running, outages, say);
    const [sent] = await Promise.all([sending, killing]);
    say(`${sent.receipts.length} receipts in ${sent.seconds.toFixed(1)} s`);
    const drained = await untilTaken(dataDir, mark);
    const found = await behind(dataDir, (pool) => look(pool, mark, sent));
    const outcome = { plan, sent, outages, drained, found };
    return { ...outcome, misses: missesOf(outcome) };
  } finally {
    await police.end();
  }
}

/** One kill after another at even distances within the burst; each waits until the one before has been got over. */
async function killEvenly(plan: IntakePlan, start: Start, running: { now: Goldthread }, outages: number[], say: (words: string) => void) {
  const from = performance.now();
  for (let kill = 1; kill <= plan.kills; kill += 1) {
    const due = from + (kill * plan.seconds * 1_000) / (plan.kills + 1);
    await pause(Math.max(0, due - performance.now()));
    const struck = performance.now();
    running.now = await killApplication.strike(running.now, start);
    outages.push(performance.now() - struck);
    say(`${killApplication.name} ${kill}: away for ${Math.round(outages.at(-1) ?? 0)} ms`);
  }
}

async function untilTaken(dataDir: string, mark: string): Promise<number> {
  const from = performance.now();
  return behind(dataDir, async (pool) => {
    while (performance.now() - from < 900_000) {
      const { rows } = await pool.query<{ left: number }>(
        `select count(*)::int as left from police_notification where police_ref like $1 and state = 'RECEIVED'`,
        [`${mark}/%`],
      );
      if (rows[0]?.left === 0) break;
      await pause(500);
    }
    return (performance.now() - from) / 1_000;
  });
}

async function look(superuser: Pool, mark: string, sent: Sent): Promise<Found> {
  const { rows } = await superuser.query<{
    id: string;
    ref: string;
    version: number;
    contact: string | null;
    words: string;
    people: number;
    clocks: number;
  }>(
    `select n.id, n.police_ref as ref, n.version, n.contact_id as contact, n.circumstances as words,
       (select count(*)::int from police_person p where p.notification_id = n.id and p.contact_person_id is not null) as people,
       (select count(*)::int from clock k where k.subject_kind = 'contact' and k.subject_id = n.contact_id and k.rule_key = 'C02') as clocks
     from police_notification n where n.police_ref like $1`,
    [`${mark}/%`],
  );
  const byId = new Map(rows.map((row) => [row.id, row]));
  const words = notificationOf(mark, 0)['circumstances'];
  return {
    rows: rows.length,
    lost: sent.receipts.filter((one) => byId.get(one.id)?.ref !== `${mark}/${one.n}`).length,
    versions: rows.filter((row) => row.version > 1).length,
    contacts: new Set(rows.flatMap((row) => row.contact ?? [])).size,
    untaken: rows.filter((row) => row.contact === null).length,
    withoutClock: rows.filter((row) => row.clocks !== 1).length,
    changed: rows.filter((row) => row.words !== words || row.people !== 4).length,
  };
}

function missesOf({ plan, sent, outages, found }: Omit<IntakeOutcome, 'misses'>): string[] {
  const whole = plan.perSecond * plan.seconds;
  const miss = (wrong: boolean, words: string): string[] => (wrong ? [words] : []);
  return [
    ...miss(sent.receipts.length !== whole, `${whole - sent.receipts.length} of ${whole} have no receipt`),
    ...miss(found.lost > 0, `${found.lost} acknowledged and lost`),
    ...miss(found.rows !== whole || found.versions > 0, `${found.rows} rows and ${found.versions} false updates where ${whole} were sent`),
    ...miss(found.contacts !== whole || found.untaken > 0, `${found.contacts} contacts where ${whole} incidents were told`),
    ...miss(found.withoutClock > 0, `${found.withoutClock} without exactly one running clock`),
    ...miss(found.changed > 0, `${found.changed} not as they were sent`),
    ...miss(sent.wrong.length > 0, `${sent.wrong.length} answered wrongly: ${[...new Set(sent.wrong)].slice(0, 3).join('; ')}`),
    // Without kills the burst is carried as it comes; under kills what could not be taken while it was away is taken after.
    ...miss(
      plan.kills === 0 && sent.seconds > plan.seconds + 5,
      `the burst of ${plan.seconds} s was carried in ${sent.seconds.toFixed(1)} s`,
    ),
    ...miss(outages.length !== plan.kills, `${outages.length} of ${plan.kills} kills were got over`),
  ];
}

const share = (values: readonly number[], part: number): number =>
  Math.round(values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * part))] ?? 0);

/** The rows of the one table. */
export function intakeRows({ plan, sent, outages, drained, found }: IntakeOutcome): [string, string | number][] {
  return [
    [`Notifications sent at ${plan.perSecond} a second for ${plan.seconds} s`, plan.perSecond * plan.seconds],
    ['Kills of the application (kill -9) under it', outages.length],
    ['Away after a kill, median and longest, ms', `${share(outages, 0.5)} / ${share(outages, 1)}`],
    ['Receipts given', sent.receipts.length],
    ['Acknowledged and lost', found.lost],
    ['Taken twice (false updates)', found.versions],
    ['Contacts at the front door, one each with its clock', found.contacts],
    ['Connections refused or cut, sent again', sent.refusedConnections],
    ['Told to try again (503), sent again', sent.toldToWait],
    [
      'Answer at the first try, p50 / p95 / p99, ms',
      `${share(sent.answers, 0.5)} / ${share(sent.answers, 0.95)} / ${share(sent.answers, 0.99)}`,
    ],
    ['Due to receipt, with all waiting, p95 / longest, ms', `${share(sent.waits, 0.95)} / ${share(sent.waits, 1)}`],
    ['First to last receipt, s', sent.seconds.toFixed(1)],
    ['From the last receipt until all stood at the front door, s', drained.toFixed(1)],
  ];
}
