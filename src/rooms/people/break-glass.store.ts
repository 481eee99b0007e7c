import type { Ctx } from '../../platform/access/ctx.ts';
import { hoursFrom } from './break-glass.ts';

/** Hours an emergency access lasts in this authority. */
export async function breakGlassHours(ctx: Ctx): Promise<number> {
  const row = await ctx.tx.selectFrom('setting').select('value').where('key', '=', 'break-glass-hours').executeTakeFirst();
  return hoursFrom(row?.value);
}
