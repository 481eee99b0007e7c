import type { Ctx, StaffCtx } from '../../../platform/access/ctx.ts';
import { saw } from '../../../platform/access/ctx.ts';
import { runningClocks } from '../clocks.ts';
import { episodeStateCodes, type EpisodeState } from './early-help.codes.ts';
import { isEnded } from './episode.ts';

export type Whose = 'mine' | 'team' | 'all';
export interface FamiliesFilter {
  whose: Whose;
  state: EpisodeState | 'open' | 'ended';
}

const open = episodeStateCodes.filter((state) => !isEnded(state));
const ended = episodeStateCodes.filter(isEnded);
const mostRows = 500;

/** Families being helped (or helped before) as far as the reader may open their help, with the clock that is due first. At most 500. */
export async function familiesIn(ctx: StaffCtx, filter: FamiliesFilter) {
  const states = filter.state === 'open' ? open : filter.state === 'ended' ? ended : [filter.state];
  let query = ctx.tx
    .selectFrom('early_help_episode as e')
    .leftJoin('family as f', 'f.id', 'e.family_id')
    .leftJoin('team as t', 't.id', 'e.team_id')
    .leftJoin('lead_professional as l', (join) => join.onRef('l.episode_id', '=', 'e.id').on('l.state', '=', 'active'))
    .leftJoin('staff as s', 's.id', 'l.staff_id')
    .select([
      'e.id',
      'e.reference',
      'e.state',
      'e.requested_at',
      'e.next_review_on',
      'f.id as family_id',
      'f.name',
      't.name as team_name',
      's.display_name as lead_name',
      'l.staff_id as lead_staff_id',
      'e.stepped_up_at',
    ])
    .where('e.state', 'in', states);
  if (filter.whose === 'mine')
    query = query.where((eb) =>
      eb.or([eb('l.staff_id', '=', ctx.who.staffId), eb('l.backup_staff_id', '=', ctx.who.staffId), eb.exists(memberships(ctx))]),
    );
  if (filter.whose === 'team') query = query.where('e.team_id', 'in', teamsOf(ctx));
  const rows = await query.orderBy('e.requested_at').limit(mostRows).execute();
  const clocks = await runningClocks(
    ctx,
    'early-help',
    rows.map((row) => row.id),
  );
  saw(
    ctx,
    ...(await peopleOf(
      ctx,
      rows.flatMap((row) => row.family_id ?? []),
    )),
  );
  return rows.map((row) => ({ ...row, state: row.state as EpisodeState, clock: clocks.get(row.id)?.[0] ?? null }));
}
export type FamilyRow = Awaited<ReturnType<typeof familiesIn>>[number];

const memberships = (ctx: StaffCtx) =>
  ctx.tx
    .selectFrom('taf_member as m')
    .select('m.id')
    .whereRef('m.episode_id', '=', 'e.id' as never)
    .where('m.staff_id', '=', ctx.who.staffId)
    .where('m.accepted_at', 'is not', null)
    .where('m.left_on', 'is', null);

/** The person's own teams; an id nobody has when there are none, so that the list is empty. */
function teamsOf(ctx: StaffCtx): string[] {
  const teams = ctx.who.memberships.flatMap((held) => held.teamId ?? []);
  return teams.length > 0 ? teams : ['00000000-0000-0000-0000-000000000000'];
}

async function peopleOf(ctx: Ctx, familyIds: readonly string[]): Promise<string[]> {
  if (familyIds.length === 0) return [];
  const rows = await ctx.tx
    .selectFrom('family_member')
    .select('person_id')
    .where('family_id', 'in', [...familyIds])
    .where('valid_to', 'is', null)
    .execute();
  return rows.map((row) => row.person_id);
}
