import { Kysely, PostgresDialect } from 'kysely';
import type { Pool } from 'pg';
import type { DB } from './schema.ts';

/** The typed door to the database over a pool. Rooms never see it: they get a transaction in their ctx. */
export const openDatabase = (pool: Pool): Kysely<DB> => new Kysely<DB>({ dialect: new PostgresDialect({ pool }) });
