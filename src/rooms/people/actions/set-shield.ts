import { sql } from 'kysely';
import { saw, type StaffCtx } from '../../../platform/access/ctx.ts';
import { invalid } from '../../../platform/access/refusal.ts';
import { keepSearchKeys, personRow } from '../person.store.ts';
import { endedAlready } from '../today.ts';

export type Shield = 'none' | 'location' | 'hidden';

/** The shield desk shields someone or lifts a shield. Throws notFound for someone the desk may not see. */
export async function setShield(ctx: StaffCtx, personId: string, shield: Shield): Promise<void> {
  await personRow(ctx, personId);
  await sql`select search.set_shield(${personId}, ${shield}, false)`.execute(ctx.tx);
  await keepSearchKeys(ctx, personId);
  saw(ctx, personId);
}

/** Lets a member of staff, or a team, know a shielded person. Throws invalid unless exactly one is named. */
export async function allowToKnow(ctx: StaffCtx, personId: string, who: { staffId: string | null; teamId: string | null }, reason: string): Promise<void> {
  if ((who.staffId === null) === (who.teamId === null)) throw invalid([{ field: 'staffId', message: 'Name one person or one team' }]);
  await ctx.tx.insertInto('shield_allow').values({ person_id: personId, staff_id: who.staffId, team_id: who.teamId, granted_by: ctx.who.staffId, reason }).execute();
  saw(ctx, personId);
}

/** Ends one leave to know a shielded person from today. */
export async function knowNoLonger(ctx: StaffCtx, allowId: string): Promise<void> {
  const row = await ctx.tx.updateTable('shield_allow').set({ valid_to: endedAlready }).where('id', '=', allowId).returning('person_id').executeTakeFirst();
  saw(ctx, row?.person_id);
}
