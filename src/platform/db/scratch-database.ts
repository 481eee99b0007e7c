import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import type { Query } from './data-dictionary.ts'
import { embeddedPostgres, type Urls } from './embedded/index.ts'
import { removePlace } from './embedded/place.ts'
import { migrate } from './migrate.ts'

/** Runs `work` against a throw-away database that has every migration and nothing in it. Takes about a second. */
export async function withScratchDatabase<T>(work: (urls: Urls) => Promise<T>): Promise<T> {
  const dataDir = await mkdtemp(join(tmpdir(), `goldthread-test-${process.pid}-`))
  const server = await embeddedPostgres({ dataDir, log: () => undefined, durable: false })
  try {
    await migrate({ url: server.urls.migrator })
    return await work(server.urls)
  } finally {
    await server.stop()
    await removePlace(server.place)
  }
}

/** Opens one connection to `url` for `work`. */
export async function withQuery<T>(url: string, work: (query: Query) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    return await work(async (text) => (await client.query<Record<string, unknown>>(text)).rows)
  } finally {
    await client.end()
  }
}
