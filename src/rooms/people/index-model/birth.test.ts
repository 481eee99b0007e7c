import { afterAll, beforeAll, expect, it } from 'vitest';
import { visits, type Visits } from '../../../platform/web/visit.ts';
import { peopleRoom } from '../index.ts';
import { recordBirth } from './actions/record-birth.ts';
import { recordUnborn } from './actions/record-unborn.ts';
import { makeScene, recorded, type Scene } from './scene.sample.ts';

let scene: Scene;
let site: Visits;
beforeAll(async () => {
  scene = await makeScene();
  site = await visits(scene.cast, [peopleRoom]);
}, 60_000);
afterAll(async () => {
  await site?.end();
  await scene?.cast.end();
});

async function expecting(plurality: number): Promise<{ motherId: string; unbornId: string }> {
  const motherId = await recorded(scene, { given: 'Rukhsana', family: 'Khan', born: '1995-04-04' }, [scene.worker]);
  const unbornId = await scene.cast.as(scene.worker, (ctx) =>
    recordUnborn(ctx, { motherId, expectedOn: '2026-12-20', expectedTo: '2027-01-05', plurality, source: 'Midwife' }),
  );
  const { behind } = scene.cast;
  await behind
    .insertInto('involvement')
    .values({
      person_id: unbornId,
      agency_id: scene.council,
      staff_id: scene.worker.staffId,
      role: 'social worker',
      opens: 'work',
      started_on: '2026-09-01',
      source: 'Here',
      confirmed_at: new Date(),
    })
    .execute();
  const family = await behind
    .insertInto('family')
    .values({ reference: `F-${unbornId.slice(0, 6)}`, name: 'Khan family' })
    .returning('id')
    .executeTakeFirstOrThrow();
  await behind
    .insertInto('family_member')
    .values([
      { family_id: family.id, person_id: unbornId, part: 'unborn' },
      { family_id: family.id, person_id: motherId, part: 'parent' },
    ])
    .execute();
  return { motherId, unbornId };
}
const child = (givenName: string | null, outcome: 'stillborn' | null = null) => ({
  givenName,
  familyName: null,
  bornOn: '2026-11-20',
  sex: 'F' as const,
  outcome,
});

it('makes of one expected baby the child, with its id, its mother and those at work', async () => {
  const { motherId, unbornId } = await expecting(1);
  expect((await site.get(scene.worker, `/people/${unbornId}`)).body).toContain('Baby Khan');
  const [id] = await scene.cast.as(scene.worker, (ctx) => recordBirth(ctx, { unbornId, children: [child('Sana')], source: 'Midwife' }));
  expect(id).toBe(unbornId);
  const row = await scene.cast.behind
    .selectFrom('person')
    .select(['given_name', 'family_name', 'date_of_birth', 'expected_on'])
    .where('id', '=', unbornId)
    .executeTakeFirst();
  expect(row).toEqual({ given_name: 'Sana', family_name: 'Khan', date_of_birth: '2026-11-20', expected_on: null });
  const mother = await scene.cast.behind.selectFrom('relationship').select('kind').where('person_id', '=', motherId).execute();
  expect(mother).toEqual([{ kind: 'mother' }]);
});

it('makes twins of one expecting record: two people, certainly not the same, each with the family and those at work', async () => {
  const { motherId, unbornId } = await expecting(2);
  const ids = await scene.cast.as(scene.worker, (ctx) =>
    recordBirth(ctx, { unbornId, children: [child('Sana'), child(null)], source: 'Midwife' }),
  );
  expect(ids.length).toBe(2);
  const { behind } = scene.cast;
  const apart = await behind.selectFrom('certainly_not').selectAll().where('person_a', 'in', ids).where('person_b', 'in', ids).execute();
  expect(apart.length).toBe(1);
  for (const id of ids) {
    expect(
      (await behind.selectFrom('involvement').select('role').where('person_id', '=', id).where('ended_on', 'is', null).execute()).length,
    ).toBe(1);
    expect(
      await behind.selectFrom('family_member').select('part').where('person_id', '=', id).where('valid_to', 'is', null).execute(),
    ).toEqual([{ part: 'child' }]);
    expect(
      (await behind.selectFrom('relationship').select('kind').where('person_id', '=', motherId).where('related_id', '=', id).execute())[0]
        ?.kind,
    ).toBe('mother');
    expect((await site.get(scene.worker, `/people/${id}`)).statusCode).toBe(200);
  }
  expect((await site.get(scene.worker, `/people/${ids[1]}/records`)).body).toContain('2 of 2');
});

it('says with care what happened to a baby who did not live, and the living twin keeps the id that agencies know', async () => {
  const { unbornId } = await expecting(2);
  const ids = await scene.cast.as(scene.worker, (ctx) =>
    recordBirth(ctx, { unbornId, children: [child('Aya', 'stillborn'), child('Sana')], source: 'Midwife' }),
  );
  expect(ids[1]).toBe(unbornId);
  const lost = await scene.cast.behind
    .selectFrom('person')
    .select(['died_on', 'date_of_birth'])
    .where('id', '=', ids[0] ?? '')
    .executeTakeFirst();
  expect(lost?.died_on).toBe('2026-11-20');
  const page = await site.get(scene.worker, `/people/${ids[0]}/records`);
  expect(page.body).toContain('was stillborn, 20 November 2026');
});

it('is never found for a record of a feed, and a birth is taken once', async () => {
  const { unbornId } = await expecting(1);
  await expect(
    scene.cast.db.superuser.query(`select fold.join_by_machine($1, $2, 'alike', '{}', 'm')`, [
      unbornId,
      await recorded(scene, { given: 'Baby' }),
    ]),
  ).rejects.toThrow('unborn');
  const form = await site.get(scene.worker, `/people/${unbornId}/birth?many=2`);
  expect(form.body).toContain('Baby 2 of 2');
  const fields = {
    many: '1',
    'born-day': '20',
    'born-month': '11',
    'born-year': '2026',
    given1: 'Noor',
    sex1: 'F',
    outcome1: 'living',
    source: 'Midwife',
  };
  expect((await site.post(scene.worker, `/people/${unbornId}/birth`, fields)).statusCode).toBe(303);
  await expect(
    scene.cast.as(scene.worker, (ctx) => recordBirth(ctx, { unbornId, children: [child('Again')], source: 'x' })),
  ).rejects.toThrow('not recorded as an unborn');
});
