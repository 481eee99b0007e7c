import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { may, saw, type Ctx, type StaffCtx } from '../../../platform/access/ctx.ts';
import { found, notFound, refused } from '../../../platform/access/refusal.ts';
import type { PlainDate } from '../../../platform/time/calendar-day.ts';
import { workKinds } from './freshness.ts';
import { involvedFrom, type FeedState, type Involved } from './involvement.ts';
import { mayOpen } from '../opening.store.ts';
import { personRow } from '../person.store.ts';
import { londonDay } from '../today.ts';

/** Someone starts to work with a person. Opens says how far their record opens: nothing, identity (who they are) or work (the help being given). */
export interface NewInvolvement {
  personId: string;
  agencyId: string;
  teamId?: string | null;
  staffId?: string | null;
  /** For a practitioner who is not a user. */
  practitionerName?: string | null;
  practitionerPhone?: string | null;
  /** What they do for the child: health visitor, lead professional. */
  role: string;
  opens: 'nothing' | 'identity' | 'work';
  isLead?: boolean;
  sensitive?: boolean;
  consentToShow?: boolean;
  startedOn?: PlainDate;
  becauseKind: string;
  becauseId: string;
  /** Who said so, in words. */
  source: string;
}

/** Records that someone works with a person and returns the involvement's id. While a shield waits for the shield desk, whoever is given
 *  the work may know the person too (a trigger sees to it). Throws refused with whom to ask for a restricted record, notFound for someone the writer may not
 *  see; error 42501 when the writer's role may not open records. */
export async function openInvolvement(ctx: StaffCtx, it: NewInvolvement): Promise<string> {
  await refuseUnlessSeen(ctx, it.personId);
  const id = randomUUID(); // not returned by the insert: a sensitive service is out of its writer's own sight
  await ctx.tx
    .insertInto('involvement')
    .values({
      id,
      person_id: it.personId,
      agency_id: it.agencyId,
      team_id: it.teamId ?? null,
      staff_id: it.staffId ?? null,
      practitioner_name: it.practitionerName ?? null,
      practitioner_phone: it.practitionerPhone ?? null,
      role: it.role,
      opens: it.opens,
      is_lead: it.isLead ?? false,
      sensitive: it.sensitive ?? false,
      consent_to_show: it.consentToShow ?? false,
      started_on: it.startedOn ?? londonDay(ctx),
      source: it.source,
      confirmed_at: ctx.now,
      because_kind: it.becauseKind,
      because_id: it.becauseId,
      recorded_by: it.becauseKind === 'typed' ? ctx.who.staffId : null,
    })
    .execute();
  saw(ctx, it.personId);
  return id;
}

/** Work with someone whose record is closed begins with those who may open it. */
async function refuseUnlessSeen(ctx: StaffCtx, personId: string): Promise<void> {
  const seen = await ctx.tx.selectFrom('person').select('id').where('id', '=', personId).executeTakeFirst();
  if (seen) return;
  const opening = may(ctx, 'index.look') ? await mayOpen(ctx, personId) : null;
  if (opening?.state !== 'restricted') throw notFound();
  throw refused(`This record is restricted. Contact ${opening.contactInstead ?? 'the privacy officer (DPO)'}: they can open it to you.`);
}

/** Ends the running involvements that a piece of work gave: all of them, one person's, or one practitioner's. Returns how many ended. */
export async function endInvolvement(
  ctx: Ctx,
  because: { becauseKind: string; becauseId: string; personId?: string; staffId?: string },
): Promise<number> {
  let ending = ctx.tx
    .updateTable('involvement')
    .set({ ended_on: sql<string>`greatest(started_on, ${londonDay(ctx)}::date)`, confirmed_at: ctx.now })
    .where('because_kind', '=', because.becauseKind)
    .where('because_id', '=', because.becauseId)
    .where('ended_on', 'is', null);
  if (because.personId) ending = ending.where('person_id', '=', because.personId);
  if (because.staffId) ending = ending.where('staff_id', '=', because.staffId);
  const ended = await ending.returning('person_id').execute();
  saw(ctx, ...ended.map((it) => it.person_id));
  return ended.length;
}

/** One involvement as the reader may see it, held for change. Throws notFound. */
export async function lockInvolvement(ctx: Ctx, involvementId: string) {
  return found(await ctx.tx.selectFrom('involvement').selectAll().where('id', '=', involvementId).forUpdate().executeTakeFirst());
}

