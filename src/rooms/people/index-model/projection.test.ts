import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { addRelationship } from '../actions/add-relationship.ts';
import { assertFacts } from './actions/assert-facts.ts';
import type { NewFact } from './assertion.ts';
import { assertionsOf } from './assertion.store.ts';
import { fold } from './fold.ts';
import { makeScene, record, recorded, type Scene } from './scene.sample.ts';

let scene: Scene;
beforeAll(async () => {
  scene = await makeScene();
}, 60_000);
afterAll(() => scene?.cast.end());

const names = ['Amina', 'Aminah', 'Maryam', 'Mary'];
const days = ['2018-03-02', '2018-03-03', '2018-02-03'];
const homes = ['1 Elm Road', '2 Oak Lane', '5 Elm Road'];
const said = fc.record({
  on: fc.option(fc.constantFrom('2026-01-01', '2026-05-05', '2026-09-03')),
  name: fc.constantFrom(...names),
  born: fc.option(fc.constantFrom(...days)),
  home: fc.option(fc.constantFrom(...homes)),
});
const step = fc.oneof(
  said.map((it) => ({ by: 'feed' as const, it })),
  said.map((it) => ({ by: 'person' as const, it })),
);

function facts({ on, name, born, home }: { on: string | null; name: string; born: string | null; home: string | null }): NewFact[] {
  const all: NewFact[] = [{ kind: 'name', facts: { use: 'usual', given: name, family: 'Hassan', on }, why: 'Told' }];
  if (born) all.push({ kind: 'date of birth', facts: { born, on }, why: 'Told' });
  if (home) all.push({ kind: 'address', facts: { line1: home, postcode: 'HA1 1AA', from: on, on }, why: 'Told' });
  return all;
}

it('the tables hold what the pure fold says, whoever said what and when', { timeout: 120_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 5 }), async (steps) => {
      const personId = await recorded(scene, { given: 'Amina', family: 'Hassan' });
      for (const { by, it } of steps) {
        if (by === 'feed')
          await record(scene, personId, {
            given: it.name,
            on: it.on ?? '2026-02-02',
            ...(it.born && { born: it.born }),
            ...(it.home && { line1: it.home }),
          });
        else await scene.cast.as(scene.worker, (ctx) => assertFacts(ctx, personId, facts(it)));
      }
      await scene.cast.db.superuser.query('select fold.project($1)', [personId]);
      const state = await scene.cast.as(scene.worker, async (ctx) => fold(await assertionsOf(ctx, personId))[personId]);
      const row = await scene.cast.behind
        .selectFrom('person')
        .select(['given_name', 'date_of_birth', 'sex'])
        .where('id', '=', personId)
        .executeTakeFirstOrThrow();
      const home = await scene.cast.behind
        .selectFrom('person_address')
        .select('line1')
        .where('person_id', '=', personId)
        .where('valid_to', 'is', null)
        .execute();
      expect([row.given_name, row.date_of_birth, row.sex]).toEqual([
        state?.name?.facts.given,
        state?.born?.facts.born,
        state?.sex?.facts.sex,
      ]);
      expect(home).toEqual([{ line1: state?.address?.facts.line1 }]);
    }),
    { numRuns: 40 },
  );
});

it('a person’s word is not overridden by a feed, however new', async () => {
  const personId = await recorded(scene, { given: 'Ayan' });
  await scene.cast.as(scene.worker, (ctx) =>
    assertFacts(ctx, personId, [{ kind: 'name', facts: { use: 'usual', given: 'Ayaan', family: 'Hassan' }, why: 'Her mother says so' }]),
  );
  await record(scene, personId, { given: 'Ayanna', on: '2026-12-01' });
  await scene.cast.db.superuser.query('select fold.project($1)', [personId]);
  const row = await scene.cast.behind.selectFrom('person').select('given_name').where('id', '=', personId).executeTakeFirstOrThrow();
  expect(row.given_name).toBe('Ayaan');
});

it('known twins, and children of one mother born on one day under different names, are certainly apart from the moment it is recorded', async () => {
  const mother = await recorded(scene, { given: 'Faduma', born: '1990-01-01' });
  const [one, other, elder] = [
    await recorded(scene, { given: 'Hassan' }),
    await recorded(scene, { given: 'Hussein' }),
    await recorded(scene, { given: 'Ali', born: '2015-05-05' }),
  ];
  for (const relatedId of [one, other, elder])
    await scene.cast.as(scene.worker, (ctx) => addRelationship(ctx, { personId: mother, relatedId, kind: 'mother', source: 'Mother' }));
  const pairs = await scene.cast.behind.selectFrom('certainly_not').select(['person_a', 'person_b']).execute();
  expect(pairs).toEqual([{ person_a: [one, other].toSorted()[0], person_b: [one, other].toSorted()[1] }]);
  const under = await scene.cast.behind.selectFrom('assertion').select('person_id').where('kind', '=', 'certainly not').execute();
  expect(new Set(under.map((row) => row.person_id))).toEqual(new Set([one, other]));
  await expect(scene.cast.db.superuser.query(`select fold.join_by_machine($1, $2, 'alike', '{}', 'm')`, [one, other])).rejects.toThrow(
    'certainly not',
  );
  await expect(scene.cast.behind.updateTable('person').set({ became_id: one }).where('id', '=', other).execute()).rejects.toThrow(
    'certainly not',
  );
});

it('every column that names a person moves with a join, or is known not to', async () => {
  const { rows } = await scene.cast.db.superuser.query<{ it: string }>(`
    select c.conrelid::regclass || '.' || a.attname as it from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
     where c.contype = 'f' and c.confrelid = 'person'::regclass and c.conrelid::regclass::text <> all('{person,person_search,assertion,certainly_not}')
       and not (has_column_privilege('goldthread_fold', c.conrelid, a.attnum, 'update') and has_table_privilege('goldthread_fold', c.conrelid, 'select')
         and exists (select 1 from pg_policy p where p.polrelid = c.conrelid and p.polname = 'fold_moves')) order by 1`);
  expect(
    rows.map((row) => row.it),
    'grant select and update of the column to goldthread_fold, with policies fold_reads and fold_moves, in the migration that adds it',
  ).toEqual([]);
});
