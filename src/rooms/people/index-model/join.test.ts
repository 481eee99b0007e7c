import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Ctx } from '../../../platform/access/ctx.ts';
import { keepSearchKeys, personRow } from '../person.store.ts';
import { askReaders } from './actions/ask-readers.ts';
import { joinPeople } from './actions/join-people.ts';
import { sayCertainlyNot } from './actions/say-certainly-not.ts';
import { splitRecord } from './actions/split-record.ts';
import { takeBack } from './actions/take-back.ts';
import { assertionsOf } from './assertion.store.ts';
import { canonical } from './canonical.ts';
import { fold } from './fold.ts';
import { dumpOf, makeScene, record, recorded, type Scene } from './scene.sample.ts';

let scene: Scene;
beforeAll(async () => {
  scene = await makeScene();
}, 60_000);
afterAll(() => scene?.cast.end());

const why = 'The same child, seen together with her mother';
const lastJoin = async (personId: string): Promise<{ personId: string; place: number }> => {
  const row = await scene.cast.behind
    .selectFrom('assertion')
    .select('place')
    .where('person_id', '=', personId)
    .where('kind', '=', 'merge')
    .orderBy('place', 'desc')
    .executeTakeFirstOrThrow();
  return { personId, place: row.place };
};

describe('joining two people', () => {
  it('moves what hangs on the one who goes, leads the id on, and returns every row byte for byte when it is taken back', async () => {
    const [stays, goes] = [await recorded(scene, { given: 'Amina' }), await recorded(scene, { given: 'Aminah' })];
    await downstream(goes, stays);
    await expect(scene.cast.as(scene.desk, (ctx) => joinPeople(ctx, { stays, goes, why }))).rejects.toThrow('two readers');
    expect(await scene.cast.as(scene.desk, (ctx) => askReaders(ctx, { stays, goes, why }))).toBe(true);
    const { id: questionId } = await scene.cast.behind
      .selectFrom('link_question')
      .select('id')
      .where('person_id', '=', stays)
      .executeTakeFirstOrThrow();
    const before = await dumpOf(scene.cast, [stays, goes]);
    await scene.cast.as(scene.desk, (ctx) => joinPeople(ctx, { stays, goes, why, questionId }));
    const now = await scene.cast.behind.selectFrom('involvement').select('person_id').where('person_id', 'in', [stays, goes]).execute();
    expect(new Set(now.map((row) => row.person_id))).toEqual(new Set([stays]));
    expect(await leads(goes)).toBe(stays);
    const back = await lastJoin(goes);
    const result = await scene.cast.as(scene.desk, (ctx) => takeBack(ctx, { ...back, why: 'They are cousins' }));
    expect(result.toApportion).toBe(0);
    expect(await dumpOf(scene.cast, [stays, goes])).toBe(before);
  });

  it('holds for joins of joins, taken back in the other order', async () => {
    const [a, b, c] = [
      await recorded(scene, { given: 'Sara' }),
      await recorded(scene, { given: 'Sarah' }),
      await recorded(scene, { given: 'Zara' }),
    ];
    for (const id of [a, b, c]) await downstream(id, id);
    const before = await dumpOf(scene.cast, [a, b, c]);
    await scene.cast.as(scene.desk, (ctx) => joinPeople(ctx, { stays: a, goes: b, why }));
    await scene.cast.as(scene.desk, (ctx) => joinPeople(ctx, { stays: c, goes: a, why }));
    expect(await leads(b)).toBe(c);
    const first = await lastJoin(b);
    const second = (
      await scene.cast.behind
        .selectFrom('assertion')
        .select('place')
        .where('person_id', '=', a)
        .where('kind', '=', 'merge')
        .where('other_person_id', '=', c)
        .executeTakeFirstOrThrow()
    ).place;
    await scene.cast.as(scene.desk, (ctx) => takeBack(ctx, { ...first, why: 'Not Sarah' }));
    await scene.cast.as(scene.desk, (ctx) => takeBack(ctx, { personId: a, place: second, why: 'Not Zara' }));
    expect(await dumpOf(scene.cast, [a, b, c])).toBe(before);
  });

  it('asks a person about what was written since, and loses nothing meanwhile', async () => {
    const [stays, goes] = [await recorded(scene, { given: 'Ikram' }), await recorded(scene, { given: 'Ikraan' })];
    await scene.cast.as(scene.desk, (ctx) => joinPeople(ctx, { stays, goes, why }));
    await scene.cast.behind
      .insertInto('chronology_event')
      .values({
        person_id: stays,
        happened_on: '2026-11-20',
        category: 'school',
        description: 'Seen at school',
        source: 'School',
        added_at: new Date(),
      })
      .execute();
    const { toApportion } = await scene.cast.as(scene.desk, async (ctx) =>
      takeBack(ctx, { ...(await lastJoin(goes)), why: 'Two children' }),
    );
    expect(toApportion).toBe(1);
    const event = await scene.cast.behind
      .selectFrom('chronology_event')
      .select('person_id')
      .where('person_id', 'in', [stays, goes])
      .execute();
    expect(event).toEqual([{ person_id: stays }]);
  });

  it('refuses people who are certainly not the same until someone takes that back', async () => {
    const [a, b] = [await recorded(scene, { given: 'Hana' }), await recorded(scene, { given: 'Hanna' })];
    await scene.cast.as(scene.desk, (ctx) => sayCertainlyNot(ctx, { personId: a, otherId: b, why: 'Two girls in one class' }));
    await expect(scene.cast.as(scene.desk, (ctx) => joinPeople(ctx, { stays: a, goes: b, why }))).rejects.toThrow('certainly not the same');
    await expect(scene.cast.behind.updateTable('person').set({ became_id: a }).where('id', '=', b).execute()).rejects.toThrow(
      'certainly not the same',
    );
    const { place } = await scene.cast.behind
      .selectFrom('assertion')
      .select('place')
      .where('person_id', '=', a)
      .where('kind', '=', 'certainly not')
      .executeTakeFirstOrThrow();
    await scene.cast.as(scene.desk, (ctx) => takeBack(ctx, { personId: a, place, why: 'One girl, two spellings' }));
    await scene.cast.as(scene.desk, (ctx) => joinPeople(ctx, { stays: a, goes: b, why }));
    expect(await leads(b)).toBe(a);
  });
});

