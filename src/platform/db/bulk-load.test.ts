import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bulkLoad } from './bulk-load.ts';
import { copyText } from './copy-text.ts';
import { freshDatabase, type TestDatabase } from './test-database.ts';

let db: TestDatabase;
beforeAll(async () => {
  db = await freshDatabase();
});
afterAll(() => db.drop());

const structure = async (): Promise<unknown[]> =>
  (
    await db.superuser.query(`
  select conrelid::regclass::text as place, conname as name, pg_get_constraintdef(oid) as what from pg_constraint where connamespace = 'public'::regnamespace
  union all select tablename, indexname, indexdef from pg_indexes where schemaname = 'public'
  union all select relname, 'policies', relrowsecurity::text || relforcerowsecurity::text from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'
  union all select tgrelid::regclass::text, tgname, tgenabled::text from pg_trigger where not tgisinternal order by 1, 2, 3`)
  ).rows;

const people = async (): Promise<number> => Number((await db.superuser.query('select count(*) as n from person')).rows[0]?.n);
const id = (last: number): string => `00000000-0000-4000-8000-00000000000${last}`;

describe('a bulk load', () => {
  it('adds rows past the policies and leaves indexes, keys, triggers and policies as they were', async () => {
    const before = await structure();
    await bulkLoad(
      { url: db.urls.migrator, heavy: ['person', 'person_name', 'family_member'] },
      {
        fill: async (loader) => {
          await loader.copy(
            'person',
            ['id', 'given_name', 'disabilities', 'is_synthetic'],
            [[id(1), 'Tab\there, line\nthere, back\\slash', ['LD', 'a "quoted", null'], true]],
          );
          await loader.copy('person_name', ['person_id', 'kind', 'given_name', 'source'], [[id(1), 'legal', 'Ștefan', 'Family']]);
        },
      },
    );
    expect(await structure()).toEqual(before);
    const { rows } = await db.superuser.query(
      'select p.given_name, p.disabilities, n.given_name as legal from person p join person_name n on n.person_id = p.id',
    );
    expect(rows).toEqual([
      { given_name: 'Tab\there, line\nthere, back\\slash', disabilities: ['LD', 'a "quoted", null'], legal: 'Ștefan' },
    ]);
  });

  it('leaves nothing behind when a key does not hold at the end', async () => {
    const before = await structure();
    const load = bulkLoad(
      { url: db.urls.migrator, heavy: ['person', 'person_name'] },
      {
        fill: async (loader) => {
          await loader.copy('person', ['id', 'is_synthetic'], [[id(2), true]]);
          await loader.copy('person_name', ['person_id', 'kind', 'source'], [[id(9), 'legal', 'Nobody']]);
        },
      },
    );
    await expect(load).rejects.toThrow(/person_name_person_fk/);
    expect(await people()).toBe(1);
    expect(await structure()).toEqual(before);
  });

  it('says what the server refused, though the rows were already on their way', async () => {
    const load = bulkLoad({ url: db.urls.migrator, heavy: [] }, { fill: (loader) => loader.copy('person', ['id', 'sex'], [[id(3), 'X']]) });
    await expect(load).rejects.toThrow(/person_sex_known/);
    expect(await people()).toBe(1);
  });

  it('lets nobody but the owner past the policies: the application sees none of it', async () => {
    expect((await db.app.query('select count(*) as n from person')).rows).toEqual([{ n: 0 }]);
  });
});

it('writes rows as COPY reads them', () => {
  expect(
    copyText([
      [null, 'a\\b', true, 3, ['x', 'null', 'y,z', 7]],
      ['', 'two\nlines', false, -1, []],
    ]),
  ).toBe('\\N\ta\\\\b\tt\t3\t{x,"null","y,z",7}\n\ttwo\\nlines\tf\t-1\t{}\n');
});
