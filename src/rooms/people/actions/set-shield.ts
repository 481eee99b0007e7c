import { sql } from 'kysely';
import { saw, type StaffCtx } from '../../../platform/access/ctx.ts';
import { keepSearchKeys, personRow } from '../person.store.ts';
import type { Shield } from '../shield.ts';

/** The shield desk shields someone or lifts a shield. Throws notFound for someone the desk may not see. */
export async function setShield(ctx: StaffCtx, personId: string, shield: Shield): Promise<void> {
  await personRow(ctx, personId);
  await sql`select search.set_shield(${personId}, ${shield}, false)`.execute(ctx.tx);
  await keepSearchKeys(ctx, personId);
  saw(ctx, personId);
}
