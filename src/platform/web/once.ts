import type { Ctx } from '../access/ctx.ts';

/** Each form carries a key; taking it a second time answers as the first time did and changes nothing. */

const owner = (ctx: Ctx): string =>
  ctx.who.kind === 'staff' ? ctx.who.staffId : ctx.who.kind === 'public' ? ctx.who.visitorKey : ctx.who.kind;

/** Where the writer was sent when this key was first taken; null when it is new. */
export async function takenBefore(ctx: Ctx, key: string): Promise<string | null> {
  const row = await ctx.tx
    .selectFrom('idempotency')
    .select('location')
    .where('key', '=', `${owner(ctx)}:${key}`)
    .executeTakeFirst();
  return row?.location ?? null;
}

/** Remembers the key in the same transaction as the effect. A unique violation means another request took it a moment ago. */
export async function rememberTaken(ctx: Ctx, key: string, route: string, location: string): Promise<void> {
  await ctx.tx
    .insertInto('idempotency')
    .values({ key: `${owner(ctx)}:${key}`, route, location, taken_at: ctx.now })
    .execute();
}

/** True for the violation that means the same form arrived twice at the same moment. */
export const takenAtTheSameMoment = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && (error as { constraint?: string }).constraint === 'idempotency_pk';
