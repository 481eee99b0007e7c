import type { StaffCtx } from '../../../../platform/access/ctx.ts';
import { addDays } from '../../../../platform/time/calendar-day.ts';
import { londonDate } from '../../../../platform/time/london.ts';
import { endLine, writeLine, type NewLine } from '../urgent.store.ts';

/** Writes a number to call now: from today, or in place of another from tomorrow, which is answered until tonight. */
export async function addLine(ctx: StaffCtx, line: NewLine & { replaces: string | null }): Promise<void> {
  const today = londonDate(ctx.now);
  if (line.replaces) await endLine(ctx, line.replaces, today);
  await writeLine(ctx, line, line.replaces ? addDays(today, 1) : today);
}
