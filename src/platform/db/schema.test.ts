import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dataDictionary, type Query } from './data-dictionary.ts';
import { projectFile } from './project-file.ts';
import { schemaText } from './schema-print.ts';
import { freshDatabase, type TestDatabase } from './test-database.ts';
import { typesText } from './types-print.ts';

const house = `
  create table house (
    id bigint generated always as identity,
    name text not null default 'unnamed',
    rooms integer,
    built date not null,
    kept boolean not null default true,
    tags text[] not null default '{}',
    size numeric(6,2) generated always as (rooms * 12.5) stored,
    seen_at timestamptz not null default now(),
    constraint house_pk primary key (id),
    constraint house_rooms_known check (rooms in (1, 2, 3)),
    constraint house_name_once unique (name, built)
  );
  comment on table house is 'Where people live';
  comment on column house.built is 'First day anybody lived there';
  create index house_built_ix on house (lower(name), built desc) where kept;
  alter table house enable row level security;
  alter table house force row level security;
  create policy all_read on house for select to goldthread_app using (kept and exists (select from house h where h.id = house.id));
  grant select, insert on house to goldthread_app;
  grant update (name, built) on house to goldthread_app;
  create view published_house with (security_invoker = true) as select h.id, h.name from house h where h.rooms > 1;
  grant select on published_house to goldthread_app;
  create function how_many(at_least integer default 1) returns bigint language sql stable security definer set search_path = pg_catalog, public
    as $$ select count(*) from house where rooms >= at_least $$;
  create function refuse() returns trigger language plpgsql as $$ begin raise exception 'no'; end $$;
  create trigger no_change before update or delete on house for each row when (old.kept) execute function refuse();`;

describe('what the database says of itself', () => {
  let db: TestDatabase;
  let own: TestDatabase;
  const asked =
    (from: TestDatabase): Query =>
    async (text) =>
      (await from.superuser.query<Record<string, unknown>>(text)).rows;
  beforeAll(async () => {
    db = await freshDatabase();
    own = await freshDatabase({ empty: true });
    await own.owner.query(house);
  });
  afterAll(async () => {
    await db.drop();
    await own.drop();
  });

  it('is what db/schema.txt says ("npm run db:schema" after a migration)', async () => {
    expect(await schemaText(asked(db))).toBe(await readFile(projectFile('db/schema.txt'), 'utf8'));
  });

  it('is what src/platform/db/schema.ts says ("npm run db:types" after a migration)', async () => {
    const printed = typesText(await dataDictionary(asked(db)));
    expect(printed).toBe(await readFile(projectFile('src/platform/db/schema.ts'), 'utf8'));
  });

  it('prints every kind of thing the same on every version', async () => {
    expect(
      (await schemaText(asked(own)))
        .replace(/body [0-9a-f]+ /g, 'body … ')
        .split('\n')
        .slice(2)
        .join('\n'),
    ).toBe(`schemas
  public owner goldthread_owner -- goldthread_access create+usage, goldthread_app usage, goldthread_auditor usage, goldthread_fold usage, goldthread_sealed usage, goldthread_search create+usage

functions
  public.how_many(at_least integer) returns bigint language sql stable security-definer owner goldthread_owner set search_path=pg_catalog, public body … execute nobody
  public.refuse() returns trigger language plpgsql volatile owner goldthread_owner body … execute nobody

public.house table owner goldthread_owner row-security forced -- Where people live
  columns
    id bigint not null identity always
    name text not null default 'unnamed'::text
    rooms integer
    built date not null -- First day anybody lived there
    kept boolean not null default true
    tags text[] not null default '{}'::text[]
    size numeric(6,2) computed ((rooms)::numeric * 12.5)
    seen_at timestamp with time zone not null default now()
  constraints
    house_name_once UNIQUE (name, built)
    house_pk PRIMARY KEY (id)
    house_rooms_known CHECK ((rooms = ANY (ARRAY[1, 2, 3])))
  indexes
    CREATE INDEX house_built_ix ON public.house USING btree (lower(name), built DESC) WHERE kept
  policies
    all_read for select to goldthread_app using (kept AND (EXISTS ( SELECT FROM house h WHERE (h.id = house.id))))
  triggers
    CREATE TRIGGER no_change BEFORE DELETE OR UPDATE ON public.house FOR EACH ROW WHEN (old.kept) EXECUTE FUNCTION refuse()
  grants
    goldthread_app insert, select
    goldthread_app update (name, built)

public.published_house view owner goldthread_owner (security_invoker=true)
  columns
    id bigint
    name text
  grants
    goldthread_app select
  definition
    SELECT id, name FROM house h WHERE (rooms > 1);
`);
  });

  it('gives the dictionary page tables, columns and their meaning', async () => {
    const [table, view] = await dataDictionary(asked(own));
    expect(table).toMatchObject({ schema: 'public', name: 'house', kind: 'table', comment: 'Where people live' });
    expect(table?.columns.find(({ name }) => name === 'built')).toEqual({
      name: 'built',
      type: 'date',
      required: true,
      default: null,
      filled: 'by-hand',
      comment: 'First day anybody lived there',
    });
    expect(table?.columns.map(({ filled }) => filled)).toEqual([
      'identity',
      'by-default',
      'by-hand',
      'by-hand',
      'by-default',
      'by-default',
      'computed',
      'by-default',
    ]);
    expect(view).toMatchObject({ name: 'published_house', kind: 'view' });
  });

  it('gives TypeScript the types the parsers deliver', async () => {
    const text = typesText(await dataDictionary(asked(own)));
    for (const line of [
      'id: GeneratedAlways<number>',
      'name: Generated<string>',
      'rooms: number | null',
      'built: string',
      'tags: Generated<string[]>',
      'size: GeneratedAlways<string | null>',
      'seen_at: Generated<Date>',
      '/** First day anybody lived there */',
      'published_house: PublishedHouseTable',
    ]) {
      expect(text).toContain(line);
    }
  });
});
