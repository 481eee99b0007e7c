import { sql } from 'kysely';
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
export const orderKeys = ['family', 'state', 'lead', 'team', 'since', 'due'] as const;
export type OrderKey = (typeof orderKeys)[number];
/** Which page of the list, from 1, in which order. */
export interface FamiliesOrder {
  key: OrderKey;
  direction: 'ascending' | 'descending';
  page: number;
}

/** Rows of one page: as many as someone looks through, and a page that stays light. */
export const familiesPageLength = 40;
const mostRows = 500;

/** One page of the families being helped (or helped before) whose help the reader may open, and how many there are in all. A page past
 *  the end is the first. */
export async function familiesPageOf(
  ctx: StaffCtx,
  filter: FamiliesFilter,
  order: FamiliesOrder,
): Promise<{ rows: FamilyRow[]; total: number }> {
  const wanted = await pick(ctx, filter, order, familiesPageLength);
  const { ids, total } = wanted.total === 0 && order.page > 1 ? await pick(ctx, filter, { ...order, page: 1 }, familiesPageLength) : wanted;
  return { rows: await detailsOf(ctx, ids), total };
}

/** Families being helped whose help the reader may open, due first. At most 500. */
export async function familiesIn(ctx: StaffCtx, filter: FamiliesFilter): Promise<FamilyRow[]> {
  const { ids } = await pick(ctx, filter, { key: 'due', direction: 'ascending', page: 1 }, mostRows);
  return detailsOf(ctx, ids);
}

const keys: Record<OrderKey, ReturnType<typeof sql>> = {
  family: sql`(select f.name from family f where f.id = e.family_id)`,
  state: sql`e.state`,
  lead: sql`(select s.display_name from lead_professional l join staff s on s.id = l.staff_id where l.episode_id = e.id and l.state = 'active')`,
  team: sql`(select t.name from team t where t.id = e.team_id)`,
  since: sql`e.requested_at`,
  due: sql`(select min(c.due_at) from clock c where c.subject_kind = 'early-help' and c.subject_id = e.id and c.met_at is null and c.cancelled_at is null)`,
};

/** Which episodes stand on a page, in order, and how many there are: names are looked up afterwards, for the page alone. */
async function pick(
  ctx: StaffCtx,
  filter: FamiliesFilter,
  order: FamiliesOrder,
  length: number,
): Promise<{ ids: string[]; total: number }> {
  const states = filter.state === 'open' ? open : filter.state === 'ended' ? ended : [filter.state];
  const direction = order.direction === 'ascending' ? sql`asc` : sql`desc`;
  const { rows } = await sql<{ id: string; total: number }>`
    select e.id, count(*) over () as total from early_help_episode e
    where e.state = any(${states}) and ${whoseAre(ctx, filter.whose)}
    order by ${keys[order.key]} ${direction} nulls last, e.requested_at, e.id limit ${length} offset ${(order.page - 1) * length}`.execute(
    ctx.tx,
  );
  return { ids: rows.map((row) => row.id), total: Number(rows[0]?.total ?? 0) };
}

function whoseAre(ctx: StaffCtx, whose: Whose) {
  const me = ctx.who.staffId;
  if (whose === 'all') return sql`true`;
  if (whose === 'team') return sql`e.team_id = any(${ctx.who.memberships.flatMap((held) => held.teamId ?? [])}::uuid[])`;
  return sql`e.id in (
    select l.episode_id from lead_professional l where l.state = 'active' and (l.staff_id = ${me} or l.backup_staff_id = ${me})
    union all select m.episode_id from taf_member m where m.staff_id = ${me} and m.accepted_at is not null and m.left_on is null)`;
}

async function detailsOf(ctx: StaffCtx, ids: readonly string[]) {
  if (ids.length === 0) return [];
  const found = await ctx.tx
    .selectFrom('early_help_episode as e')
    .leftJoin('family as f', 'f.id', 'e.family_id')
    .leftJoin('team as t', 't.id', 'e.team_id')
    .leftJoin('lead_professional as l', (join) => join.onRef('l.episode_id', '=', 'e.id').on('l.state', '=', 'active'))
    .leftJoin('staff as s', 's.id', 'l.staff_id')
    .select(['e.id', 'e.reference', 'e.state', 'e.requested_at', 'e.next_review_on', 'f.id as family_id', 'f.name', 't.name as team_name'])
    .select(['s.display_name as lead_name', 'l.staff_id as lead_staff_id', 'e.stepped_up_at'])
    .where('e.id', 'in', [...ids])
    .execute();
  const clocks = await runningClocks(ctx, 'early-help', ids);
  saw(
    ctx,
    ...(await peopleOf(
      ctx,
      found.flatMap((row) => row.family_id ?? []),
    )),
  );
  const rows = found.map((row) => ({ ...row, state: row.state as EpisodeState, clock: clocks.get(row.id)?.[0] ?? null }));
  return rows.sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id));
}
export type FamilyRow = Awaited<ReturnType<typeof detailsOf>>[number];

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
