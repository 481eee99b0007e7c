import { saw, type Ctx } from '../../../platform/access/ctx.ts';
import { episodeStates, type EpisodeState } from './early-help.codes.ts';

/** What a child's page shows of the help under way. */
export interface ChildStory {
  episodeId: string;
  reference: string;
  href: string;
  state: EpisodeState;
  stateWords: string;
  /** Written by the lead professional, with its age. */
  story: string | null;
  storyBy: string | null;
  storyAt: Date | null;
  lead: { staffId: string; name: string; phone: string | null } | null;
  backup: string | null;
  goals: {
    id: string;
    words: string;
    outcomeId: string;
    outcome: string;
    baseline: number;
    latest: number;
    target: number;
    state: string;
  }[];
  nextMeetingAt: Date | null;
  nextReviewOn: string | null;
  ownWords: { words: string; on: string } | null;
}

/** The open (else latest) early help of a child's family: its story, lead, goals with progress, next dates and the child's own words.
 *  Null when there is none the reader may open. */
export async function storyOf(ctx: Ctx, personId: string): Promise<ChildStory | null> {
  const episode = await ctx.tx
    .selectFrom('early_help_episode as e')
    .innerJoin('family_member as m', 'm.family_id', 'e.family_id')
    .leftJoin('lead_professional as l', (join) => join.onRef('l.episode_id', '=', 'e.id').on('l.state', '=', 'active'))
    .leftJoin('staff as s', 's.id', 'l.staff_id')
    .leftJoin('staff as b', 'b.id', 'l.backup_staff_id')
    .leftJoin('staff as w', 'w.id', 'e.story_by')
    .select([
      'e.id',
      'e.reference',
      'e.state',
      'e.story',
      'e.story_at',
      'e.next_review_on',
      'w.display_name as story_by_name',
      's.id as lead_id',
      's.display_name as lead_name',
      's.phone as lead_phone',
      'b.display_name as backup_name',
    ])
    .where('m.person_id', '=', personId)
    .where('m.valid_to', 'is', null)
    .orderBy((eb) => eb('e.closed_on', 'is', null), 'desc')
    .orderBy('e.requested_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!episode) return null;
  saw(ctx, personId);
  const [goals, meeting, words] = [await goalsOf(ctx, episode.id), await nextMeeting(ctx, episode.id), await latestWords(ctx, personId)];
  return {
    episodeId: episode.id,
    reference: episode.reference,
    href: `/early-help/${episode.id}`,
    state: episode.state as EpisodeState,
    stateWords: episodeStates[episode.state as EpisodeState],
    story: episode.story,
    storyBy: episode.story_by_name,
    storyAt: episode.story_at,
    backup: episode.backup_name,
    nextReviewOn: episode.next_review_on,
    nextMeetingAt: meeting,
    goals,
    ownWords: words,
    lead: episode.lead_id ? { staffId: episode.lead_id, name: episode.lead_name ?? '', phone: episode.lead_phone } : null,
  };
}

async function goalsOf(ctx: Ctx, episodeId: string): Promise<ChildStory['goals']> {
  return ctx.tx
    .selectFrom('plan_goal as g')
    .innerJoin('outcome as o', 'o.id', 'g.outcome_id')
    .innerJoin('published_goal_progress as p', 'p.goal_id', 'g.id')
    .select(['g.id', 'g.family_words as words', 'o.id as outcomeId', 'o.label as outcome', 'g.baseline', 'g.target', 'g.state', 'p.latest'])
    .where('g.episode_id', '=', episodeId)
    .orderBy('g.position')
    .execute() as Promise<ChildStory['goals']>;
}

async function nextMeeting(ctx: Ctx, episodeId: string): Promise<Date | null> {
  const row = await ctx.tx
    .selectFrom('taf_meeting')
    .select('planned_for')
    .where('episode_id', '=', episodeId)
    .where('state', '=', 'planned')
    .orderBy('planned_for')
    .executeTakeFirst();
  return row?.planned_for ?? null;
}

async function latestWords(ctx: Ctx, personId: string): Promise<ChildStory['ownWords']> {
  const row = await ctx.tx
    .selectFrom('assessment_child')
    .select(['own_words', 'changed_at'])
    .where('person_id', '=', personId)
    .where('own_words', 'is not', null)
    .orderBy('changed_at', 'desc')
    .executeTakeFirst();
  return row?.own_words ? { words: row.own_words, on: row.changed_at.toISOString().slice(0, 10) } : null;
}
