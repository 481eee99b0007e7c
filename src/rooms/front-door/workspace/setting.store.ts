import type { Ctx } from '../../../platform/access/ctx.ts';

/** Minutes a setting says, or what holds until somebody says otherwise. */
export async function minutesOf(ctx: Ctx, key: string, fallback: number): Promise<number> {
  const row = await ctx.tx.selectFrom('setting').select('value').where('key', '=', key).executeTakeFirst();
  const minutes = Number(row?.value ?? '');
  return Number.isInteger(minutes) && minutes > 0 ? minutes : fallback;
}
