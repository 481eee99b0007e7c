import { bringUp, prepare, type EmbeddedChoice } from './bring-up.ts';
import { lookAfter } from './look-after.ts';
import { stopLimit } from './orphan.ts';
import { readPasswords, urlsOf, type Urls } from './passwords.ts';
import { removeSocketDir, settlePlace, type Place } from './place.ts';
import { exists, readLock, stopPostmaster } from './postmaster.ts';
import { stopOnExit } from './stop-on-exit.ts';

export type Embedded = {
  readonly urls: Urls;
  readonly place: Place;
  /** True when a server left by a killed process was taken over as it ran. */
  readonly adopted: boolean;
  /** Stops the server cleanly: sessions are cut, everything is flushed. Calling it again does nothing more. */
  stop(): Promise<void>;
};

/**
 * Runs our own PostgreSQL for `dataDir`: makes it at first, starts it, or takes over one that a killed process left, and
 * starts it again when it ends unasked. It listens on a private Unix socket only. Throws `AlreadyRunning` when another
 * living process looks after it.
 */
export async function embeddedPostgres(choice: EmbeddedChoice): Promise<Embedded> {
  const place = await settlePlace(choice.dataDir);
  const first = await bringUp(place, choice);
  const looking = lookAfter(first, () => bringUp(place, choice), choice.log);
  let stopping: Promise<void> | null = null;
  const stopServer = async (): Promise<void> => {
    forget();
    const last = await looking.end();
    await stopPostmaster(last.pid, stopLimit);
    await removeSocketDir(place);
  };
  const stop = (): Promise<void> => (stopping ??= stopServer());
  const forget = stopOnExit(() => looking.current().pid, stop);
  try {
    return { urls: await prepare(place, first), place, adopted: first.adopted, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** The addresses of an embedded database that some process is running now; null when none is. */
export async function runningEmbedded(place: Place): Promise<Urls | null> {
  const passwords = await readPasswords(place.passwords);
  const lock = await readLock(place.cluster);
  if (passwords === null || lock === null || !lock.ready || !exists(lock.pid)) return null;
  return urlsOf(passwords, lock.socketDir);
}
