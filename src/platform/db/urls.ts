/** Which database this process works with. */
export type DatabaseChoice =
  | { readonly kind: 'embedded'; readonly dataDir: string }
  /** `migrator` is null where this process may not change the structure: then somebody else must have migrated. */
  | { readonly kind: 'server'; readonly application: string; readonly migrator: string | null };

export type Environment = Readonly<Record<string, string | undefined>>;

function address(env: Environment, name: string): string | null {
  const value = env[name]?.trim() ?? '';
  if (value === '') return null;
  if (!/^postgres(ql)?:\/\//.test(value))
    throw new Error(`${name} is not a PostgreSQL address: it begins with postgres:// and names a login and a database.`);
  return value;
}

/**
 * DATABASE_URL (the application's login) names a server, and DATABASE_MIGRATION_URL the login that migrates it. Without
 * them the embedded database of DATA_DIR (default `.data`) is used. Throws, in words, on an address that is none.
 */
export function chooseDatabase(env: Environment): DatabaseChoice {
  const application = address(env, 'DATABASE_URL');
  const migrator = address(env, 'DATABASE_MIGRATION_URL');
  if (application !== null) return { kind: 'server', application, migrator };
  if (migrator !== null)
    throw new Error('DATABASE_MIGRATION_URL is set and DATABASE_URL is not. Set both for a server, neither for the embedded database.');
  const dataDir = env['DATA_DIR']?.trim() ?? '';
  return { kind: 'embedded', dataDir: dataDir === '' ? '.data' : dataDir };
}

/** The address that migrates: throws where a server is named without one. */
export function migratorOf(choice: Extract<DatabaseChoice, { kind: 'server' }>): string {
  if (choice.migrator === null)
    throw new Error(
      "Set DATABASE_MIGRATION_URL to the login of goldthread_migrator: the application's own login may not change the structure.",
    );
  return choice.migrator;
}
