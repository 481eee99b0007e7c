import { randomUUID } from 'node:crypto';
import type { Ctx, StaffCtx } from '../../../platform/access/ctx.ts';
import type { AssessmentState } from './assessment.ts';
import { today } from './episode.store.ts';

/** The episode's assessment, the latest; undefined when none was started. */
export async function assessmentOf(ctx: Ctx, episodeId: string) {
  return ctx.tx
    .selectFrom('assessment as a')
    .innerJoin('staff as s', 's.id', 'a.started_by')
    .leftJoin('staff as c', 'c.id', 'a.changed_by')
    .leftJoin('staff as z', 'z.id', 'a.authorised_by')
    .leftJoin('staff as w', 'w.id', 'a.submitted_by')
    .selectAll('a')
    .select([
      's.display_name as started_by_name',
      'c.display_name as changed_by_name',
      'z.display_name as authorised_by_name',
      'w.display_name as submitted_by_name',
    ])
    .where('a.episode_id', '=', episodeId)
    .orderBy('a.started_on', 'desc')
    .limit(1)
    .executeTakeFirst();
}
export type Assessment = NonNullable<Awaited<ReturnType<typeof assessmentOf>>>;

/** Starts an assessment; returns its id. */
export async function insertAssessment(ctx: StaffCtx, episodeId: string): Promise<string> {
  const id = randomUUID();
  await ctx.tx
    .insertInto('assessment')
    .values({ id, episode_id: episodeId, started_on: today(ctx), started_by: ctx.who.staffId })
    .execute();
  return id;
}

/** All pages of an assessment: domains, children and needs. */
export async function pagesOf(ctx: Ctx, assessmentId: string) {
  const domains = await ctx.tx
    .selectFrom('assessment_domain as d')
    .innerJoin('staff as s', 's.id', 'd.changed_by')
    .selectAll('d')
    .select('s.display_name as changed_by_name')
    .where('d.assessment_id', '=', assessmentId)
    .execute();
  const children = await ctx.tx
    .selectFrom('assessment_child as c')
    .innerJoin('staff as s', 's.id', 'c.changed_by')
    .selectAll('c')
    .select('s.display_name as changed_by_name')
    .where('c.assessment_id', '=', assessmentId)
    .execute();
  const needs = await ctx.tx
    .selectFrom('assessment_need')
    .select('need_code')
    .where('assessment_id', '=', assessmentId)
    .orderBy('need_code')
    .execute();
  const evidence = await ctx.tx
    .selectFrom('assessment_evidence')
    .select(['domain', 'event_id'])
    .where('assessment_id', '=', assessmentId)
    .execute();
  return { domains, children, needs: needs.map((row) => row.need_code), evidence };
}
export type AssessmentPages = Awaited<ReturnType<typeof pagesOf>>;
export type DomainRow = AssessmentPages['domains'][number];
export type ChildRow = AssessmentPages['children'][number];

