import { sql } from 'kysely';
import { saw, type Ctx, type StaffCtx } from '../../../platform/access/ctx.ts';
import type { PlainDate } from '../../../platform/time/calendar-day.ts';
import { londonDate } from '../../../platform/time/london.ts';
import { freshnessOf, type Freshness } from './freshness.ts';
import { nameOf } from '../person.ts';
import { londonDay } from '../today.ts';

/** An involvement the reader said they have, or typed for someone who is not a user: theirs to keep true. */
export interface Kept {
  id: string;
  personId: string;
  child: string;
  /** "You", or the practitioner it was typed for. */
  practitioner: string;
  role: string;
  startedOn: PlainDate;
  freshness: Freshness;
}

/** Involvements the reader keeps true, those least lately confirmed first. Work and feeds keep their own. */
export async function keptByMe(ctx: StaffCtx): Promise<Kept[]> {
  const rows = await ctx.tx
    .selectFrom('involvement as i')
    .innerJoin('person as p', 'p.id', 'i.person_id')
    .innerJoin('involvement_freshness as r', (on) => on.on('r.source_kind', '=', sql.lit('typed')))
    .select(['i.id', 'i.person_id', 'i.staff_id', 'i.practitioner_name', 'i.role', 'i.started_on', 'i.confirmed_at'])
    .select(['p.given_name', 'p.family_name', 'p.preferred_name'])
    .select(['r.fresh_months', 'r.stale_months', 'r.fresh_rounds', 'r.stale_rounds'])
    .where('i.ended_on', 'is', null)
    .where('i.feed_id', 'is', null)
    .where('i.because_kind', 'in', ['typed', 'handed-over'])
    .where((it) =>
      it.or([it('i.staff_id', '=', ctx.who.staffId), it.and([it('i.staff_id', 'is', null), it('i.recorded_by', '=', ctx.who.staffId)])]),
    )
    .orderBy('i.confirmed_at')
    .orderBy('p.family_name')
    .limit(300)
    .execute();
  saw(ctx, ...rows.map((row) => row.person_id));
  return rows.map((row) => ({
    id: row.id,
    personId: row.person_id,
    child: nameOf(row),
    practitioner: row.staff_id ? 'You' : (row.practitioner_name ?? 'Not named'),
    role: row.role,
    startedOn: row.started_on,
    freshness: freshnessOf(
      { freshMonths: row.fresh_months, staleMonths: row.stale_months, freshRounds: null, staleRounds: null },
      londonDate(row.confirmed_at),
      null,
      londonDay(ctx),
    ),
  }));
}

/** Confirms and ends several of the reader's own at once, today. Only those the reader keeps are touched; gives how many of each. */
export async function answerForMany(
  ctx: StaffCtx,
  still: readonly string[],
  ended: readonly string[],
): Promise<{ still: number; ended: number }> {
  const own = new Set((await keptByMe(ctx)).map((one) => one.id));
  const [yes, no] = [still.filter((id) => own.has(id) && !ended.includes(id)), ended.filter((id) => own.has(id))];
  if (yes.length > 0)
    await ctx.tx
      .updateTable('involvement')
      .set({ confirmed_at: ctx.now, source: `${ctx.who.name}, confirmed` })
      .where('id', 'in', yes)
      .execute();
  if (no.length > 0)
    await ctx.tx
      .updateTable('involvement')
      .set({ ended_on: sql<string>`greatest(started_on, ${londonDay(ctx)}::date)`, confirmed_at: ctx.now })
      .where('id', 'in', no)
      .execute();
  return { still: yes.length, ended: no.length };
}

/** The monthly question is answered: it is put away. */
export async function putQuestionAway(ctx: StaffCtx): Promise<void> {
  await ctx.tx
    .updateTable('alert')
    .set({ seen_at: ctx.now, seen_by: ctx.who.staffId })
    .where('staff_id', '=', ctx.who.staffId)
    .where('kind', '=', 'still-working')
    .where('seen_at', 'is', null)
    .execute();
}

/** For the worker: asks those whose own facts nobody confirmed for as long as the rule allows. */
export async function askWhoStillWorks(ctx: Ctx): Promise<void> {
  await sql`select access.ask_who_still_works(${ctx.now})`.execute(ctx.tx);
}
