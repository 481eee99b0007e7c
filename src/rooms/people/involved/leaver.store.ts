import { sql } from 'kysely';
import { saw, type StaffCtx } from '../../../platform/access/ctx.ts';
import type { PlainDate } from '../../../platform/time/calendar-day.ts';
import { londonDay } from '../today.ts';

/** An involvement of a colleague who leaves, that must go to someone. */
export interface Held {
  involvementId: string;
  personId: string;
  child: string;
  dateOfBirth: PlainDate | null;
  role: string;
  isLead: boolean;
  becauseKind: string | null;
  since: PlainDate;
  coverName: string | null;
}

/** What a colleague who leaves holds, as far as the reader looks after them; by child. Nothing for anyone else's colleague. */
export async function heldBy(ctx: StaffCtx, staffId: string): Promise<Held[]> {
  const { rows } = await sql<Held>`
    select involvement_id as "involvementId", person_id as "personId", coalesce(child, 'Name not known') as child, date_of_birth as "dateOfBirth", role, is_lead as "isLead",
      because_kind as "becauseKind", since, cover_name as "coverName"
    from access.held_by_leavers(${staffId}::uuid) order by child, since`.execute(ctx.tx);
  saw(ctx, ...rows.map((row) => row.personId));
  return rows;
}

/** Gives some of a leaver's involvements to a colleague. How many went over, are covered, and could not go because the colleague may not know the child. */
export async function giveTo(
  ctx: StaffCtx,
  fromId: string,
  involvementIds: readonly string[],
  toId: string,
): Promise<{ over: number; covered: number; closed: number }> {
  const { rows } = await sql<{ person_id: string; outcome: string }>`
    select person_id, outcome from access.hand_over(${fromId}::uuid, ${[...involvementIds]}::uuid[], ${toId}::uuid)`.execute(ctx.tx);
  saw(ctx, ...rows.map((row) => row.person_id));
  const count = (outcome: string): number => rows.filter((row) => row.outcome === outcome).length;
  return { over: count('handed over'), covered: count('covered'), closed: count('closed') };
}

/** Whether the reader looks after a colleague: their team, their agency, or each other where nobody manages. */
export async function iLookAfter(ctx: StaffCtx, staffId: string): Promise<boolean> {
  const { rows } = await sql<{ yes: boolean }>`select ${staffId}::uuid = any(access.staff_i_manage()) as yes`.execute(ctx.tx);
  return rows[0]?.yes ?? false;
}

/** Names who stands in for a colleague, also after they left. False where the reader does not look after them. */
export async function nameCover(ctx: StaffCtx, staffId: string, coverId: string | null): Promise<boolean> {
  const { rows } = await sql<{ done: boolean }>`select access.name_cover(${staffId}::uuid, ${coverId}::uuid) as done`.execute(ctx.tx);
  return rows[0]?.done ?? false;
}

/** Colleagues who work in the same agency as someone, today and without a last day: those their work may go to. By name. */
export async function colleaguesOf(ctx: StaffCtx, staffId: string): Promise<{ value: string; text: string }[]> {
  const today = londonDay(ctx);
  const { rows } = await sql<{ value: string; text: string }>`
    select s.id as value, s.display_name || ', ' || s.job_title as text from staff s
    where s.left_on is null and s.id <> ${staffId} and exists (select 1 from membership m join membership f on f.agency_id = m.agency_id and f.staff_id = ${staffId}
      where m.staff_id = s.id and m.valid_from <= ${today} and m.valid_to is null)
    order by s.display_name limit 500`.execute(ctx.tx);
  return rows;
}

/** How many people a colleague works with by name; null unless the reader is that colleague or looks after them. */
export async function childrenHeldBy(ctx: StaffCtx, staffId: string): Promise<number | null> {
  const { rows } = await sql<{ held: number | null }>`select access.children_held_by(${staffId}::uuid) as held`.execute(ctx.tx);
  return rows[0]?.held ?? null;
}
