/** What the worker writes of a file past its own sight (the functions `search.feed_…` of migration 0024). */
import { sql } from 'kysely';
import type { Ctx } from '../../../platform/access/ctx.ts';
import { londonDay } from '../today.ts';
import type { ToldInvolvement } from './reading/read-row.ts';

/** One row's part in a child's life; `personId` null for a row that was sent back, whose child is not gone for that. */
export interface ToldRow extends Partial<ToldInvolvement> {
  localId: string;
  personId: string | null;
  rowNumber: number;
  factsOn: string | null;
}

/** Opens, confirms and ends involvements as the rows of a file tell. */
export async function writeTold(ctx: Ctx, fileId: string, rows: readonly ToldRow[]): Promise<void> {
  if (rows.length === 0) return;
  await sql`select search.feed_tells(${fileId}, ${JSON.stringify(rows)}::jsonb, ${ctx.now}, ${londonDay(ctx)}::date)`.execute(ctx.tx);
}

/** Which of these identifiers an earlier row of the same file named: by identifier, the row. */
export async function namedBefore(ctx: Ctx, fileId: string, localIds: readonly string[]): Promise<Map<string, number>> {
  const { rows } = await sql<{ localId: string; row: number }>`
    select local_id as "localId", row_number as row from search.feed_named_in(${fileId}, ${[...localIds]}::text[])`.execute(ctx.tx);
  return new Map(rows.map((one) => [one.localId, one.row]));
}

/** How many the feed names, and how many of them a complete file does not. */
export async function goneCount(ctx: Ctx, runId: string): Promise<{ known: number; gone: number }> {
  const { rows } = await sql<{ known: number; gone: number }>`select known, gone from search.feed_gone(${runId})`.execute(ctx.tx);
  return rows[0] ?? { known: 0, gone: 0 };
}

/** Marks those gone whom the run's complete file no longer names; gives how many. */
export async function letGo(ctx: Ctx, runId: string): Promise<number> {
  const { rows } = await sql<{ many: number }>`select search.feed_let_go(${runId}, ${ctx.now}) as many`.execute(ctx.tx);
  return rows[0]?.many ?? 0;
}

/** Ends the involvements of those gone for longer than their feed's days of grace; gives how many. */
export async function endGone(ctx: Ctx): Promise<number> {
  const { rows } = await sql<{ many: number }>`select search.feed_end_gone(${ctx.now}, 5000) as many`.execute(ctx.tx);
  return rows[0]?.many ?? 0;
}

/** How often each field of the rows that were linked agreed and differed with what was known. */
export async function agreementOf(ctx: Ctx, runId: string): Promise<{ field: string; agreed: number; differed: number }[]> {
  const { rows } = await sql<{ field: string; agreed: number; differed: number }>`
    select field, agreed, differed from search.feed_agreement(${runId})`.execute(ctx.tx);
  return rows;
}
