import { sql } from 'kysely';
import { actingAs, type Ctx } from '../access/ctx.ts';

export type AuditOutcome = 'done' | 'refused' | 'not-allowed' | 'not-found';

/** Writes the request's audit row and its subjects in the request's own transaction.
 *  Refuses (error 42501) without an actor: no actor, no audit row; no audit row, no answer. */
export async function appendAudit(ctx: Ctx, outcome: AuditOutcome = 'done'): Promise<void> {
  const as = actingAs(ctx.who);
  const { action, purpose, subjects, record, detail } = ctx.note;
  await sql`select audit.append(${action}, ${outcome}, ${purpose}, ${[...subjects]}::uuid[], ${record?.kind ?? null}, ${record?.id ?? null}::uuid,
    ${JSON.stringify(detail)}::jsonb, ${as?.role ?? null}, ${as?.agencyId ?? machineAgency(ctx)}::uuid, ${ctx.request.id})`.execute(ctx.tx);
}

const machineAgency = (ctx: Ctx): string | null => (ctx.who.kind === 'machine' ? ctx.who.agencyId : null);