describe('parting a record from a person', () => {
  it('gives it a person of its own, certainly not the other, and taking that back restores the first exactly', async () => {
    const personId = await recorded(scene, { given: 'Leila' });
    const recordId = await record(scene, personId, { given: 'Layla', born: '2017-01-05', line1: '9 Oak Lane' });
    await scene.cast.as(scene.worker, (ctx) => begin(ctx, personId));
    const before = await dumpOf(scene.cast, [personId]);
    const made = await scene.cast.as(scene.desk, (ctx) => splitRecord(ctx, { personId, recordId, why: 'Her cousin' }));
    const person = await scene.cast.as(scene.desk, (ctx) => personRow(ctx, made));
    expect([person.given_name, person.date_of_birth]).toEqual(['Layla', '2017-01-05']);
    expect(await apart(personId, made)).toBe(1);
    const split = await scene.cast.behind
      .selectFrom('assertion')
      .select('place')
      .where('person_id', '=', made)
      .where('kind', '=', 'split')
      .executeTakeFirstOrThrow();
    await scene.cast.as(scene.desk, (ctx) => takeBack(ctx, { personId: made, place: split.place, why: 'Her record after all' }));
    expect(await leads(made)).toBe(personId);
    const lines = (text: string): string[] => text.split('\n').filter((line) => !line.includes(made));
    expect(lines(await dumpOf(scene.cast, [personId]))).toEqual(lines(before));
  });
});

it('shows what the pure fold shows', async () => {
  const personId = await recorded(scene, { given: 'Noor' });
  await record(scene, personId, { given: 'Nour', born: '2016-05-05', line1: '9 Oak Lane', on: '2026-09-03' });
  await scene.cast.as(scene.worker, (ctx) => begin(ctx, personId));
  const [person, state] = await scene.cast.as(
    scene.desk,
    async (ctx) => [await personRow(ctx, personId), fold(await assertionsOf(ctx, personId))[personId]] as const,
  );
  expect(person.given_name).toBe(state?.name?.facts.given);
  expect(person.date_of_birth).toBe(state?.born?.facts.born);
  const home = await scene.cast.behind
    .selectFrom('person_address')
    .select('line1')
    .where('person_id', '=', personId)
    .where('valid_to', 'is', null)
    .execute();
  expect(home).toEqual([{ line1: state?.address?.facts.line1 }]);
  expect(canonical(state)).toContain('"records":["');
});

const leads = async (id: string): Promise<string | null> =>
  (await scene.cast.behind.selectFrom('person').select('became_id').where('id', '=', id).executeTakeFirstOrThrow()).became_id && rootOf(id);
async function rootOf(id: string): Promise<string> {
  const row = await scene.cast.behind.selectFrom('person').select('became_id').where('id', '=', id).executeTakeFirstOrThrow();
  return row.became_id ? rootOf(row.became_id) : id;
}
const apart = async (a: string, b: string): Promise<number> =>
  (
    await scene.cast.behind
      .selectFrom('certainly_not')
      .selectAll()
      .where('person_a', 'in', [a, b])
      .where('person_b', 'in', [a, b])
      .execute()
  ).length;
async function begin(ctx: Ctx, personId: string): Promise<void> {
  const { sql } = await import('kysely');
  await sql`select fold.begin(${personId})`.execute(ctx.tx);
  await sql`select fold.project(${personId})`.execute(ctx.tx);
  await keepSearchKeys(ctx, personId);
}

/** Rows of many rooms under a person. */
async function downstream(personId: string, other: string): Promise<void> {
  const { behind } = scene.cast;
  await behind
    .insertInto('involvement')
    .values({
      person_id: personId,
      agency_id: scene.school,
      role: 'class teacher',
      opens: 'identity',
      started_on: '2026-09-01',
      source: 'School roll',
      confirmed_at: new Date(),
    })
    .execute();
  await behind
    .insertInto('involvement')
    .values({
      person_id: other,
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
    .values({ reference: `F-${personId.slice(0, 6)}`, name: 'Hassan family' })
    .returning('id')
    .executeTakeFirstOrThrow();
  for (const id of new Set([personId, other]))
    await behind.insertInto('family_member').values({ family_id: family.id, person_id: id, part: 'child' }).execute();
  await behind
    .insertInto('chronology_event')
    .values({
      person_id: personId,
      happened_on: '2026-10-01',
      category: 'school',
      description: 'Started school',
      source: 'School',
      added_at: new Date(),
    })
    .execute();
  await behind
    .insertInto('warning_note')
    .values({ person_id: personId, kind: 'risk to worker', note: 'Visit in pairs', review_on: '2027-01-01' })
    .execute();
  await behind
    .insertInto('identifier')
    .values({ person_id: personId, kind: 'upn', value: `T${personId.slice(0, 8)}`, source: 'School' })
    .execute();
  await scene.cast.as(scene.desk, (ctx) => keepSearchKeys(ctx, personId));
}
