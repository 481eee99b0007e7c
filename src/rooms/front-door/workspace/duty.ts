/** The duty rota, pure: turns, what is wanted, and where nobody is on duty. Times are instants; a day is a London day. */
import type { PlainDate } from '../../../platform/time/calendar-day.ts';
import { weekdayOf } from '../../../platform/time/calendar-day.ts';
import { londonInstant } from '../../../platform/time/london.ts';

/** One person on duty for a discipline from then to then. `away` on that day; `standInId` whoever covers them. */
export interface Turn {
  id: string;
  discipline: string;
  staffId: string;
  name: string;
  startsAt: Date;
  endsAt: Date;
  away: boolean;
  standInId: string | null;
  standInName: string | null;
}

/** A discipline wanted on a weekday (1 Monday to 7 Sunday), "HH:MM" London time. */
export interface Need {
  discipline: string;
  weekday: number;
  opens: string;
  closes: string;
  people: number;
}

/** Hours in which fewer people are on duty than are wanted. */
export interface Gap {
  discipline: string;
  from: Date;
  to: Date;
  missing: number;
}

/** A turn counts when its person is there, or somebody stands in for them. */
export const isStaffed = (turn: Turn): boolean => !turn.away || turn.standInId !== null;

/** Who is to be asked now: whoever is there, else who stands in. Null when the turn is nobody's. */
export const answersNow = (turn: Turn): { id: string; name: string } | null =>
  !turn.away
    ? { id: turn.staffId, name: turn.name }
    : turn.standInId
      ? { id: turn.standInId, name: turn.standInName ?? 'A colleague' }
      : null;

const at = (day: PlainDate, time: string): Date => {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return londonInstant(day, hour, minute);
};

/** Where a working day has fewer people on duty than wanted, discipline by discipline; neighbouring hours together. */
export function gapsOn(day: PlainDate, needs: readonly Need[], turns: readonly Turn[]): Gap[] {
  return needs
    .filter((need) => need.weekday === weekdayOf(day))
    .flatMap((need) =>
      gapsOf(
        need,
        at(day, need.opens),
        at(day, need.closes),
        turns.filter((turn) => turn.discipline === need.discipline && isStaffed(turn)),
      ),
    );
}

function gapsOf(need: Need, opens: Date, closes: Date, turns: readonly Turn[]): Gap[] {
  const edges = turns.flatMap((turn) => [turn.startsAt, turn.endsAt]).filter((edge) => edge > opens && edge < closes);
  const marks = [opens, ...edges.toSorted((a, b) => a.getTime() - b.getTime()), closes];
  const gaps: Gap[] = [];
  for (const [place, from] of marks.slice(0, -1).entries()) {
    const to = marks[place + 1] ?? closes;
    const there = new Set(turns.filter((turn) => turn.startsAt <= from && turn.endsAt >= to).map((turn) => turn.staffId)).size;
    const missing = need.people - there;
    const last = gaps.at(-1);
    if (missing <= 0 || from.getTime() === to.getTime()) continue;
    if (last && last.to.getTime() === from.getTime() && last.missing === missing) last.to = to;
    else gaps.push({ discipline: need.discipline, from, to, missing });
  }
  return gaps;
}

/** Turns that run at a moment. */
export const runningAt = (turns: readonly Turn[], moment: Date): Turn[] =>
  turns.filter((turn) => turn.startsAt <= moment && turn.endsAt > moment);
