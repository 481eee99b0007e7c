import type { FastifyInstance } from 'fastify';
import { sql, type Kysely } from 'kysely';
import type { DB } from '../db/schema.ts';

/** `/health`: the process is up. `/ready`: the database answers too. Neither says anything else. */
export function healthRoutes(app: FastifyInstance, db: Kysely<DB>): void {
  app.get('/health', async (_request, reply) => reply.header('cache-control', 'no-store').send({ status: 'up' }));
  app.get('/ready', async (_request, reply) => {
    void reply.header('cache-control', 'no-store');
    try {
      await sql`select 1`.execute(db);
      return await reply.send({ status: 'ready' });
    } catch {
      return reply.code(503).header('retry-after', '5').send({ status: 'not ready' });
    }
  });
}
