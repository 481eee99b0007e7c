import { z } from 'zod';
import { sql } from 'kysely';
import type { Ctx, StaffCtx } from '../../../access/ctx.ts';
import { registerJob } from '../../../jobs/job.ts';
import { retentionDefaults, type RetentionRule } from './retention-rules.data.ts';

/** Every class of record with how long it is kept. */
export async function retentionRules(ctx: StaffCtx): Promise<RetentionRule[]> {
  return ctx.tx
    .selectFrom('retention_rule')
    .select([
      'record_class as recordClass',
      'keep_years as keepYears',
      'counted_from as countedFrom',
      sql<RetentionRule['basis']>`basis`.as('basis'),
      'source',
      'legal_hold as legalHold',
    ])
    .orderBy('record_class')
    .execute();
}

/** Changes how long a class is kept, on what authority, and whether an inquiry stops its destruction. */
export async function changeRetention(ctx: StaffCtx, rule: RetentionRule): Promise<void> {
  await ctx.tx
    .updateTable('retention_rule')
    .set({ keep_years: rule.keepYears, counted_from: rule.countedFrom, basis: rule.basis, source: rule.source, legal_hold: rule.legalHold })
    .where('record_class', '=', rule.recordClass)
    .execute();
}

/** Writes the rules this release knows and the table does not; an authority's own changes are left as they are. Answers how many were new. */
export async function fillRetentionRules(ctx: Ctx): Promise<number> {
  const rows = retentionDefaults.map((one) => ({
    record_class: one.recordClass,
    keep_years: one.keepYears,
    counted_from: one.countedFrom,
    basis: one.basis,
    source: one.source,
    legal_hold: one.legalHold,
  }));
  const added = await ctx.tx
    .insertInto('retention_rule')
    .values(rows)
    .onConflict((clash) => clash.doNothing())
    .executeTakeFirst();
  return Number(added.numInsertedOrUpdatedRows ?? 0n);
}

/** Every night, and when the first worker starts. */
export const fillRetentionTable = registerJob(
  'platform.fill-retention-rules',
  z.object({ slot: z.string() }),
  async (ctx) => {
    await fillRetentionRules(ctx);
  },
  { every: '1 day', at: '01:05' },
);
