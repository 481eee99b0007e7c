import { Client, escapeIdentifier } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { copyText, type CopyValue } from './copy-text.ts';
import { parsers } from './value-parsers.ts';

/** What fills tables in bulk: the demonstration's seeding, later an import. */
export type Loader = {
  /**
   * Adds rows to a table by COPY; columns left out take their defaults. Returns once the rows are on their way: what the
   * server says against them is thrown by the next call, and in any case before the load is committed.
   */
  copy(table: string, columns: readonly string[], rows: Iterable<readonly CopyValue[]>): Promise<void>;
  /** The same for rows already written as COPY reads them (`copyText`), by another thread for example. */
  copyLines(table: string, columns: readonly string[], text: string): Promise<void>;
  /** One statement as goldthread_owner, for what COPY cannot say. */
  query<Row extends Record<string, unknown>>(text: string, values?: readonly unknown[]): Promise<Row[]>;
};

export type BulkChoice = {
  /** The migrator's login: it must be able to become goldthread_owner. */
  readonly url: string;
  /**
   * Tables that receive many rows. Their indexes and keys are set aside and made again, checked, at the end; their own
   * triggers stay silent, and what those would have done row by row is for the second part of the work to do at once.
   */
  readonly heavy: readonly string[];
};

/** The two parts of a load: `fill` while indexes and keys are set aside, `follow` once they are back and work can be looked up. */
export type BulkWork<T> = { fill(loader: Loader): Promise<T>; follow?(loader: Loader): Promise<void> };

type Definition = { readonly drop: string; readonly create: string };

const forced = `select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where n.nspname = 'public' and c.relkind = 'r' and c.relforcerowsecurity and c.relname not like 'audit%' order by 1`;

const constraint = `select format('alter table %s drop constraint %I', conrelid::regclass, conname) as drop,
    format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) as create
  from pg_constraint where`;

/** In the order they are set aside, which is the reverse of the order they come back: keys that point, keys pointed at, indexes. */
const setAside = [
  `${constraint} contype = 'f' and (conrelid = any($1::text[]::regclass[]) or confrelid = any($1::text[]::regclass[])) order by conname`,
  `${constraint} contype in ('p', 'u') and conrelid = any($1::text[]::regclass[]) order by conname`,
  `select format('drop index %s', i.indexrelid::regclass) as drop, pg_get_indexdef(i.indexrelid) as create
    from pg_index i where i.indrelid = any($1::text[]::regclass[])
      and not exists (select from pg_constraint where conindid = i.indexrelid) order by i.indexrelid::regclass::text`,
] as const;

function send(client: Client, table: string, columns: readonly string[], text: string): Promise<void> {
  const stream = client.query(copyFrom(`copy ${escapeIdentifier(table)} (${columns.map(escapeIdentifier).join(', ')}) from stdin`));
  return new Promise<void>((resolve, reject) => {
    stream.on('finish', resolve);
    stream.on('error', reject);
    stream.end(text);
  });
}

/** A loader that sends one COPY while the rows of the next are made; `settle` waits for the last. */
function loaderOf(client: Client): Loader & { settle(): Promise<void> } {
  let underWay: Promise<void> = Promise.resolve();
  const copyLines: Loader['copyLines'] = async (table, columns, text) => {
    await underWay;
    if (text !== '') underWay = send(client, table, columns, text);
    underWay.catch(() => undefined);
  };
  return {
    copyLines,
    copy: (table, columns, rows) => copyLines(table, columns, copyText(rows)),
    query: async <Row extends Record<string, unknown>>(text: string, values?: readonly unknown[]) => {
      await underWay;
      return (await client.query<Row>(text, values === undefined ? undefined : [...values])).rows;
    },
    settle: () => underWay,
  };
}

async function runAll(client: Client, statements: readonly string[]): Promise<void> {
  for (const statement of statements) await client.query(statement);
}

/** Lifts the policies off the owner and sets heavy tables' indexes and keys aside, then puts all of it back as it was. */
async function withTablesOpen<T>(client: Client, { heavy }: BulkChoice, work: BulkWork<T>): Promise<T> {
  const loader = loaderOf(client);
  const tables = (await client.query<{ name: string }>(forced)).rows.map(({ name }) => name);
  const definitions: Definition[] = [];
  for (const text of setAside) definitions.push(...(await client.query<Definition>(text, [heavy])).rows);
  await runAll(
    client,
    tables.map((name) => `alter table ${name} no force row level security`),
  );
  await runAll(
    client,
    heavy.map((name) => `alter table ${escapeIdentifier(name)} disable trigger user`),
  );
  await runAll(
    client,
    definitions.map(({ drop }) => drop),
  );
  const result = await work.fill(loader);
  await loader.settle();
  // What triggers kept for the end is done now: a table with such work waiting cannot be altered.
  await client.query('set constraints all immediate');
  await runAll(
    client,
    definitions.toReversed().map(({ create }) => create),
  );
  await runAll(
    client,
    tables.map((name) => `analyze ${name}`),
  );
  await work.follow?.(loader);
  await loader.settle();
  await runAll(
    client,
    heavy.map((name) => `alter table ${escapeIdentifier(name)} enable trigger user`),
  );
  await runAll(
    client,
    tables.map((name) => `alter table ${name} force row level security`),
  );
  return result;
}

/**
 * Runs `work` in one transaction as goldthread_owner with the policies lifted from it alone; every other role stays as it
 * was, and nobody else reads the tables meanwhile. All or nothing: a failure, or a foreign key that does not hold at the
 * end, leaves the database untouched. Not for a database in use: it locks the tables until it is done.
 */
export async function bulkLoad<T>(choice: BulkChoice, work: BulkWork<T>): Promise<T> {
  const client = new Client({ connectionString: choice.url, application_name: 'goldthread seed', types: parsers });
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query(`begin; set local role goldthread_owner; set local statement_timeout = 0;
      set local maintenance_work_mem = '512MB'; set local max_parallel_maintenance_workers = 2; set local work_mem = '64MB'; set local lock_timeout = '10s'`);
    const result = await withTablesOpen(client, choice, work);
    await client.query('commit');
    return result;
  } finally {
    await client.end();
  }
}