/** Says again today that a practitioner is still involved. */
export async function markConfirmed(ctx: Ctx, involvementId: string, source: string): Promise<void> {
  await ctx.tx.updateTable('involvement').set({ confirmed_at: ctx.now, source }).where('id', '=', involvementId).execute();
}

/** Ends one involvement on a day. */
export async function markEnded(ctx: Ctx, involvementId: string, endedOn: PlainDate): Promise<void> {
  await ctx.tx.updateTable('involvement').set({ ended_on: endedOn, confirmed_at: ctx.now }).where('id', '=', involvementId).execute();
}

/** What "who is involved" shows of an involvement, its agency, team, practitioner, cover and feed. */
const shownColumns = [
  'i.id',
  'i.agency_id',
  'a.name as agency',
  'a.agency_type',
  'a.phone as agency_phone',
  'i.team_id',
  't.name as team',
  't.phone as team_phone',
  'i.staff_id',
  'i.practitioner_name',
  'i.practitioner_phone',
  's.display_name',
  's.phone as staff_phone',
  's.email as staff_email',
  's.away_until',
  's.left_on',
  'c.display_name as cover_name',
  'c.phone as cover_phone',
  'i.role',
  'i.is_lead',
  'i.sensitive',
  'i.started_on',
  'i.ended_on',
  'i.confirmed_at',
  'i.recorded_at',
  'i.source',
  'i.because_kind',
  'i.because_id',
  'f.name as feed',
  'r.fresh_months',
  'r.stale_months',
  'r.fresh_rounds',
  'r.stale_rounds',
] as const;

/** Who is working with a person, by agency: those running first, then those that ended in the last year, or ever. Sensitive services
 *  are not among them without consent: row-level security leaves them out. Throws notFound. */
export async function whoIsInvolved(
  ctx: Ctx,
  personId: string,
  ended: 'in the last year' | 'ever' = 'in the last year',
): Promise<Involved[]> {
  await personRow(ctx, personId);
  const today = londonDay(ctx);
  const rows = await ctx.tx
    .selectFrom('involvement as i')
    .innerJoin('agency as a', 'a.id', 'i.agency_id')
    .leftJoin('team as t', 't.id', 'i.team_id')
    .leftJoin('staff as s', 's.id', 'i.staff_id')
    .leftJoin('staff as c', 'c.id', 's.cover_staff_id')
    .leftJoin('feed as f', 'f.id', 'i.feed_id')
    .leftJoin('involvement_freshness as r', (on) => on.on('r.source_kind', '=', sourceKind))
    .where('i.person_id', '=', personId)
    .where((it) =>
      ended === 'ever' ? it.lit(true) : it.or([it('i.ended_on', 'is', null), it('i.ended_on', '>', sql<string>`${today}::date - 365`)]),
    )
    .select(shownColumns)
    .select([
      lateFeed(ctx).as('feed_late'),
      sql<number | null>`(extract(epoch from f.expected_every) / 86400)::float8`.as('feed_every_days'),
    ])
    .orderBy('i.ended_on', (it) => it.desc().nullsFirst())
    .orderBy('a.name')
    .orderBy('i.started_on')
    .execute();
  saw(ctx, personId);
  return rows.map((row) => involvedFrom(row, today));
}

/** Which rule of freshness holds for the row. */
const sourceKind = sql<string>`case when i.feed_id is not null then 'feed' when i.because_kind = any(${[...workKinds]}) then 'work' else 'typed' end`;

const lateFeed = (ctx: Ctx) =>
  sql<boolean>`f.id is not null and (f.last_loaded_at is null or f.last_loaded_at + f.expected_every < ${ctx.now})`;

/** Every source of facts from partner agencies that tells the index, with when it last came and whether it is late. One being set up or in
 *  shadow tells nothing yet. */
export async function feeds(ctx: Ctx): Promise<FeedState[]> {
  const rows = await ctx.tx
    .selectFrom('feed as f')
    .innerJoin('agency as a', 'a.id', 'f.agency_id')
    .select(['f.name', 'f.covers', 'f.last_loaded_at', 'a.name as agency', 'a.agency_type', lateFeed(ctx).as('late')])
    .where('f.state', 'in', ['live', 'paused'])
    .orderBy('f.name')
    .execute();
  return rows.map((row) => ({
    name: row.name,
    covers: row.covers,
    agency: row.agency,
    agencyType: row.agency_type,
    lastLoadedAt: row.last_loaded_at,
    late: row.late,
  }));
}
