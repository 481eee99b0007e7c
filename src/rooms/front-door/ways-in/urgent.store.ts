import type { Ctx, StaffCtx } from '../../../platform/access/ctx.ts';
import { clockConfiguration } from '../../../platform/time/clock-configuration.store.ts';
import { isHubOpen } from '../../../platform/time/hub-hours.ts';
import type { UrgentLine } from './urgent.ts';

/** Every line that has not ended, and those that ended in the last year. */
export async function urgentLines(ctx: Ctx): Promise<UrgentLine[]> {
  const rows = await ctx.tx.selectFrom('urgent_line').selectAll().orderBy('open').orderBy('valid_from').execute();
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    phone: row.phone,
    open: row.open,
    forWhom: row.for_whom,
    note: row.note,
    validFrom: row.valid_from,
    validTo: row.valid_to,
  }));
}

export type NewLine = Pick<UrgentLine, 'name' | 'phone' | 'open' | 'forWhom' | 'note'>;

/** Ends a line with a day; one that has not begun ends on the day it would have. */
export async function endLine(ctx: StaffCtx, id: string, lastDay: string): Promise<void> {
  await ctx.tx
    .updateTable('urgent_line')
    .set((eb) => ({ valid_to: eb.fn<string>('greatest', ['valid_from', eb.cast<string>(eb.val(lastDay), 'date')]) }))
    .where('id', '=', id)
    .execute();
}

/** Writes a line from a day on. */
export async function writeLine(ctx: StaffCtx, line: NewLine, validFrom: string): Promise<void> {
  await ctx.tx
    .insertInto('urgent_line')
    .values({
      name: line.name,
      phone: line.phone,
      open: line.open,
      for_whom: line.forWhom,
      note: line.note,
      valid_from: validFrom,
      changed_by: ctx.who.staffId,
    })
    .execute();
}

/** Whether the hub is open at this moment, by the opening hours in force. */
export async function hubOpenNow(ctx: Ctx, at: Date = ctx.now): Promise<boolean> {
  const { calendar } = await clockConfiguration(ctx);
  return isHubOpen(calendar.hubOpening, calendar.working, at);
}

export interface NewAction {
  contactId: string;
  doneAt: Date;
  kind: string;
  what: string;
  withWhom: string | null;
  outcome: string | null;
}

/** Adds to the immediate action log of a contact; nothing in it is changed later. */
export async function writeAction(ctx: StaffCtx, it: NewAction): Promise<void> {
  await ctx.tx
    .insertInto('immediate_action')
    .values({
      contact_id: it.contactId,
      done_at: it.doneAt,
      kind: it.kind,
      what: it.what,
      with_whom: it.withWhom,
      outcome: it.outcome,
      done_by: ctx.who.staffId,
      written_at: ctx.now,
    })
    .execute();
}

/** The immediate action log of some contacts, in the order things were done. */
export async function actionsOf(ctx: Ctx, contactIds: readonly string[]) {
  if (contactIds.length === 0) return [];
  return ctx.tx
    .selectFrom('immediate_action as a')
    .leftJoin('staff as s', 's.id', 'a.done_by')
    .selectAll('a')
    .select('s.display_name as done_by_name')
    .where('a.contact_id', 'in', [...contactIds])
    .orderBy('a.done_at')
    .orderBy('a.written_at')
    .execute();
}
export type LoggedAction = Awaited<ReturnType<typeof actionsOf>>[number];
