import { sql } from 'kysely';
import type { Ctx } from '../../../platform/access/ctx.ts';

/** For the worker: answered requests whose agency was told what became of them, and who had answered, where no message says so yet. */
export async function outcomesToTell(ctx: Ctx): Promise<{ requestId: string; staffId: string }[]> {
  const { rows } = await sql<{ requestId: string; staffId: string }>`
    select request_id as "requestId", staff_id as "staffId" from access.outcomes_to_tell(${ctx.now})`.execute(ctx.tx);
  return rows;
}
