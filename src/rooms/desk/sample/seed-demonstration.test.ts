import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { actingFor } from '../../../platform/access/transaction.ts';
import { permissionsOf } from '../../../platform/access/roles.ts';
import { queryBuilder } from '../../../platform/db/query-builder.ts';
import { freshDatabase, type TestDatabase } from '../../../platform/db/test-database.ts';
import { personas } from './personas.ts';
import { seedDemonstration } from './seed-demonstration.ts';
import { staffId } from './staff.ts';

const now = new Date('2026-11-24T10:30:00Z');
let db: TestDatabase;
beforeAll(async () => {
  db = await freshDatabase();
  await seedDemonstration({ url: db.urls.migrator, children: 2000, seed: 2026, now });
});
afterAll(() => db.drop());

const behind = async (text: string): Promise<Record<string, unknown>[]> =>
  (await db.superuser.query(text)).rows as Record<string, unknown>[];
const one = async (text: string): Promise<number> => Number(Object.values((await behind(text))[0] ?? {})[0]);

/** What someone sees through the application's own login and the policies. */
async function seenBy<Row>(key: string, table: 'person' | 'contact' | 'early_help_episode' | 'referral', columns: string): Promise<Row[]> {
  const persona = personas.find((it) => it.key === key);
  if (!persona) throw new Error(`Nobody is called ${key}`);
  const who = {
    kind: 'staff',
    staffId: staffId(key),
    name: persona.name,
    jobTitle: persona.jobTitle,
    memberships: [],
    permissions: permissionsOf([persona.role]),
    csrf: '',
    previousVisitAt: null,
  } as const;
  return actingFor(
    queryBuilder(db.app),
    who,
    now,
    'test.look',
    async (ctx) =>
      (await ctx.tx
        .selectFrom(table)
        .select(columns.split(', ') as never)
        .execute()) as Row[],
  );
}

describe('a demonstration borough', () => {
  it('is marked as one, holds as many children as asked for, and everyone in it is synthetic', async () => {
    expect(await behind(`select value from setting where key = 'demonstration'`)).toEqual([{ value: 'true' }]);
    expect(await one(`select count(*) from family_member where part = 'child'`)).toBe(2000);
    expect(
      (await one('select count(*) from person where not is_synthetic')) + (await one('select count(*) from staff where not is_synthetic')),
    ).toBe(0);
  });

  it('has at least fourteen people to sign in as, each with a role today in an agency that has signed', async () => {
    const able =
      await one(`select count(distinct s.id) from staff s join membership m on m.staff_id = s.id and m.valid_from <= date '2026-11-24'
      join agency a on a.id = m.agency_id and a.agreement_signed_on is not null and a.dpia_reference is not null and a.live_from <= date '2026-11-24'`);
    expect(personas.filter((it) => it.day !== null).length).toBeGreaterThanOrEqual(14);
    expect(able).toBe(personas.length);
  });

  it('is the same borough again for the same seed, number and moment', async () => {
    const other = await freshDatabase();
    await seedDemonstration({ url: other.urls.migrator, children: 2000, seed: 2026, now });
    const print = async (from: TestDatabase): Promise<string> => {
      const parts = ['person', 'contact', 'early_help_episode', 'referral', 'plan_goal', 'contact_decision', 'staff', 'agency'].map(
        async (table) =>
          createHash('sha256')
            .update(JSON.stringify((await from.superuser.query(`select * from ${table} order by id`)).rows))
            .digest('hex'),
      );
      return (await Promise.all(parts)).join();
    };
    expect(await print(other)).toBe(await print(db));
    await other.drop();
  });

  it('is put only into an empty database', async () => {
    await expect(seedDemonstration({ url: db.urls.migrator, children: 10, seed: 1, now })).rejects.toThrow('already holds people');
  });

  it('numbers on from its own references', async () => {
    const [{ last } = { last: '' }] = await behind(`select max(substr(reference, 3)::int)::text as last from contact`);
    expect(await one(`select nextval('contact_reference_seq')`)).toBe(Number(last) + 1);
  });
});

