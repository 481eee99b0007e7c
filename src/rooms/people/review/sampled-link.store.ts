import { sql } from 'kysely';
import type { Ctx } from '../../../platform/access/ctx.ts';
import type { Evidence } from '../linkage/evidence.ts';
import type { LinkageRecord } from '../linkage/linkage-record.ts';

export interface DrawnLink {
  personId: string;
  otherPersonId: string;
  recordId: string;
  model: string | null;
  evidence: Evidence;
  score: number;
  stratum: string;
  population: number;
}

/** A person as the matcher compares them, and whether a twin is known. */
export interface Compared extends LinkageRecord {
  twin: boolean;
}

export interface DrawnMiss {
  personId: string;
  otherPersonId: string;
  population: number;
  one: Compared;
  other: Compared;
}

export interface StandingLink {
  personId: string;
  recordId: string;
  person: Compared;
  records: readonly LinkageRecord[];
}

/** A random draw of live automatic links, at most so many of each stratum. The worker alone. */
export async function linksToSample(ctx: Ctx, most: number): Promise<DrawnLink[]> {
  const { rows } = await sql<{ drawn: DrawnLink[] }>`select search.links_to_sample(${most}) as drawn`.execute(ctx.tx);
  return rows[0]?.drawn ?? [];
}

/** A random draw of pairs left apart that nearly met. The worker alone. */
export async function missesToSample(ctx: Ctx, most: number): Promise<DrawnMiss[]> {
  const { rows } = await sql<{ drawn: DrawnMiss[] }>`select search.misses_to_sample(${most}) as drawn`.execute(ctx.tx);
  return rows[0]?.drawn ?? [];
}

/** Begins a month's draw from one stratum; null when that was done before. */
export async function beginDraw(
  ctx: Ctx,
  draw: { month: string; stratum: string; population: number; drawn: number; model: string },
): Promise<string | null> {
  const { rows } = await sql<{
    id: string | null;
  }>`select search.draw_sample(${draw.month}, ${draw.stratum}, ${draw.population}, ${draw.drawn}, ${draw.model}) as id`.execute(ctx.tx);
  return rows[0]?.id ?? null;
}

/** Live automatic links of an earlier model, after a record, in the order of their records; none that a person confirmed. The worker alone. */
export async function linksToReweigh(ctx: Ctx, model: string, after: string, most: number): Promise<StandingLink[]> {
  const { rows } = await sql<{ links: StandingLink[] }>`select search.links_to_reweigh(${model}, ${after}::uuid, ${most}) as links`.execute(
    ctx.tx,
  );
  return rows[0]?.links ?? [];
}
