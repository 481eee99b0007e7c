import { readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { knownPlace, type Urls } from './embedded/index.ts';
import { exists, readLock, stopPostmaster } from './embedded/postmaster.ts';
import { ensureRoles } from './embedded/roles.ts';
import { migrate } from './migrate.ts';
import { scratchServer, scratchShape } from './scratch-database.ts';
import { asSuperuser, inDatabase, templateName } from './test-database-names.ts';

/** What the tests' processes are told about the run's server. */
declare module 'vitest' {
  // oxlint-disable-next-line typescript/consistent-type-definitions -- vitest asks for an interface to add to
  export interface ProvidedContext {
    testServer: Urls;
    /** Why the migrations could not be applied; empty when they were. */
    brokenMigration: string;
  }
}

/** Stops and removes servers whose test run was killed, so that they do not pile up. */
async function clearAbandoned(): Promise<void> {
  for (const name of readdirSync(tmpdir())) {
    const run = scratchShape.exec(name);
    if (run === null || exists(Number(run[1]))) continue;
    const place = await knownPlace(join(tmpdir(), name));
    const lock = place === null ? null : await readLock(place.cluster);
    if (lock !== null && exists(lock.pid)) await stopPostmaster(lock.pid, 1_000);
    rmSync(join(tmpdir(), name), { recursive: true, force: true });
  }
}

async function makeTemplate(urls: Urls): Promise<void> {
  await asSuperuser(urls, 'postgres', (client) => client.query(`create database ${templateName}`));
  await asSuperuser(urls, templateName, ensureRoles);
  await migrate({ url: inDatabase(urls, templateName).migrator });
}

/** One server for the whole run, and a database in it migrated once, which every test's own database is copied from. */
export async function setup(project: TestProject): Promise<void> {
  await clearAbandoned().catch(() => undefined);
  const server = await scratchServer();
  end = server.remove;
  // Tests of pure rules run even where a migration is broken; those that ask for a database are told what broke.
  const broken = await makeTemplate(server.urls).then(
    () => '',
    (error: Error) => error.message,
  );
  project.provide('testServer', server.urls);
  project.provide('brokenMigration', broken);
}

let end = async (): Promise<void> => undefined;

/** Stops the server and removes all of it. */
export async function teardown(): Promise<void> {
  await end();
}
