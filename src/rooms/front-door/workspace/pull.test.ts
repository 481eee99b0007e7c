import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeCast, type Cast } from '../../../platform/access/cast.ts';
import type { StaffActor } from '../../../platform/access/ctx.ts';
import { actingFor } from '../../../platform/access/transaction.ts';
import { openPool } from '../../../platform/db/pool.ts';
import { queryBuilder } from '../../../platform/db/query-builder.ts';
import { pullNext } from '../actions/pull-next.ts';

/** Two people never get one contact, however they race: 1,000 races over real connections, each of its own transaction. */
let cast: Cast;
let officers: StaffActor[];
const races = 1_000;
const racers = 8;

beforeAll(async () => {
  cast = await makeCast();
  const agencyId = await cast.agency();
  const teamId = await cast.team(agencyId, 'front-door');
  officers = await Promise.all(Array.from({ length: racers }, (_none, at) => cast.staff(at % 2 ? 'CO' : 'MASH_M', { agencyId, teamId })));
});
afterAll(() => cast.end());

async function waitingContacts(many: number, facts: Record<string, unknown> = {}): Promise<string[]> {
  const rows = Array.from({ length: many }, (_none, at) => ({
    id: randomUUID(),
    reference: `C-R${at}-${randomUUID().slice(0, 6)}`,
    received_at: new Date(Date.now() - at * 60_000),
    channel: 'WEB',
    what_happened: 'x',
    ...facts,
  }));
  await cast.behind.insertInto('contact').values(rows).execute();
  return rows.map((row) => row.id);
}

it('1,000 races for the next contact: each contact goes to one person, none is left', { timeout: 120_000 }, async () => {
  const ids = await waitingContacts(races);
  const pools = officers.map(() => openPool(cast.db.urls.application, { max: 1 }));
  const dbs = pools.map((pool) => queryBuilder(pool));
  const taken: { who: string; contact: string }[] = [];
  await Promise.all(
    officers.map(async (who, at) => {
      for (;;) {
        const contact = await actingFor(dbs[at]!, who, new Date(), 'test.pull', (ctx) => pullNext(ctx as never));
        if (contact === null) return;
        taken.push({ who: who.staffId, contact });
      }
    }),
  );
  await Promise.all(dbs.map((db) => db.destroy()));
  expect(taken.length).toBe(races);
  expect(new Set(taken.map((one) => one.contact))).toEqual(new Set(ids));
  const held = await cast.behind.selectFrom('contact').select(['id', 'held_by']).where('id', 'in', ids).execute();
  const by = new Map(taken.map((one) => [one.contact, one.who]));
  expect(held.filter((row) => row.held_by !== by.get(row.id))).toEqual([]);
  const holds = await cast.behind.selectFrom('contact_hold').select('contact_id').where('ended_at', 'is', null).execute();
  expect(holds).toHaveLength(races);
});

it(
  'two people who take the last one at the same moment: one has it, the other is told that nothing waits',
  { timeout: 60_000 },
  async () => {
    for (let round = 0; round < 40; round += 1) {
      const [id] = await waitingContacts(1);
      const pulled = await Promise.all(officers.slice(0, 2).map((who) => cast.as(who, (ctx) => pullNext(ctx), new Date())));
      expect(pulled.filter((one) => one !== null)).toEqual([id]);
    }
  },
);

it('immediate danger comes first, and a lane gives only its own', async () => {
  const [calm] = await waitingContacts(1, { received_at: new Date('2020-01-01') });
  const [danger] = await waitingContacts(1, { immediate_danger: true });
  const rule = await cast.behind.selectFrom('routing_rule').select('id').limit(1).executeTakeFirstOrThrow();
  await cast.behind
    .insertInto('contact_routing')
    .values({
      contact_id: calm!,
      number: 1,
      rule_id: rule.id,
      lane: 'youth',
      discipline: 'youth',
      priority: 3,
      because: 'x',
      routed_at: new Date(),
    } as never)
    .execute();
  const who = officers[0]!;
  expect(await cast.as(who, (ctx) => pullNext(ctx, 'disability'))).toBeNull();
  expect(await cast.as(who, (ctx) => pullNext(ctx, 'duty'))).toBeNull();
  await cast.behind
    .insertInto('duty_slot')
    .values({
      discipline: 'youth',
      staff_id: who.staffId,
      starts_at: new Date(Date.now() - 60_000),
      ends_at: new Date(Date.now() + 60_000),
      rostered_by: who.staffId,
      rostered_at: new Date(),
    })
    .execute();
  expect(await cast.as(who, (ctx) => pullNext(ctx, 'duty'))).toBe(calm);
  expect(await cast.as(who, (ctx) => pullNext(ctx))).toBe(danger);
});
