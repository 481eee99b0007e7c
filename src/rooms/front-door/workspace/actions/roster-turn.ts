import type { StaffCtx } from '../../../../platform/access/ctx.ts';
import { invalid } from '../../../../platform/access/refusal.ts';
import { addDays, type PlainDate } from '../../../../platform/time/calendar-day.ts';
import { londonDate, londonInstant } from '../../../../platform/time/london.ts';
import { insertTurn } from '../duty.store.ts';

export interface RosterTurn {
  discipline: string;
  staffId: string;
  day: PlainDate;
  /** London time, "HH:MM". */
  from: string;
  to: string;
  /** How many weeks running, this one counted. */
  weeks: number;
}

const clock = (day: PlainDate, time: string): Date => {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return londonInstant(day, hour, minute);
};

/** Puts a colleague on the rota, for one week or several running; turns they have already are left as they are. Gives how many were added.
 *  Refuses a turn that ends before it begins or is over. */
export async function rosterTurn(ctx: StaffCtx, it: RosterTurn): Promise<number> {
  if (it.to <= it.from) throw invalid([{ field: 'to', message: 'The turn must end after it begins' }]);
  if (it.day < londonDate(ctx.now)) throw invalid([{ field: 'day', message: 'Day must be today or later' }]);
  let added = 0;
  for (let week = 0; week < it.weeks; week += 1) {
    const day = addDays(it.day, week * 7);
    const id = await insertTurn(ctx, {
      discipline: it.discipline,
      staffId: it.staffId,
      startsAt: clock(day, it.from),
      endsAt: clock(day, it.to),
    });
    if (id) added += 1;
  }
  return added;
}
