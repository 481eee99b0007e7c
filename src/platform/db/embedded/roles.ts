import { readFile } from 'node:fs/promises';
import { escapeIdentifier, type Client } from 'pg';
import { projectFile } from '../project-file.ts';
import { loginRoles, type Login, type Passwords } from './passwords.ts';

/** Creates the application's database where it is missing. `client` is a superuser's, connected to `postgres`. */
export async function ensureDatabase(client: Client, name: string): Promise<void> {
  const found = await client.query('select from pg_database where datname = $1', [name]);
  if (found.rowCount === 0) await client.query(`create database ${escapeIdentifier(name)}`);
}

/** Runs `db/roles.sql` in the database `client` is connected to. */
export async function ensureRoles(client: Client): Promise<void> {
  await client.query(await readFile(projectFile('db/roles.sql'), 'utf8'));
}

/** Sets the kept passwords of every login but the superuser's own, which opened this connection. */
export async function setPasswords(client: Client, passwords: Passwords): Promise<void> {
  for (const login of Object.keys(loginRoles) as Login[]) {
    if (login === 'superuser') continue;
    await client.query(`alter role ${escapeIdentifier(loginRoles[login])} password '${passwords[login]}'`);
  }
}
