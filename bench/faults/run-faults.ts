import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { behind } from '../program/behind.ts';
import { benchFolder, freePort, startGoldthread, type Goldthread, type Start } from '../program/goldthread.ts';
import { signInPeople } from '../program/signed-in.ts';
import { compare, verifyAudit, type Found } from './afterwards.ts';
import { killApplication, killDatabase, restart, type Fault } from './breaking.ts';
import { openLedger, readLedger } from './ledger.ts';
import { startProber } from './prober.ts';
import { startWriters, type Answers } from './writers.ts';

/** How often each thing breaks, and milliseconds of work between one fault and the next. */
export interface Plan {
  applicationKills: number;
  databaseKills: number;
  restarts: number;
  between: number;
  children?: number;
}

export interface Outcome {
  outages: ReadonlyMap<string, number[]>;
  found: Found;
  answers: Answers;
  reads: number;
  audit: { whole: boolean; words: string };
  sung: boolean;
  misses: string[];
}

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });

/** One order of faults for every run: the kinds take turns until each is used up. */
function inTurn(plan: Plan): Fault[] {
  const left: [Fault, number][] = [
    [killApplication, plan.applicationKills],
    [killDatabase, plan.databaseKills],
    [restart, plan.restarts],
  ];
  const order: Fault[] = [];
  while (left.some(([, count]) => count > 0)) for (const kind of left) if (kind[1]-- > 0) order.push(kind[0]);
  return order;
}

/** Breaks things under load, lets everybody finish, and compares what was acknowledged with what is there. Works in a folder of its own. */
export async function runFaults(plan: Plan, say: (words: string) => void): Promise<Outcome> {
  mkdirSync(benchFolder(), { recursive: true });
  const dataDir = mkdtempSync(join(benchFolder(), 'faults-'));
  const start: Start = { dataDir, port: await freePort(), env: { SEED_CHILDREN: String(plan.children ?? 100) } };
  const running = { now: await startGoldthread(start) };
  try {
    return await breakThings(plan, start, running, say);
  } finally {
    await running.now.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function breakThings(plan: Plan, start: Start, running: { now: Goldthread }, say: (words: string) => void): Promise<Outcome> {
  const { dataDir } = start;
  const sessions = await behind(dataDir, (pool) => signInPeople(pool, ['DSL', 'HV', 'SW', 'TM', 'LP', 'EH_CO', 'SENCO', 'REF'], 1));
  const [reader] = await behind(dataDir, (pool) => signInPeople(pool, ['CO'], 1));
  if (sessions.length < 4 || !reader) throw new Error('The demonstration has too few people to write with.');
  const file = join(dataDir, 'ledger.jsonl');
  const ledger = openLedger(file);
  const writers = startWriters(running.now.address, sessions, ledger);
  const prober = startProber(running.now.address, '/front-door', reader);
  const outages = new Map<string, number[]>();
  const printed: string[] = [];
  for (const fault of inTurn(plan)) {
    await pause(plan.between);
    const struck = performance.now();
    printed.push(...running.now.printed.splice(0));
    running.now = await fault.strike(running.now, start);
    const outage = await prober.outageFrom(struck);
    outages.set(fault.name, [...(outages.get(fault.name) ?? []), outage]);
    say(`${fault.name}: away for ${Math.round(outage)} ms`);
  }
  await pause(plan.between);
  await Promise.all([writers.stop(), prober.stop()]);
  ledger.close();
  await pause(2_000);
  const found = await behind(dataDir, (pool) => compare(pool, readLedger(file), writers.sent));
  const audit = verifyAudit(dataDir);
  writers.answers.wrong.push(...prober.wrong);
  const sung = [...printed, ...running.now.printed].join('').includes('Ledger');
  const outcome = { outages, found, answers: writers.answers, reads: prober.asked, audit, sung };
  return { ...outcome, misses: missesOf(outcome) };
}

function missesOf({ found, answers, audit, sung }: Omit<Outcome, 'misses'>): string[] {
  const some = (what: string, list: readonly string[]): string[] =>
    list.length > 0 ? [`${list.length} ${what}: ${[...new Set(list)].slice(0, 5).join('; ')}`] : [];
  return [
    ...(found.concerns === 0 || found.drafts === 0 ? ['nothing was written, so nothing was tried'] : []),
    ...some('acknowledged writes lost', found.lost),
    ...some('written twice', found.doubled),
    ...some('changed', found.changed),
    ...some('broken indexes', found.brokenIndexes),
    ...some('wrong answers', answers.wrong),
    ...(audit.whole ? [] : [audit.words]),
    ...(sung ? ['the log holds what people wrote'] : []),
  ];
}