describe('its histories', () => {
  it('have referrals, children in need and sources at Harrow’s rate', async () => {
    const perThousand = (await one(`select count(*) from referral where received_at > timestamptz '2025-11-24'`)) / 2;
    expect(perThousand).toBeGreaterThan(33);
    expect(perThousand).toBeLessThan(43);
    expect(await one(`select count(*) from referral where state = 'ACCEPTED'`)).toBeGreaterThan(42);
    const police = (await one(`select count(*) from contact where source_code = '6'`)) / (await one('select count(*) from contact'));
    expect(police).toBeGreaterThan(0.2);
    expect(police).toBeLessThan(0.38);
  });

  it('have early help in every state and every goal at an outcome', async () => {
    expect(await one('select count(distinct state) from early_help_episode')).toBe(12);
    expect(await one('select count(*) from plan_goal g join outcome o on o.id = g.outcome_id')).toBe(
      await one('select count(*) from plan_goal'),
    );
    expect(await one('select count(*) from review')).toBeGreaterThan(30);
  });

  it('have clocks running, warning and overdue, and late actions', async () => {
    const running = (which: string): string => `select count(*) from clock where met_at is null and cancelled_at is null and ${which}`;
    const moment = `timestamptz '2026-11-24T10:30:00Z'`;
    expect(await one(running(`subject_kind = 'contact' and warn_at > ${moment}`))).toBeGreaterThan(3);
    expect(await one(running(`subject_kind = 'contact' and warn_at <= ${moment} and due_at > ${moment}`))).toBeGreaterThan(0);
    expect(await one(running(`subject_kind = 'contact' and due_at <= ${moment}`))).toBeGreaterThan(0);
    expect(await one(`select count(*) from plan_action where state = 'open' and due_on < date '2026-11-24'`)).toBeGreaterThan(2);
    expect(await one(`select count(*) from contact where received_at > ${moment} or closed_at > ${moment}`)).toBe(0);
  });

  it('keep involvements as the triggers would', async () => {
    expect(
      await one(`select count(*) from early_help_episode e where e.closed_on is null and e.team_id is not null and not exists (
      select from involvement i where i.because_kind = 'early-help' and i.because_id = e.id and i.team_id = e.team_id and i.ended_on is null)`),
    ).toBe(0);
    const before = await one(`select count(*) from involvement where because_kind = 'early-help'`);
    await behind(`update early_help_episode set team_id = team_id where closed_on is null`);
    expect(await one(`select count(*) from involvement where because_kind = 'early-help'`)).toBe(before);
  });
});

describe('who sees what of it', () => {
  it('gives a school lead the pupils on the roll and the families they help, and nobody else', async () => {
    const seen = await seenBy<{ id: string }>('primary-dsl', 'person', 'id');
    const entitled = await behind(`select distinct person_id as id from involvement where ended_on is null and opens <> 'nothing'
      and (agency_id = (select id from agency where name = 'Larkspur Primary School') and team_id is null and staff_id is null or staff_id = '${staffId('primary-dsl')}')`);
    expect(seen.length).toBeGreaterThan(5);
    const allowed = new Set(entitled.map((it) => String(it['id'])));
    expect(seen.filter((it) => !allowed.has(it.id))).toEqual([]);
  });

  it('gives every persona a day', async () => {
    expect((await seenBy('contact-officer', 'contact', 'id')).length).toBeGreaterThan(12);
    expect((await seenBy('lead-practitioner', 'early_help_episode', 'id')).length).toBeGreaterThan(7);
    expect((await seenBy('early-help-coordinator', 'early_help_episode', 'id')).length).toBeGreaterThan(15);
    expect((await seenBy('team-manager', 'referral', 'id')).length).toBeGreaterThan(10);
    expect((await seenBy('social-worker', 'referral', 'id')).length).toBeGreaterThan(10);
    expect((await seenBy('health-visitor', 'person', 'id')).length).toBeGreaterThan(50);
    expect((await seenBy('voluntary-worker', 'early_help_episode', 'id')).length).toBeGreaterThan(0);
    for (const key of ['health-visitor', 'voluntary-worker']) {
      const asked = `select count(*) from taf_member where staff_id = '${staffId(key)}' and accepted_at is null and declined_at is null and left_on is null`;
      expect(await one(asked), key).toBeGreaterThan(0);
    }
    for (const key of ['primary-dsl', 'secondary-dsl', 'police-officer'])
      expect((await seenBy(key, 'contact', 'id')).length, key).toBeGreaterThan(0);
  });

  it('shows no child to the commissioner or the administrator', async () => {
    for (const key of ['commissioner', 'administrator']) expect(await seenBy(key, 'person', 'id')).toEqual([]);
  });

  it('hides two children wholly and three by address, restricts two and keeps one from a neighbour', async () => {
    const children = `join family_member m on m.person_id = p.id and m.part = 'child'`;
    expect(await one(`select count(*) from person p ${children} where p.shield = 'hidden'`)).toBe(2);
    expect(await one(`select count(*) from person p ${children} where p.shield = 'location'`)).toBe(3);
    expect(await one('select count(*) from person where restricted')).toBe(2);
    expect(await one('select count(*) from conflict_of_interest')).toBe(1);
    const hidden = new Set(
      (await behind(`select id from person where shield = 'hidden' and not shield_pending`)).map((it) => String(it['id'])),
    );
    const officer = await seenBy<{ id: string }>('contact-officer', 'person', 'id');
    expect(officer.filter((it) => hidden.has(it.id))).toEqual([]);
    expect((await seenBy<{ id: string }>('shield-officer', 'person', 'id')).filter((it) => hidden.has(it.id))).toHaveLength(hidden.size);
    expect(
      (await one('select count(*) from shield_question where decided_at is null')) +
        (await one('select count(*) from break_glass where reviewed_at is null')),
    ).toBe(2);
  });
});
