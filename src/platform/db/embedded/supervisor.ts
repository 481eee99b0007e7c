import { Client } from 'pg'
import { findBinaries, type Binaries } from './binaries.ts'
import { hasCluster, makeCluster, resetSuperuser } from './initdb.ts'
import { becomeKeeper, type Keeper } from './keeper.ts'
import { findOrphan, stopLimit, stopOrphan } from './orphan.ts'
import { keepNewPasswords, readPasswords, urlsOf, type Passwords, type Urls } from './passwords.ts'
import { privateFolder, removeSocketDir, settlePlace, type Place } from './place.ts'
import { exists, readLock, runsProgram, stopPostmaster, type Lock } from './postmaster.ts'
import { ensureDatabase, ensureRoles, setPasswords } from './roles.ts'
import { startServerPatiently } from './server.ts'
import { hasSettings, writeSettings } from './settings.ts'
import { stopOnExit } from './stop-on-exit.ts'

export type EmbeddedChoice = {
  /** The folder people name with DATA_DIR; made when missing. */
  readonly dataDir: string
  /** Receives one plain sentence for each thing worth knowing. */
  readonly log: (message: string) => void
  /** False gives up fsync: for tests whose data is thrown away. Default true. */
  readonly durable?: boolean
}

export type Embedded = {
  readonly urls: Urls
  readonly place: Place
  /** True when a server left by a killed process was taken over as it ran. */
  readonly adopted: boolean
  /** Stops the server cleanly: sessions are cut, everything is flushed. Calling it again does nothing more. */
  stop(): Promise<void>
}

type Running = { readonly pid: number; readonly keeper: Keeper; readonly adopted: boolean }

function superuserUrl(place: Place, passwords: Passwords): string {
  return urlsOf(passwords, place.socketDir, 'postgres').superuser
}

/** Takes over a server that serves this folder, or stops it where it is not the one this start would run. */
async function adopt(place: Place, lock: Lock, same: boolean, passwords: Passwords | null, choice: EmbeddedChoice): Promise<Running | null> {
  if (passwords === null) {
    throw new Error(`A database is running in ${place.cluster} (process ${lock.pid}), and ${place.passwords} is missing. Stop that process, then start again.`)
  }
  const keeper = await becomeKeeper(urlsOf(passwords, lock.socketDir, 'postgres').superuser)
  if (same && lock.socketDir === place.socketDir) {
    choice.log(`Took over the database an earlier run left behind (process ${lock.pid}).`)
    return { pid: lock.pid, keeper, adopted: true }
  }
  await keeper.release()
  await stopOrphan(lock, choice.log)
  return null
}

async function begin(place: Place, binaries: Binaries, kept: Passwords | null, choice: EmbeddedChoice): Promise<Running> {
  const passwords = kept ?? (await keepNewPasswords(place.passwords))
  const fresh = !hasCluster(place)
  if (fresh) await makeCluster(place, binaries, passwords)
  await writeSettings(place, { durable: choice.durable ?? true })
  if (kept === null && !fresh) await resetSuperuser(place, binaries, passwords)
  const pid = await startServerPatiently(place, binaries)
  return { pid, keeper: await becomeKeeper(superuserUrl(place, passwords)), adopted: false }
}

async function run(place: Place, choice: EmbeddedChoice): Promise<Running> {
  const passwords = await readPasswords(place.passwords)
  const orphan = hasCluster(place) ? await findOrphan(place, choice.log) : null
  await privateFolder(place.socketDir, place.runAs)
  const binaries = await findBinaries(place.runAs, place.home)
  if (orphan !== null) {
    const same = runsProgram(orphan.pid, binaries.postgres) && (await hasSettings(place, { durable: choice.durable ?? true }))
    const adopted = await adopt(place, orphan, same, passwords, choice)
    if (adopted !== null) return adopted
  }
  return await begin(place, binaries, passwords, choice)
}

async function prepare(place: Place, running: Running): Promise<Urls> {
  const passwords = await readPasswords(place.passwords)
  if (passwords === null) throw new Error(`${place.passwords} disappeared while the database started.`)
  await ensureDatabase(running.keeper.client, 'goldthread')
  const client = new Client({ connectionString: urlsOf(passwords, place.socketDir).superuser })
  await client.connect()
  try {
    await ensureRoles(client)
    if (!running.adopted) await setPasswords(client, passwords)
  } finally {
    await client.end()
  }
  return urlsOf(passwords, place.socketDir)
}

/**
 * Runs our own PostgreSQL for `dataDir`: makes it at first, starts it, or takes over one that a killed process left.
 * It listens on a private Unix socket only. Throws `AlreadyRunning` when another living process looks after it.
 */
export async function embeddedPostgres(choice: EmbeddedChoice): Promise<Embedded> {
  const place = await settlePlace(choice.dataDir)
  const running = await run(place, choice)
  let stopping: Promise<void> | null = null
  const stopServer = async (): Promise<void> => {
    forget()
    await running.keeper.release().catch(() => undefined)
    await stopPostmaster(running.pid, stopLimit)
    await removeSocketDir(place)
  }
  const stop = (): Promise<void> => (stopping ??= stopServer())
  const forget = stopOnExit(running.pid, stop)
  try {
    return { urls: await prepare(place, running), place, adopted: running.adopted, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

/** The addresses of an embedded database that some process is running now; null when none is. */
export async function runningEmbedded(place: Place): Promise<Urls | null> {
  const passwords = await readPasswords(place.passwords)
  const lock = await readLock(place.cluster)
  if (passwords === null || lock === null || !lock.ready || !exists(lock.pid)) return null
  return urlsOf(passwords, lock.socketDir)
}

