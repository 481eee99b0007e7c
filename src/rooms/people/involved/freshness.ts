import { daysBetween, type PlainDate } from '../../../platform/time/calendar-day.ts';
import { addMonths, wholeMonthsBetween } from '../../../platform/time/calendar-months.ts';
import { shortDate } from '../../../platform/time/plain-dates.ts';

/** How long a fact counts as confirmed, by where it comes from (table involvement_freshness). Months for what people type, rounds for feeds. */
export interface FreshnessRule {
  freshMonths: number | null;
  staleMonths: number | null;
  freshRounds: number | null;
  staleRounds: number | null;
}

export type FreshnessState = 'follows the work' | 'confirmed recently' | 'not confirmed' | 'probably out of date';

/** How fresh a fact is: its state, and the same in words. */
export interface Freshness {
  state: FreshnessState;
  words: string;
}

/** "8 months", "9 days": how long ago, in the unit people would say. */
function howLong(from: PlainDate, today: PlainDate): string {
  const [months, days] = [wholeMonthsBetween(from, today), daysBetween(from, today)];
  if (months >= 2) return `${months} months`;
  return days === 1 ? '1 day' : `${days} days`;
}

/**
 * How an involvement last confirmed on a day stands today. `everyDays` is how often its feed should come; null for what was typed.
 * A fact confirmed exactly at the limit still counts as confirmed. Pure.
 */
export function freshnessOf(rule: FreshnessRule, confirmedOn: PlainDate, everyDays: number | null, today: PlainDate): Freshness {
  const rounds = everyDays ? daysBetween(confirmedOn, today) / everyDays : 0;
  const past = (months: number | null, most: number | null): boolean =>
    (months !== null && today > addMonths(confirmedOn, months)) || (most !== null && rounds > most);
  if (rule.freshMonths === null && rule.freshRounds === null)
    return { state: 'follows the work', words: 'Holds while the work it belongs to lasts' };
  const ago = howLong(confirmedOn, today);
  if (past(rule.staleMonths, rule.staleRounds))
    return { state: 'probably out of date', words: `Probably out of date: not confirmed for ${ago}. Check before you rely on it` };
  if (past(rule.freshMonths, rule.freshRounds)) return { state: 'not confirmed', words: `Not confirmed for ${ago}` };
  const when = daysBetween(confirmedOn, today) <= 0 ? 'today' : `on ${shortDate(confirmedOn, today)}`;
  return { state: 'confirmed recently', words: `Confirmed ${when}` };
}

/** What an involvement comes of, as the rule distinguishes it. */
export function sourceKindOf(because: string | null, fromFeed: boolean): 'feed' | 'work' | 'typed' {
  if (fromFeed) return 'feed';
  return because !== null && workKinds.has(because) ? 'work' : 'typed';
}

/** Kinds of work that open and end involvements themselves. */
export const workKinds: ReadonlySet<string> = new Set(['early-help', 'referral', 'strategy', 'contact', 'cover']);
