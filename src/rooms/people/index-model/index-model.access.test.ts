import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { visits, type Visits } from '../../../platform/web/visit.ts';
import { lookUp } from '../actions/look-up.ts';
import { peopleRoom } from '../index.ts';
import { joinPeople } from './actions/join-people.ts';
import { openSealed } from './actions/open-sealed.ts';
import { sealIdentity } from './actions/seal-identity.ts';
import { takeBack } from './actions/take-back.ts';
import { makeScene, record, recorded, type Scene } from './scene.sample.ts';

let scene: Scene;
let site: Visits;
beforeAll(async () => {
  process.env['SEALING_KEY'] = 'a1'.repeat(32);
  scene = await makeScene();
  site = await visits(scene.cast, [peopleRoom]);
}, 60_000);
afterAll(async () => {
  delete process.env['SEALING_KEY'];
  await site?.end();
  await scene?.cast.end();
});
const why = 'Seen together';

describe('who may join and part people', () => {
  it('is the index desk, for people it may see; anyone else is refused, and an unseen person is not there', async () => {
    const [a, b] = [await recorded(scene, { given: 'Abdi' }, [scene.manager]), await recorded(scene, { given: 'Cabdi' }, [scene.manager])];
    for (const who of [scene.worker, scene.manager])
      await expect(scene.cast.as(who, (ctx) => joinPeople(ctx, { stays: a, goes: b, why }))).rejects.toThrow('Only the index desk');
    await expect(scene.cast.as(scene.desk, (ctx) => joinPeople(ctx, { stays: a, goes: b, why }))).rejects.toThrow('Page not found');
    await expect(scene.cast.as(scene.desk, (ctx) => joinPeople(ctx, { stays: a, goes: randomUUID(), why }))).rejects.toThrow(
      'Page not found',
    );
    expect((await site.get(scene.worker, `/people/${a}/join`)).statusCode).not.toBe(200);
  });

  it('leaves hidden people to the shield desk, and the machine joins nobody shielded, unborn or taken apart by a person', async () => {
    const [a, b] = [await recorded(scene, { given: 'Deqa' }), await recorded(scene, { given: 'Deeqa' })];
    await scene.cast.behind.updateTable('person').set({ shield: 'hidden' }).where('id', '=', a).execute();
    await expect(scene.cast.as(scene.desk, (ctx) => joinPeople(ctx, { stays: b, goes: a, why }))).rejects.toThrow('Page not found');
    const machine = (one: string, other: string) =>
      scene.cast.db.superuser.query(`select fold.join_by_machine($1, $2, 'alike', '{}', 'test')`, [one, other]);
    await expect(machine(a, b)).rejects.toThrow('joins nobody who is shielded');
    const [c, d] = [
      await recorded(scene, { given: 'Farah', family: 'OfFarah', born: '2014-10-28' }),
      await recorded(scene, { given: 'Faarah', family: 'OfFaarah', born: '2014-10-28' }),
    ];
    await scene.cast.as(scene.desk, (ctx) => joinPeople(ctx, { stays: c, goes: d, why }));
    const { place } = await scene.cast.behind
      .selectFrom('assertion')
      .select('place')
      .where('person_id', '=', d)
      .where('kind', '=', 'merge')
      .executeTakeFirstOrThrow();
    await scene.cast.as(scene.desk, (ctx) => takeBack(ctx, { personId: d, place, why: 'Not so' }));
    await expect(machine(c, d)).rejects.toThrow('A person has decided');
  });
});

describe('an id that was joined', () => {
  it('leads on for whoever may see the person there, and is not found for anyone else', async () => {
    const [stays, goes] = [
      await recorded(scene, { given: 'Guled', family: 'OfGuled', born: '2011-01-01' }, [scene.desk, scene.worker]),
      await recorded(scene, { given: 'Guuled', family: 'OfGuuled', born: '2011-01-01' }),
    ];
    await scene.cast.as(scene.desk, (ctx) => joinPeople(ctx, { stays, goes, why }));
    const led = await site.get(scene.desk, `/people/${goes}/records`);
    expect([led.statusCode, led.headers.location]).toEqual([303, `/people/${stays}/records`]);
    expect((await site.get(scene.manager, `/people/${goes}`)).statusCode).toBe(404);
    expect((await site.get(scene.desk, `/people/${randomUUID()}`)).statusCode).toBe(404);
  });
});

