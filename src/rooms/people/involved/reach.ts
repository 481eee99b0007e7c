import type { PlainDate } from '../../../platform/time/calendar-day.ts';
import { shortDate } from '../../../platform/time/plain-dates.ts';

/** What is known about how to reach a practitioner. Dates are London days; null is not known. */
export interface Reachable {
  phone: string | null;
  email: string | null;
  team: string | null;
  teamPhone: string | null;
  agency: string;
  agencyPhone: string | null;
  awayUntil: PlainDate | null;
  leftOn: PlainDate | null;
  coverName: string | null;
  coverPhone: string | null;
}

export const withPhone = (name: string, phone: string | null): string => (phone ? `${name}, ${phone}` : name);

/** "Kestrel team, 0200": whom to ring when the practitioner cannot be reached. */
const teamOf = (one: Reachable): string =>
  one.team ? withPhone(one.team, one.teamPhone ?? one.agencyPhone) : withPhone(one.agency, one.agencyPhone);

/** Away today, or gone for good: someone else answers for them. */
export const isOut = (one: Pick<Reachable, 'awayUntil' | 'leftOn'>, today: PlainDate): boolean =>
  (one.leftOn !== null && one.leftOn < today) || (one.awayUntil !== null && one.awayUntil >= today);

/** Why they cannot be reached, and who answers for them; null while they are at work. */
export function coverOf(one: Reachable, today: PlainDate): string | null {
  if (!isOut(one, today)) return null;
  const why =
    one.leftOn && one.leftOn < today ? `Left on ${shortDate(one.leftOn, today)}` : `Away until ${shortDate(one.awayUntil ?? today, today)}`;
  return one.coverName
    ? `${why}. Covered by ${withPhone(one.coverName, one.coverPhone ?? one.teamPhone)}`
    : `${why}, no cover named. Ring ${teamOf(one)}`;
}

/** How to reach a practitioner today, in words: their cover while they are away or once they left; else their own number, or the team's. */
export function reachNow(one: Reachable, today: PlainDate): string {
  const cover = coverOf(one, today);
  if (cover) return cover;
  const own = [one.phone, one.email].filter(Boolean).join(', ') || `No number of their own. Ring ${teamOf(one)}`;
  return one.leftOn ? `${own}. Leaves on ${shortDate(one.leftOn, today)}` : own;
}
