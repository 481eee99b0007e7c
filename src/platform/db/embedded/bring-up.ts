import { Client } from 'pg';
import { findBinaries, type Binaries } from './binaries.ts';
import { hasCluster, makeCluster, resetSuperuser } from './initdb.ts';
import { becomeKeeper, type Keeper } from './keeper.ts';
import { findOrphan, stopOrphan } from './orphan.ts';
import { keepNewPasswords, readPasswords, urlsOf, type Passwords, type Urls } from './passwords.ts';
import { privateFolder, type Place } from './place.ts';
import { runsProgram, type Lock } from './postmaster.ts';
import { ensureDatabase, ensureRoles, setPasswords } from './roles.ts';
import { startServerPatiently } from './server.ts';
import { hasSettings, writeSettings } from './settings.ts';

export type EmbeddedChoice = {
  /** The folder people name with DATA_DIR; made when missing. */
  readonly dataDir: string;
  /** Receives one plain sentence for each thing worth knowing. */
  readonly log: (message: string) => void;
  /** False gives up fsync: for tests whose data is thrown away. Default true. */
  readonly durable?: boolean;
};

/** A server that takes connections, and our hold on it. */
export type Running = { readonly pid: number; readonly keeper: Keeper; readonly adopted: boolean };

function superuserUrl(place: Place, passwords: Passwords): string {
  return urlsOf(passwords, place.socketDir, 'postgres').superuser;
}

/** Takes over a server that serves this folder, or stops it where it is not the one this start would run. */
async function adopt(
  place: Place,
  lock: Lock,
  same: boolean,
  passwords: Passwords | null,
  choice: EmbeddedChoice,
): Promise<Running | null> {
  if (passwords === null) {
    throw new Error(
      `A database is running in ${place.cluster} (process ${lock.pid}), and ${place.passwords} is missing. Stop that process, then start again.`,
    );
  }
  const keeper = await becomeKeeper(urlsOf(passwords, lock.socketDir, 'postgres').superuser);
  if (same && lock.socketDir === place.socketDir) {
    choice.log(`Took over the database an earlier run left behind (process ${lock.pid}).`);
    return { pid: lock.pid, keeper, adopted: true };
  }
  await keeper.release();
  await stopOrphan(lock, choice.log);
  return null;
}

async function begin(place: Place, binaries: Binaries, kept: Passwords | null, choice: EmbeddedChoice): Promise<Running> {
  const passwords = kept ?? (await keepNewPasswords(place.passwords));
  const fresh = !hasCluster(place);
  if (fresh) await makeCluster(place, binaries, passwords);
  await writeSettings(place, { durable: choice.durable ?? true });
  if (kept === null && !fresh) await resetSuperuser(place, binaries, passwords);
  const pid = await startServerPatiently(place, binaries);
  return { pid, keeper: await becomeKeeper(superuserUrl(place, passwords)), adopted: false };
}

/**
 * Brings the server of `place` up: takes over one that runs already, else makes it where there is none and starts it.
 * Throws `AlreadyRunning` when another living process looks after it.
 */
export async function bringUp(place: Place, choice: EmbeddedChoice): Promise<Running> {
  const passwords = await readPasswords(place.passwords);
  const orphan = hasCluster(place) ? await findOrphan(place, choice.log) : null;
  await privateFolder(place.socketDir, place.runAs);
  const binaries = await findBinaries(place.runAs, place.home);
  if (orphan !== null) {
    const same = runsProgram(orphan.pid, binaries.postgres) && (await hasSettings(place, { durable: choice.durable ?? true }));
    const adopted = await adopt(place, orphan, same, passwords, choice);
    if (adopted !== null) return adopted;
  }
  return await begin(place, binaries, passwords, choice);
}

/** Sees that the application's database and roles are there and that the kept passwords open them. Gives the addresses. */
export async function prepare(place: Place, running: Running): Promise<Urls> {
  const passwords = await readPasswords(place.passwords);
  if (passwords === null) throw new Error(`${place.passwords} disappeared while the database started.`);
  await ensureDatabase(running.keeper.client, 'goldthread');
  const client = new Client({ connectionString: urlsOf(passwords, place.socketDir).superuser });
  await client.connect();
  try {
    await ensureRoles(client);
    if (!running.adopted) await setPasswords(client, passwords);
  } finally {
    await client.end();
  }
  return urlsOf(passwords, place.socketDir);
}