it('shows where a shielded person lives neither in records nor in the history, to anyone off the list', async () => {
  const personId = await recorded(scene, { given: 'Hodan', family: 'OfHodan', born: '2012-12-31' });
  await record(scene, personId, { given: 'Hodan', line1: '77 Hidden Close' });
  await scene.cast.db.superuser.query('select fold.project($1)', [personId]);
  expect((await site.get(scene.desk, `/people/${personId}/records`)).body).toContain('77 Hidden Close');
  await scene.cast.behind.updateTable('person').set({ shield: 'location' }).where('id', '=', personId).execute();
  const page = await site.get(scene.desk, `/people/${personId}/records`);
  expect(page.statusCode).toBe(200);
  expect(page.body).not.toContain('Hidden Close');
  const read = await scene.cast.as(scene.desk, (ctx) =>
    ctx.tx.selectFrom('source_record').select('line1').where('person_id', '=', personId).execute(),
  );
  expect(read).toEqual([]);
  const said = await scene.cast.as(scene.desk, (ctx) =>
    ctx.tx.selectFrom('assertion').select('kind').where('person_id', '=', personId).execute(),
  );
  expect(said.map((one) => one.kind)).not.toContain('address');
});

describe('the two identities of an adopted child', () => {
  it('are sealed by the shield desk; the old one closes and leads nowhere; nothing asks about, joins or finds the pair', async () => {
    const [before, after] = [
      await recorded(scene, { given: 'Ilhan', family: 'Birthname', born: '2019-06-07' }, [scene.shield, scene.desk]),
      await recorded(scene, { given: 'Ella', family: 'Newname', born: '2019-06-07' }, [scene.shield, scene.desk]),
    ];
    await expect(scene.cast.as(scene.desk, (ctx) => sealIdentity(ctx, { beforeId: before, afterId: after }))).rejects.toThrow(
      'Only the shield desk',
    );
    const reference = await scene.cast.as(scene.shield, (ctx) => sealIdentity(ctx, { beforeId: before, afterId: after }));
    const rows = await scene.cast.behind
      .selectFrom('person')
      .select(['id', 'shield', 'became_id'])
      .where('id', 'in', [before, after])
      .execute();
    expect(rows).toEqual(
      expect.arrayContaining([
        { id: before, shield: 'hidden', became_id: null },
        { id: after, shield: 'none', became_id: null },
      ]),
    );
    expect((await site.get(scene.desk, `/people/${before}`)).statusCode).toBe(404);
    // No question is raised, whoever raises it, nor does the child inherit a shield from the record before.
    await scene.cast.db.superuser.query(
      `insert into link_question (person_id, kind, other_person_id, model_version, score, evidence, because, worth) values ($1, 'duplicate', $2, 'm', 1, '{}', 'b', 1)`,
      [before, after],
    );
    await scene.cast.db.superuser.query(`insert into shield_question (person_id, shielded_id, reasons) values ($1, $2, '{}')`, [
      after,
      before,
    ]);
    await scene.cast.db.superuser.query('select search.shield_if_possible($1)', [after]);
    const asked = await sql<{
      many: number;
    }>`select (select count(*) from link_question where person_id in (${before}, ${after})) + (select count(*) from shield_question where person_id = ${after}) + (select count(*) from alert where record_id in (${before}, ${after})) as many`.execute(
      scene.cast.behind,
    );
    expect(Number(asked.rows[0]?.many)).toBe(0);
    await expect(scene.cast.as(scene.shield, (ctx) => joinPeople(ctx, { stays: after, goes: before, why }))).rejects.toThrow(
      'Page not found',
    );
    // Nothing anywhere but the encrypted contents holds both ids.
    const kept = await scene.cast.db.superuser.query<{ row: string }>(`select to_jsonb(c)::text as row from sealed.cross_reference c`);
    expect(kept.rows[0]?.row).not.toContain(before);
    const audited = await scene.cast.db.superuser.query(
      `select 1 from audit_event a where to_jsonb(a)::text like '%' || $1 || '%' and to_jsonb(a)::text like '%' || $2 || '%'`,
      [before, after],
    );
    expect(audited.rowCount).toBe(0);
    // Two officers open it together.
    const open = { reference, because: 'Court order' };
    expect(await scene.cast.as(scene.shield, (ctx) => openSealed(ctx, open))).toBeNull();
    await expect(scene.cast.as(scene.shield, (ctx) => openSealed(ctx, open))).rejects.toThrow('Another officer');
    expect(await scene.cast.as(scene.secondShield, (ctx) => openSealed(ctx, open))).toEqual({ before, after });
    await expect(scene.cast.as(scene.desk, (ctx) => openSealed(ctx, open))).rejects.toThrow('Only the shield desk');
    await expect(scene.cast.as(scene.desk, (ctx) => sql`select sealed.is_pair(${before}, ${after})`.execute(ctx.tx))).rejects.toThrow(
      'permission denied',
    );
    await expect(scene.cast.as(scene.shield, (ctx) => sql`select * from sealed.cross_reference`.execute(ctx.tx))).rejects.toThrow(
      'permission denied',
    );
  });
});

