/** The queue half: how long officers wait for the queue of 500 open contacts, in a borough of 100,000 children, with policies and audit,
 *  while contacts are taken, noted and sent beside it. */
import type { Pool } from 'pg';
import { loadedBorough } from '../journey/loaded-borough.ts';
import { chanceFrom, percentile, poisson } from '../load/arrivals.ts';
import { generate } from '../load/generate.ts';
import type { Sample, Visit } from '../load/visit.ts';
import { behind } from '../program/behind.ts';
import { freePort, startGoldthread } from '../program/goldthread.ts';
import { signInPeople } from '../program/signed-in.ts';
import type { Session } from '../program/visitor.ts';

export interface QueuePlan {
  children: number;
  /** Contacts that are open while it is measured. */
  open: number;
  /** Looks at the queue a second; a tenth as many notes and takings beside them. */
  perSecond: number;
  seconds: number;
}

export interface QueueOutcome {
  plan: QueuePlan;
  open: number;
  samples: Sample[];
  audited: number;
  misses: string[];
}

const targetMs = 40;
const warmUp = 10;

/** Opens as many contacts as are wanted by opening closed ones again, newest first: they have their people, clocks and decisions. */
async function openContacts(superuser: Pool, wanted: number): Promise<number> {
  await superuser.query(
    `update contact set state = 'SCREENING', closed_at = null where id in (
      select c.id from contact c where c.state = 'CLOSED' and not exists (select 1 from contact_recognition r join person p on p.id = r.person_id
        where r.contact_id = c.id and (p.shield = 'hidden' or p.restricted))
      order by c.received_at desc limit greatest(0, $1 - (select count(*) from contact where state not in ('CLOSED', 'MERGED'))))`,
    [wanted],
  );
  const { rows } = await superuser.query<{ open: number }>(
    `select count(*)::int as open from contact where state not in ('CLOSED', 'MERGED')`,
  );
  await superuser.query('analyze contact');
  return rows[0]?.open ?? 0;
}

async function aQueueDay(superuser: Pool, chance: () => number): Promise<() => Visit> {
  const desk = await signInPeople(superuser, ['CO', 'MASH_M'], 10);
  const { rows } = await superuser.query<{ id: string }>(
    `select id from contact where state not in ('CLOSED', 'MERGED') order by received_at desc limit 200`,
  );
  const any = <T>(list: readonly T[]): T => list[Math.floor(chance() * list.length)]!;
  const visit = (kind: string, session: Session, path: string, expect: number, form: Visit['form'] = null): Visit => ({
    kind,
    session,
    path,
    form,
    expect,
  });
  return () => {
    const drawn = chance();
    if (drawn < 0.84) return visit('queue', any(desk), '/front-door', 200);
    if (drawn < 0.9) return visit('page 2', any(desk), '/front-door?page=2', 200);
    if (drawn < 0.95) return visit('taken', any(desk), '/front-door/pull', 303, {});
    return visit('note', any(desk), `/front-door/contacts/${any(rows).id}/notes`, 303, { note: 'Rang the school: he is in today.' });
  };
}

/** Runs the real program over the loaded borough and measures. `misses` says where the promise was not kept. */
export async function runQueue(plan: QueuePlan, say: (words: string) => void): Promise<QueueOutcome> {
  const borough = await loadedBorough(plan.children, say);
  const goldthread = await startGoldthread({ dataDir: borough.dataDir, port: await freePort() });
  try {
    return await behind(borough.dataDir, async (pool) => {
      const open = await openContacts(pool, plan.open);
      const chance = chanceFrom(2026);
      const next = await aQueueDay(pool, chance);
      const at = async (seconds: number): Promise<Sample[]> => {
        const moments = poisson(plan.perSecond, seconds, chance);
        return generate({ address: goldthread.address, moments, visits: moments.map(next) });
      };
      await at(warmUp);
      const before = await audits(pool);
      say(`${open} open contacts, ${plan.perSecond} looks a second for ${plan.seconds} s…`);
      const samples = await at(plan.seconds);
      const audited = (await audits(pool)) - before;
      return { plan, open, samples, audited, misses: missesOf(open, plan, samples, audited) };
    });
  } finally {
    await goldthread.stop();
    borough.remove();
  }
}

async function audits(pool: Pool): Promise<number> {
  const { rows } = await pool.query<{ count: number }>('select count(*)::int as count from audit_event');
  return rows[0]?.count ?? 0;
}

const timesOf = (samples: readonly Sample[], kind: string): number[] =>
  samples.filter((one) => one.kind === kind).map((one) => one.milliseconds);

function missesOf(open: number, plan: QueuePlan, samples: readonly Sample[], audited: number): string[] {
  const wrong = samples.filter((one) => !one.asExpected);
  const reached = percentile(timesOf(samples, 'queue'), 0.95);
  return [
    ...(open < plan.open ? [`only ${open} contacts are open, ${plan.open} wanted`] : []),
    ...(wrong.length > 0 ? [`${wrong.length} of ${samples.length} answers were not what they should be`] : []),
    ...(audited < samples.length - wrong.length ? ['fewer audit events than answers'] : []),
    ...(reached > targetMs ? [`queue: 95 of 100 within ${reached.toFixed(0)} ms, ${targetMs} ms promised`] : []),
  ];
}

/** Rows for the table: one a kind of request. */
export function queueRows({ plan, open, samples, audited }: QueueOutcome): string[][] {
  const kinds = ['queue', 'page 2', 'taken', 'note'];
  return [
    ['Queue: children, open contacts', `${plan.children.toLocaleString('en-GB')}, ${open}`],
    ...kinds.map((kind) => {
      const times = timesOf(samples, kind);
      const [p50, p95, p99] = [0.5, 0.95, 0.99].map((share) => percentile(times, share).toFixed(0));
      return [
        `${kind === 'queue' ? 'Queue opened' : kind === 'page 2' ? 'Its second page' : kind === 'taken' ? 'Next one taken' : 'Note added'}, ${times.length} times`,
        `p50 ${p50} ms, p95 ${p95} ms, p99 ${p99} ms${kind === 'queue' ? ` (promised p95 ${targetMs} ms)` : ''}`,
      ];
    }),
    ['Audit events for answers', `${audited} for ${samples.length}`],
  ];
}
