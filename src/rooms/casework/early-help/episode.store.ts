import type { Ctx, StaffCtx } from '../../../platform/access/ctx.ts';
import { found } from '../../../platform/access/refusal.ts';
import { londonDate } from '../../../platform/time/london.ts';
import type { EpisodeState } from './early-help.codes.ts';

export interface EpisodeToInsert {
  id: string;
  familyId: string;
  reason: string;
  requestedByAgency: string | null;
  contactId: string | null;
  teamId: string | null;
}

/** Writes a request for early help. Nothing is read back: whoever asks need not be able to open it. */
export async function insertEpisode(ctx: StaffCtx, row: EpisodeToInsert): Promise<void> {
  await ctx.tx
    .insertInto('early_help_episode')
    .values({
      id: row.id,
      family_id: row.familyId,
      state: 'REQUESTED',
      requested_at: ctx.now,
      requested_by: ctx.who.staffId,
      requested_by_agency: row.requestedByAgency,
      request_reason: row.reason,
      contact_id: row.contactId,
      team_id: row.teamId,
    })
    .execute();
}

/** One episode with its team and lead; throws notFound when there is none the reader may open. */
export async function episodeById(ctx: Ctx, id: string) {
  return found(
    await ctx.tx
      .selectFrom('early_help_episode as e')
      .leftJoin('team as t', 't.id', 'e.team_id')
      .leftJoin('agency as a', 'a.id', 'e.requested_by_agency')
      .leftJoin('lead_professional as l', (join) => join.onRef('l.episode_id', '=', 'e.id').on('l.state', '=', 'active'))
      .leftJoin('staff as ls', 'ls.id', 'l.staff_id')
      .leftJoin('staff as bs', 'bs.id', 'l.backup_staff_id')
      .leftJoin('staff as sb', 'sb.id', 'e.story_by')
      .leftJoin('agency as la', 'la.id', 'l.agency_id')
      .selectAll('e')
      .select([
        't.name as team_name',
        'a.name as agency_name',
        'l.staff_id as lead_staff_id',
        'l.backup_staff_id',
        'ls.display_name as lead_name',
        'ls.phone as lead_phone',
        'bs.display_name as backup_name',
        'sb.display_name as story_by_name',
        'la.name as lead_agency',
      ])
      .where('e.id', '=', id)
      .executeTakeFirst(),
  );
}
export type Episode = Awaited<ReturnType<typeof episodeById>>;

/** Takes an episode for change; throws notFound when there is none the reader may change. */
export async function lockEpisode(ctx: Ctx, id: string) {
  return found(await ctx.tx.selectFrom('early_help_episode').selectAll().where('id', '=', id).forUpdate().executeTakeFirst());
}

/** What may be written with a change of state. */
export interface EpisodeFacts {
  agreed_on?: string;
  not_agreed_reason?: string;
  assessed_on?: string;
  team_formed_on?: string;
  plan_agreed_on?: string;
  next_review_on?: string | null;
  closure_code?: string | null;
  closure_summary?: string | null;
  closure_family_view?: string | null;
  closure_asked_by?: string | null;
  closure_asked_at?: Date | null;
  closure_approved_by?: string;
  closed_on?: string;
  moved_to?: string;
  sustain_due_on?: string | null;
  sustained?: string;
  sustained_note?: string | null;
  sustained_on?: string;
  stepped_up_at?: Date | null;
  step_up_reason?: string | null;
  team_id?: string;
  story?: string;
  story_by?: string;
  story_at?: Date;
}

/** Writes facts of an episode, and the state they lead to where it changes; the change is a row of its own. */
export async function writeEpisode(
  ctx: Ctx,
  id: string,
  what: string,
  facts: EpisodeFacts,
  state?: EpisodeState,
  recordId: string | null = null,
): Promise<void> {
  await ctx.tx
    .updateTable('early_help_episode')
    .set((eb) => ({ ...facts, ...(state ? { state } : {}), version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  await noteChange(ctx, id, what, state ?? null, recordId);
}

/** Writes that something happened in an episode: who, when, what, never its words. */
export async function noteChange(
  ctx: Ctx,
  episodeId: string,
  what: string,
  toState: EpisodeState | null = null,
  recordId: string | null = null,
): Promise<void> {
  await ctx.tx
    .insertInto('episode_change')
    .values({
      episode_id: episodeId,
      at: ctx.now,
      by_staff: ctx.who.kind === 'staff' ? ctx.who.staffId : null,
      what,
      to_state: toState,
      record_id: recordId,
    })
    .execute();
}

/** The history of an episode, latest first. */
export async function changesOf(ctx: Ctx, episodeId: string) {
  return ctx.tx
    .selectFrom('episode_change as c')
    .leftJoin('staff as s', 's.id', 'c.by_staff')
    .select(['c.at', 'c.what', 'c.to_state', 's.display_name as by_name'])
    .where('c.episode_id', '=', episodeId)
    .orderBy('c.at', 'desc')
    .limit(100)
    .execute();
}

/** Episodes of a family the reader may open, latest first. */
export async function episodesOfFamily(ctx: Ctx, familyId: string) {
  return ctx.tx
    .selectFrom('early_help_episode')
    .select(['id', 'reference', 'state', 'requested_at', 'closed_on', 'closure_code'])
    .where('family_id', '=', familyId)
    .orderBy('requested_at', 'desc')
    .execute();
}

/** The date in London of this request. */
export const today = (ctx: Ctx): string => londonDate(ctx.now);