/** Last time's answers: the authorised assessment before this one in the same family, as far as the reader may open it. */
export async function lastTime(ctx: Ctx, familyId: string, before: { episodeId: string }) {
  const row = await ctx.tx
    .selectFrom('assessment as a')
    .innerJoin('early_help_episode as e', 'e.id', 'a.episode_id')
    .select(['a.id', 'a.authorised_at', 'a.so_what', 'a.what_next'])
    .where('e.family_id', '=', familyId)
    .where('e.id', '<>', before.episodeId)
    .where('a.state', '=', 'AUTHORISED')
    .orderBy('a.authorised_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ? { ...row, ...(await pagesOf(ctx, row.id)) } : null;
}

export interface DomainAnswer {
  strengths: string | null;
  needs: string | null;
  evidence: string | null;
  childView: string | null;
  parentView: string | null;
  score: number | null;
  confirmedUnchanged: boolean;
}

/** Writes a domain when its version is still the one the writer saw (0: not yet written); false when someone else saved first. */
export async function writeDomain(
  ctx: StaffCtx,
  key: { assessmentId: string; episodeId: string; domain: string },
  answer: DomainAnswer,
  seenVersion: number,
): Promise<boolean> {
  const values = {
    strengths: answer.strengths,
    needs: answer.needs,
    evidence: answer.evidence,
    child_view: answer.childView,
    parent_view: answer.parentView,
    score: answer.score,
    confirmed_unchanged: answer.confirmedUnchanged,
    changed_by: ctx.who.staffId,
    changed_at: ctx.now,
  };
  if (seenVersion === 0) {
    const { numInsertedOrUpdatedRows } = await ctx.tx
      .insertInto('assessment_domain')
      .values({ assessment_id: key.assessmentId, episode_id: key.episodeId, domain: key.domain, ...values })
      .onConflict((clash) => clash.doNothing())
      .executeTakeFirst();
    return numInsertedOrUpdatedRows === 1n;
  }
  const { numUpdatedRows } = await ctx.tx
    .updateTable('assessment_domain')
    .set({ ...values, version: seenVersion + 1 })
    .where('assessment_id', '=', key.assessmentId)
    .where('domain', '=', key.domain)
    .where('version', '=', seenVersion)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Replaces which events of the chronology stand as evidence for a domain. */
export async function writeEvidence(
  ctx: StaffCtx,
  key: { assessmentId: string; episodeId: string; domain: string },
  eventIds: readonly string[],
): Promise<void> {
  await ctx.tx.deleteFrom('assessment_evidence').where('assessment_id', '=', key.assessmentId).where('domain', '=', key.domain).execute();
  if (eventIds.length === 0) return;
  await ctx.tx
    .insertInto('assessment_evidence')
    .values(eventIds.map((event) => ({ assessment_id: key.assessmentId, episode_id: key.episodeId, domain: key.domain, event_id: event })))
    .execute();
}

export interface ChildAnswer {
  seenOn: string | null;
  seenAlone: boolean | null;
  notSeenBecause: string | null;
  how: string | null;
  ownWords: string | null;
  wordsMissing: string | null;
  shareWithFamily: boolean;
  adultSummary: string | null;
}

/** Writes a child's page when its version is still the one the writer saw; false when someone else saved first. */
export async function writeChild(
  ctx: StaffCtx,
  key: { assessmentId: string; episodeId: string; personId: string },
  answer: ChildAnswer,
  seenVersion: number,
): Promise<boolean> {
  const values = {
    seen_on: answer.seenOn,
    seen_alone: answer.seenAlone,
    not_seen_because: answer.notSeenBecause,
    how: answer.how,
    own_words: answer.ownWords,
    words_missing: answer.wordsMissing,
    share_with_family: answer.shareWithFamily,
    adult_summary: answer.adultSummary,
    changed_by: ctx.who.staffId,
    changed_at: ctx.now,
  };
  if (seenVersion === 0) {
    const { numInsertedOrUpdatedRows } = await ctx.tx
      .insertInto('assessment_child')
      .values({ assessment_id: key.assessmentId, episode_id: key.episodeId, person_id: key.personId, ...values })
      .onConflict((clash) => clash.doNothing())
      .executeTakeFirst();
    return numInsertedOrUpdatedRows === 1n;
  }
  const { numUpdatedRows } = await ctx.tx
    .updateTable('assessment_child')
    .set({ ...values, version: seenVersion + 1 })
    .where('assessment_id', '=', key.assessmentId)
    .where('person_id', '=', key.personId)
    .where('version', '=', seenVersion)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Replaces the needs found. */
export async function writeNeeds(ctx: StaffCtx, key: { assessmentId: string; episodeId: string }, codes: readonly string[]): Promise<void> {
  await ctx.tx.deleteFrom('assessment_need').where('assessment_id', '=', key.assessmentId).execute();
  if (codes.length > 0)
    await ctx.tx
      .insertInto('assessment_need')
      .values(codes.map((code) => ({ assessment_id: key.assessmentId, episode_id: key.episodeId, need_code: code })))
      .execute();
}

export interface AnalysisAnswer {
  whatLed: string | null;
  peoplePresent: string | null;
  soWhat: string | null;
  whatNext: string | null;
  parentComments: string | null;
  parentCommentsMissing: string | null;
  disagreement: string | null;
}

/** Writes the analysis when its version is still the one the writer saw; false when someone else saved first. */
export async function writeAnalysis(ctx: StaffCtx, id: string, answer: AnalysisAnswer, seenVersion: number): Promise<boolean> {
  const { numUpdatedRows } = await ctx.tx
    .updateTable('assessment')
    .set({
      what_led: answer.whatLed,
      people_present: answer.peoplePresent,
      so_what: answer.soWhat,
      what_next: answer.whatNext,
      parent_comments: answer.parentComments,
      parent_comments_missing: answer.parentCommentsMissing,
      disagreement: answer.disagreement,
      changed_by: ctx.who.staffId,
      changed_at: ctx.now,
      version: seenVersion + 1,
    })
    .where('id', '=', id)
    .where('version', '=', seenVersion)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Writes a change of state of an assessment. */
export async function writeAssessmentState(
  ctx: StaffCtx,
  id: string,
  state: AssessmentState,
  facts: { submitted_by?: string; submitted_at?: Date; authorised_by?: string; authorised_at?: Date; returned_why?: string | null },
): Promise<void> {
  await ctx.tx
    .updateTable('assessment')
    .set({ state, ...facts })
    .where('id', '=', id)
    .execute();
}
