import { Client } from 'pg';
import { changedHistory, readMigrations, type Applied, type Migration } from './migration-files.ts';
import { projectFile } from './project-file.ts';

export type MigrateChoice = {
  /** The migrator's login: it must be able to become goldthread_owner. */
  readonly url: string;
  /** Folder of `NNNN_name.sql`; default the project's `db/migrations`. */
  readonly folder?: string;
  readonly log?: (message: string) => void;
};

/** A migration that was refused or failed. Its message says which file, and where in it. */
export class MigrationError extends Error {}

/** Any number, as long as it never changes: whoever holds it is the one process that migrates. */
const migrationLock = 71_301_502;

const ledger = `
create table public.platform_migration (
  name text not null,
  checksum text not null,
  applied_at timestamptz not null default now(),
  constraint platform_migration_pk primary key (name)
);
alter table public.platform_migration enable row level security;
alter table public.platform_migration force row level security;
create policy owner_records on public.platform_migration to goldthread_owner using (true) with check (true);
create policy everyone_reads on public.platform_migration for select to goldthread_app, goldthread_auditor using (true);
grant select on public.platform_migration to goldthread_app, goldthread_auditor;
comment on table public.platform_migration is 'The changes made to this database''s structure, in order; each is made once.';
comment on column public.platform_migration.name is 'File name of the change, such as 0001_platform.sql';
comment on column public.platform_migration.checksum is 'SHA-256 of the file as it was run; a file that changes afterwards is refused';
comment on column public.platform_migration.applied_at is 'When it was made';
`;

async function inOwnersTransaction(client: Client, work: () => Promise<unknown>): Promise<void> {
  await client.query('begin');
  try {
    await client.query('set local role goldthread_owner');
    await work();
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
}

async function ensureLedger(client: Client): Promise<readonly Applied[]> {
  let applied: Applied[] = [];
  await inOwnersTransaction(client, async () => {
    const { rows } = await client.query<{ there: boolean }>(`select to_regclass('public.platform_migration') is not null as there`);
    if (rows[0]?.there !== true) await client.query(ledger);
    applied = (await client.query<Applied>('select name, checksum from public.platform_migration order by name')).rows;
  });
  return applied;
}

function placeIn(migration: Migration, error: { position?: string; message: string; detail?: string }): string {
  const position = Number(error.position ?? 0);
  const line = position > 0 ? `, line ${[...migration.sql].slice(0, position).join('').split('\n').length}` : '';
  return `${migration.name}${line}: ${error.message}${error.detail === undefined ? '' : ` (${error.detail})`}`;
}

async function apply(client: Client, migration: Migration): Promise<void> {
  try {
    await inOwnersTransaction(client, async () => {
      await client.query(migration.sql);
      await client.query('set local role goldthread_owner');
      await client.query('insert into public.platform_migration (name, checksum) values ($1, $2)', [migration.name, migration.checksum]);
    });
  } catch (error) {
    throw new MigrationError(placeIn(migration, error as { message: string }), { cause: error });
  }
}

async function applyAll(client: Client, choice: MigrateChoice): Promise<string[]> {
  const files = await readMigrations(choice.folder ?? projectFile('db/migrations'));
  await client.query('select pg_advisory_lock($1)', [migrationLock]);
  const applied = await ensureLedger(client);
  const refusal = changedHistory(files, applied);
  if (refusal !== null) throw new MigrationError(refusal);
  const done = new Set(applied.map((one) => one.name));
  const unknown = [...done].filter((name) => !files.some((file) => file.name === name));
  if (unknown.length > 0) choice.log?.(`This database is newer than this program: it also has ${unknown.join(', ')}.`);
  const pending = files.filter((file) => !done.has(file.name));
  for (const migration of pending) {
    await apply(client, migration);
    choice.log?.(`Migrated ${migration.name}`);
  }
  return pending.map((migration) => migration.name);
}

/**
 * Brings the database's structure up to the files of `folder`: in order, forward only, each in one transaction as
 * goldthread_owner. Several processes may call it at once; one works and the others wait, then find nothing to do.
 * Gives the names it applied. Throws `MigrationError` on a changed or misplaced file or a failing statement.
 */
export async function migrate(choice: MigrateChoice): Promise<readonly string[]> {
  const client = new Client({ connectionString: choice.url, application_name: 'goldthread migrate', lock_timeout: 0 });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await applyAll(client, choice);
  } finally {
    await client.end();
  }
}
