import { randomBytes } from 'node:crypto';
import { open, readFile, rename } from 'node:fs/promises';

/** The logins of an embedded database: role names in PostgreSQL, and the word we use for each. */
export const loginRoles = {
  superuser: 'postgres',
  migrator: 'goldthread_migrator',
  application: 'goldthread_app',
  auditor: 'goldthread_auditor',
} as const;

export type Login = keyof typeof loginRoles;
export type Passwords = Readonly<Record<Login, string>>;
/** A connection address for each login. */
export type Urls = Readonly<Record<Login, string>>;

/** Reads the kept passwords; null when the file is not there (first start, after a restore, or removed to rotate them). */
export async function readPasswords(file: string): Promise<Passwords | null> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as Passwords;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

/** Makes new random passwords (192 bits each) and keeps them in `file`, readable by its owner only. */
export async function keepNewPasswords(file: string): Promise<Passwords> {
  const fresh = (): string => randomBytes(24).toString('base64url');
  const passwords: Passwords = { superuser: fresh(), migrator: fresh(), application: fresh(), auditor: fresh() };
  const half = `${file}.${process.pid}`;
  const handle = await open(half, 'w', 0o600);
  await handle.writeFile(`${JSON.stringify(passwords, null, 2)}\n`);
  await handle.sync();
  await handle.close();
  await rename(half, file);
  return passwords;
}

function urlOf(login: Login, password: string, socketDir: string, database: string): string {
  return `postgres://${loginRoles[login]}:${password}@/${database}?host=${encodeURIComponent(socketDir)}`;
}

/** Addresses over the private socket. `database` defaults to the application's own. */
export function urlsOf(passwords: Passwords, socketDir: string, database = 'goldthread'): Urls {
  const url = (login: Login): string => urlOf(login, passwords[login], socketDir, database);
  return { superuser: url('superuser'), migrator: url('migrator'), application: url('application'), auditor: url('auditor') };
}
