import type { Pool } from 'pg';
import { ENGLAND_AND_WALES, holidaysThatStand } from '../../src/platform/time/bank-holidays.ts';
import { loadedBorough } from '../journey/loaded-borough.ts';
import { behind } from '../program/behind.ts';
import { freePort, startGoldthread } from '../program/goldthread.ts';
import { signInPeople } from '../program/signed-in.ts';
import { ask, type Session } from '../program/visitor.ts';
import { twoYears } from './two-years.ts';

export interface FiguresRow {
  what: string;
  p50: number;
  p95: number;
  worst: number;
}
export interface FiguresOutcome {
  children: number;
  contacts: number;
  lines: number;
  wholeSeconds: number;
  againSeconds: number;
  rows: FiguresRow[];
}

const root = '/front-door/performance';
const visits: readonly (readonly [what: string, role: string, path: string])[] = [
  ['every measure, by month, front door manager', 'MASH_M', root],
  ['every measure, by week, front door manager', 'MASH_M', `${root}?by=week`],
  ['every measure, figures alone, analyst', 'PERF', root],
  ['one measure over two years', 'MASH_M', `${root}/screened`],
  ['what a month of it counts', 'MASH_M', `${root}/screened/contacts`],
  ['the file', 'MASH_M', `${root}/figures.csv`],
];

/** Counts everything anew, then what changed, then asks each page `times` times, one after another. */
export async function runFigures(children: number, times: number, say: (words: string) => void): Promise<FiguresOutcome> {
  const borough = await loadedBorough(children, say);
  const goldthread = await startGoldthread({ dataDir: borough.dataDir, port: await freePort() });
  try {
    return await behind(borough.dataDir, async (pool) => {
      const contacts = await twoYears(pool, Math.round((6_570 * children) / 100_000));
      say(`${contacts.toLocaleString('en-GB')} contacts; counting…`);
      const wholeSeconds = await refresh(pool, true);
      await pool.query('vacuum analyze figure_line, figure_day');
      const againSeconds = await refresh(pool, false);
      const sessions = await signInPeople(pool, ['MASH_M', 'PERF'], 1);
      const rows: FiguresRow[] = [];
      for (const [what, role, path] of visits) {
        const session = sessions.find((one) => one.role === role);
        if (session) rows.push({ what, ...(await timed(goldthread.address, path, session, times)) });
      }
      const { rows: counted } = await pool.query<{ n: string }>('select count(*) as n from figure_line');
      return { children, contacts, lines: Number(counted[0]?.n ?? 0), wholeSeconds, againSeconds, rows };
    });
  } finally {
    await goldthread.stop();
    borough.remove();
  }
}

async function refresh(pool: Pool, whole: boolean): Promise<number> {
  const client = await pool.connect();
  const from = performance.now();
  try {
    await client.query(`begin; select set_config('app.actor', 'system', true)`);
    await client.query('select access.refresh_figures(now(), $1::date[], $2, $3)', [
      holidaysThatStand(ENGLAND_AND_WALES).map((one) => one.date),
      ...(whole ? ['-infinity', 'infinity'] : [null, null]),
    ]);
    await client.query('commit');
  } finally {
    client.release();
  }
  return (performance.now() - from) / 1000;
}

async function timed(address: string, path: string, session: Session, times: number): Promise<Omit<FiguresRow, 'what'>> {
  const took: number[] = [];
  for (let at = -10; at < times; at++) {
    const from = performance.now();
    const reply = await ask(address, path, session);
    if (reply.status !== 200) throw new Error(`${path} answered ${reply.status}`);
    if (at >= 0) took.push(performance.now() - from);
  }
  took.sort((a, b) => a - b);
  const at = (share: number): number => Math.round(took[Math.min(took.length - 1, Math.floor(share * took.length))] ?? 0);
  return { p50: at(0.5), p95: at(0.95), worst: at(1) };
}
