import { sql } from 'kysely';
import { clausesLetMachine, type Clause } from '../../access/clauses.ts';
import type { Ctx, MachineActor } from '../../access/ctx.ts';
import type { PlainDate } from '../../time/calendar-day.ts';
import { hasRoom } from '../../web/rate-limit.ts';
import type { HeldToken } from './token.ts';

/** Issuers whose tokens any machine of ours carries. */
export async function machineIssuers(ctx: Ctx): Promise<string[]> {
  const rows = await ctx.tx.selectFrom('machine_client').select('issuer').distinct().where('active', '=', true).execute();
  return rows.map((row) => row.issuer);
}

/** The machine a token stands for, with the scopes that the token, our record and the agency's agreement give it; null when it may not call today:
 *  unknown, switched off, or its agency without an agreement, not live or suspended (S-006). */
export async function machineBehind(
  ctx: Ctx,
  token: HeldToken,
  today: PlainDate,
): Promise<{ actor: MachineActor; name: string; agencyName: string } | null> {
  const { rows } = await sql<{ id: string; name: string; scopes: string[]; clauses: Clause[]; agencyId: string; agencyName: string }>`
    select m.id, m.name, m.scopes, a.clauses, a.id as "agencyId", a.name as "agencyName" from machine_client m join agency a on a.id = m.agency_id
    where m.issuer = ${token.issuer} and m.subject = ${token.subject} and m.active and a.suspended_at is null
      and a.agreement_signed_on is not null and a.dpia_reference is not null and a.live_from <= ${today}`.execute(ctx.tx);
  const row = rows[0];
  if (!row) return null;
  const scopes = row.scopes.filter((scope) => token.scopes.includes(scope) && clausesLetMachine(row.clauses, scope));
  return { actor: { kind: 'machine', clientId: row.id, agencyId: row.agencyId, scopes }, name: row.name, agencyName: row.agencyName };
}

/** Counts one call of a machine and says whether it may be answered: so many a minute as its record says, good ones and bad ones. */
export async function mayCallNow(ctx: Ctx, token: Pick<HeldToken, 'issuer' | 'subject'>): Promise<boolean> {
  const machine = await ctx.tx
    .selectFrom('machine_client')
    .select('calls_per_minute')
    .where('issuer', '=', token.issuer)
    .where('subject', '=', token.subject)
    .executeTakeFirst();
  return !machine || hasRoom(ctx.tx, `machine:${token.issuer}:${token.subject}`, ctx.now, machine.calls_per_minute);
}