it('gives nobody but those who see both people an entry to apportion, and its words only to whoever may read it', async () => {
  const [stays, goes] = [
    await recorded(scene, { given: 'Jama', family: 'OfJama', born: '2009-09-19' }, [scene.desk, scene.worker]),
    await recorded(scene, { given: 'Jaamac', family: 'OfJaamac', born: '2009-09-19' }, [scene.desk]),
  ];
  await scene.cast.as(scene.desk, (ctx) => joinPeople(ctx, { stays, goes, why }));
  await scene.cast.behind
    .insertInto('chronology_event')
    .values({
      person_id: stays,
      happened_on: '2026-11-20',
      category: 'help',
      description: 'CANARY-note',
      source: 'Visit',
      added_at: new Date(),
    })
    .execute();
  const { place } = await scene.cast.behind
    .selectFrom('assertion')
    .select('place')
    .where('person_id', '=', goes)
    .where('kind', '=', 'merge')
    .executeTakeFirstOrThrow();
  await scene.cast.as(scene.desk, (ctx) => takeBack(ctx, { personId: goes, place, why: 'Two boys' }));
  const desk = await site.get(scene.desk, `/people/${stays}/apportion`);
  expect(desk.body).toContain('1 more entry waits');
  expect(desk.body).not.toContain('CANARY-note');
  expect((await site.get(scene.manager, `/people/${stays}/apportion`)).statusCode).toBe(404);
  await scene.cast.as(scene.worker, (ctx) => lookUp(ctx, goes, 'Test'));
  await scene.cast.behind
    .insertInto('involvement')
    .values(
      [stays, goes].map((person_id) => ({
        person_id,
        agency_id: scene.council,
        staff_id: scene.worker.staffId,
        role: 'social worker',
        opens: 'work',
        started_on: '2026-09-01',
        source: 'Here',
        confirmed_at: new Date(),
      })),
    )
    .execute();
  const page = await site.get(scene.worker, `/people/${stays}/apportion`);
  expect(page.body).toContain('CANARY-note');
  const item = /name="item" value="([^"]+)"/.exec(page.body)?.[1] ?? '';
  expect(
    (await site.post(scene.worker, `/people/${stays}/apportion`, { item, decision: 'goes', reason: 'It was Jaamac' })).statusCode,
  ).toBe(303);
  const moved = await scene.cast.behind
    .selectFrom('chronology_event')
    .select('person_id')
    .where('description', '=', 'CANARY-note')
    .executeTakeFirstOrThrow();
  expect(moved.person_id).toBe(goes);
});
