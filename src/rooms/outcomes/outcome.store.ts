import type { Ctx } from '../../platform/access/ctx.ts';
import { found } from '../../platform/access/refusal.ts';
import type { PlainDate } from '../../platform/time/calendar-day.ts';
import { londonDate } from '../../platform/time/london.ts';
import {
  mayBeCited,
  suits,
  type EarlierWording,
  type GoalFor,
  type OfferedOutcome,
  type Outcome,
  type OutcomeSubject,
  type Priority,
} from './outcome.ts';

/** The outcomes a goal may cite on a day (today unless given), those on the person's own path first, then along the pathway. */
export async function outcomesFor(ctx: Ctx, whom: GoalFor, on: PlainDate = londonDate(ctx.now)): Promise<OfferedOutcome[]> {
  const rows = await ctx.tx
    .selectFrom('outcome as o')
    .innerJoin('pathway_stage as s', 's.id', 'o.stage_id')
    .select(['o.id', 'o.label', 'o.plain_words', 'o.stage_id', 's.label as stage', 'o.subject'])
    .where('o.valid_from', '<=', on)
    .where((eb) => eb.or([eb('o.valid_to', 'is', null), eb('o.valid_to', '>=', on)]))
    .orderBy('s.sort')
    .orderBy('o.id')
    .execute();
  const offered = rows
    .map((row) => ({
      id: row.id,
      label: row.label,
      plainWords: row.plain_words,
      stageId: row.stage_id,
      stage: row.stage,
      subject: row.subject as OutcomeSubject,
    }))
    .map((outcome) => ({ ...outcome, suits: suits(outcome, whom) }));
  return [...offered.filter((outcome) => outcome.suits), ...offered.filter((outcome) => !outcome.suits)];
}

/** Whether a new goal may cite the outcome today. */
export async function mayCite(ctx: Ctx, outcomeId: string): Promise<boolean> {
  const row = await ctx.tx
    .selectFrom('outcome')
    .select(['valid_from as validFrom', 'valid_to as validTo'])
    .where('id', '=', outcomeId)
    .executeTakeFirst();
  return row !== undefined && mayBeCited(row, londonDate(ctx.now));
}

/** Every outcome along the pathway, retired ones too. */
export async function pathway(ctx: Ctx): Promise<Outcome[]> {
  const rows = await allOutcomes(ctx).execute();
  const served = await servedBy(ctx);
  return rows.map((row) => outcomeFrom(row, served.get(row.id) ?? []));
}

/** One outcome, in use or retired. Throws notFound. */
export async function outcomeOf(ctx: Ctx, outcomeId: string): Promise<Outcome> {
  const row = found(await allOutcomes(ctx).where('o.id', '=', outcomeId).executeTakeFirst());
  return outcomeFrom(row, (await servedBy(ctx)).get(row.id) ?? []);
}

/** The priorities of the borough's plan in force today. */
export async function priorities(ctx: Ctx): Promise<Priority[]> {
  const today = londonDate(ctx.now);
  const rows = await ctx.tx
    .selectFrom('priority')
    .select(['id', 'name', 'corporate_aims as corporateAims', 'source'])
    .where('valid_from', '<=', today)
    .where((eb) => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>=', today)]))
    .orderBy('id')
    .execute();
  return rows;
}

/** How an outcome was worded before, latest first. A goal agreed before a change was agreed in the wording then. */
export async function earlierWordings(ctx: Ctx, outcomeId: string): Promise<EarlierWording[]> {
  return ctx.tx
    .selectFrom('outcome_wording as w')
    .leftJoin('staff as s', 's.id', 'w.changed_by')
    .select(['w.version', 'w.label', 'w.plain_words as plainWords', 'w.changed_at as changedAt', 's.display_name as changedBy', 'w.reason'])
    .where('w.outcome_id', '=', outcomeId)
    .orderBy('w.version', 'desc')
    .execute();
}

const allOutcomes = (ctx: Ctx) =>
  ctx.tx
    .selectFrom('outcome as o')
    .innerJoin('pathway_stage as s', 's.id', 'o.stage_id')
    .leftJoin('staff as w', 'w.id', 'o.owner_staff_id')
    .selectAll('o')
    .select(['s.label as stage', 'w.display_name as owner_name', 'w.job_title as owner_title'])
    .orderBy('s.sort')
    .orderBy('o.id');

type OutcomeRow = Awaited<ReturnType<ReturnType<typeof allOutcomes>['execute']>>[number];

const outcomeFrom = (row: OutcomeRow, served: readonly Priority[]): Outcome => ({
  id: row.id,
  subject: row.subject as OutcomeSubject,
  stageId: row.stage_id,
  stage: row.stage,
  label: row.label,
  plainWords: row.plain_words,
  ownerBoard: row.owner_board,
  owner: row.owner_staff_id ? { staffId: row.owner_staff_id, name: row.owner_name ?? '', jobTitle: row.owner_title ?? '' } : null,
  priorities: served,
  source: row.source,
  validFrom: row.valid_from,
  validTo: row.valid_to,
  version: row.version,
});

async function servedBy(ctx: Ctx): Promise<Map<string, Priority[]>> {
  const byId = new Map((await priorities(ctx)).map((priority) => [priority.id, priority]));
  const served = new Map<string, Priority[]>();
  for (const { outcome_id, priority_id } of await ctx.tx.selectFrom('outcome_priority').selectAll().orderBy('priority_id').execute()) {
    const priority = byId.get(priority_id);
    if (priority) served.set(outcome_id, [...(served.get(outcome_id) ?? []), priority]);
  }
  return served;
}
