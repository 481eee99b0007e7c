import { sql } from 'kysely';
import { saw, type StaffCtx } from '../../../../platform/access/ctx.ts';
import { inWords } from '../refused.ts';

/** Says that two people are certainly not the same: no run of the matcher joins them, nor any person before this is taken back.
 *  Throws notFound, refused when they are joined now. */
export async function sayCertainlyNot(ctx: StaffCtx, it: { personId: string; otherId: string; why: string }): Promise<void> {
  await inWords(() => sql`select fold.say_apart(${it.personId}, ${it.otherId}, ${it.why})`.execute(ctx.tx));
  saw(ctx, it.personId, it.otherId);
}
