import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chown, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Binaries } from './binaries.ts';
import type { Passwords } from './passwords.ts';
import type { Place } from './place.ts';
import { asUser } from './run-as.ts';

type Ran = { readonly code: number | null; readonly output: string };

/** Runs a PostgreSQL program as the right user to its end, `input` on its standard input. */
export async function run(place: Place, program: string, args: readonly string[], input = ''): Promise<Ran> {
  const child = spawn(program, args, { ...asUser(place.runAs), cwd: place.home, env: { PATH: process.env['PATH'], LC_ALL: 'C' } });
  const output: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text: Buffer) => output.push(text.toString()));
  child.stdin.on('error', () => output.push('(it read no input)'));
  child.stdin.end(input);
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  return { code, output: output.join('') };
}

async function localeArguments(place: Place, binaries: Binaries): Promise<string[]> {
  const { output } = await run(place, binaries.postgres, ['--version']);
  const major = Number(/ (\d+)/.exec(output)?.[1] ?? 0);
  return major >= 17 ? ['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'] : ['--locale=C.UTF-8'];
}

async function owned(place: Place, path: string): Promise<void> {
  if (place.runAs !== null) await chown(path, place.runAs.uid, place.runAs.gid);
}

/**
 * Makes a new cluster with page checksums and scram passwords. It is made under another name and moved into place
 * whole, so a start that was cut short leaves nothing that looks like a database.
 */
export async function makeCluster(place: Place, binaries: Binaries, passwords: Passwords): Promise<void> {
  if (existsSync(place.cluster)) {
    throw new Error(
      `${place.cluster} is there, but it is no finished database: it has no PG_VERSION. Move it away to begin anew, or restore a backup elsewhere.`,
    );
  }
  const half = `${place.cluster}.new`;
  const passwordFile = join(place.home, 'initdb-password');
  await rm(half, { recursive: true, force: true });
  await mkdir(half, { mode: 0o700 });
  await owned(place, half);
  await writeFile(passwordFile, `${passwords.superuser}\n`, { mode: 0o600 });
  await owned(place, passwordFile);
  try {
    const made = await run(place, binaries.initdb, [
      '-D',
      half,
      '-U',
      'postgres',
      '-k',
      '-E',
      'UTF8',
      '-A',
      'scram-sha-256',
      `--pwfile=${passwordFile}`,
      ...(await localeArguments(place, binaries)),
    ]);
    if (made.code !== 0) throw new Error(`A new database could not be made in ${half}:\n${made.output}`);
  } finally {
    await rm(passwordFile, { force: true });
  }
  await rename(half, place.cluster);
}

/** Whether `cluster` holds a finished database. */
export function hasCluster(place: Place): boolean {
  return existsSync(join(place.cluster, 'PG_VERSION'));
}

/** Gives the superuser a new password while the server is down (PostgreSQL's single-user mode asks for none). */
export async function resetSuperuser(place: Place, binaries: Binaries, passwords: Passwords): Promise<void> {
  const statement = `alter role postgres password '${passwords.superuser}'\n`;
  const done = await run(place, binaries.postgres, ['--single', '-D', place.cluster, 'postgres'], statement);
  if (done.code !== 0 || /ERROR|FATAL/.test(done.output)) {
    throw new Error(`The database's passwords could not be renewed:\n${done.output}`);
  }
}
