import type { PlainDate } from '../../../platform/time/calendar-day.ts';
import { londonDate } from '../../../platform/time/london.ts';
import { shortMoment } from '../../../platform/time/plain-dates.ts';
import { freshnessOf, sourceKindOf, type Freshness } from './freshness.ts';
import { isOut, reachNow, type Reachable } from './reach.ts';

/** One practitioner working with a person, as "who is involved" shows it. */
export interface Involved {
  id: string;
  agencyId: string;
  agencyName: string;
  agencyType: string;
  teamId: string | null;
  teamName: string | null;
  staffId: string | null;
  practitioner: string;
  role: string;
  isLead: boolean;
  sensitive: boolean;
  startedOn: PlainDate;
  endedOn: PlainDate | null;
  /** How to reach them now, in words: their own number, their cover, or the team. */
  reach: string;
  cover: { name: string; phone: string | null; until: PlainDate | null } | null;
  confirmedAt: Date;
  /** When it was first written here. */
  recordedAt: Date;
  freshness: Freshness;
  source: string;
  feedName: string | null;
  feedLate: boolean;
  becauseKind: string | null;
  becauseId: string | null;
}

export interface InvolvedRow {
  id: string;
  agency_id: string;
  agency: string;
  agency_type: string;
  agency_phone: string | null;
  team_id: string | null;
  team: string | null;
  team_phone: string | null;
  staff_id: string | null;
  practitioner_name: string | null;
  practitioner_phone: string | null;
  display_name: string | null;
  staff_phone: string | null;
  staff_email: string | null;
  away_until: string | null;
  left_on: string | null;
  cover_name: string | null;
  cover_phone: string | null;
  role: string;
  is_lead: boolean;
  sensitive: boolean;
  started_on: string;
  ended_on: string | null;
  confirmed_at: Date;
  recorded_at: Date;
  source: string;
  because_kind: string | null;
  because_id: string | null;
  feed: string | null;
  feed_late: boolean;
  feed_every_days: number | null;
  fresh_months: number | null;
  stale_months: number | null;
  fresh_rounds: number | null;
  stale_rounds: number | null;
}

/** A source of facts from a partner agency. */
export interface FeedState {
  name: string;
  covers: string;
  agency: string;
  agencyType: string;
  lastLoadedAt: Date | null;
  late: boolean;
}

/** What the row tells of reaching the practitioner. */
const reachableFrom = (row: InvolvedRow): Reachable => ({
  phone: row.staff_phone ?? row.practitioner_phone,
  email: row.staff_email,
  team: row.team,
  teamPhone: row.team_phone,
  agency: row.agency,
  agencyPhone: row.agency_phone,
  awayUntil: row.away_until,
  leftOn: row.left_on,
  coverName: row.cover_name,
  coverPhone: row.cover_phone,
});

/** How the fact stands by the rule for where it comes from. */
const freshnessFrom = (row: InvolvedRow, today: PlainDate): Freshness =>
  freshnessOf(
    { freshMonths: row.fresh_months, staleMonths: row.stale_months, freshRounds: row.fresh_rounds, staleRounds: row.stale_rounds },
    londonDate(row.confirmed_at),
    row.feed_every_days,
    today,
  );

/** Puts one involvement in words. Pure. */
export function involvedFrom(row: InvolvedRow, today: PlainDate): Involved {
  const reachable = reachableFrom(row);
  const covered = isOut(reachable, today) && row.cover_name !== null;
  return {
    id: row.id,
    agencyId: row.agency_id,
    agencyName: row.agency,
    agencyType: row.agency_type,
    teamId: row.team_id,
    teamName: row.team,
    staffId: row.staff_id,
    practitioner: row.display_name ?? row.practitioner_name ?? row.team ?? row.agency,
    role: row.role,
    isLead: row.is_lead,
    sensitive: row.sensitive,
    startedOn: row.started_on,
    endedOn: row.ended_on,
    reach: reachNow(reachable, today),
    cover: covered ? { name: row.cover_name ?? '', phone: row.cover_phone, until: row.away_until } : null,
    confirmedAt: row.confirmed_at,
    recordedAt: row.recorded_at,
    freshness: freshnessFrom(row, today),
    source: row.source,
    feedName: row.feed,
    feedLate: row.feed_late,
    becauseKind: row.because_kind,
    becauseId: row.because_id,
  };
}

/** "School rolls, nightly", "Ann Reed, typed", and whether the feed is late. */
export const sourceInWords = (one: Pick<Involved, 'source' | 'feedName' | 'feedLate'>): string =>
  `Source: ${one.feedName ?? one.source}${one.feedLate ? ' (late: what it says may be out of date)' : ''}`;

/** Whether the involvement is the reader's own: theirs by name, their team's, or their whole agency's. */
export function isOwn(
  one: Pick<Involved, 'staffId' | 'teamId' | 'agencyId'>,
  who: { staffId: string; memberships: readonly { teamId: string | null; agencyId: string }[] },
): boolean {
  if (one.staffId) return one.staffId === who.staffId;
  return who.memberships.some((post) => (one.teamId ? post.teamId === one.teamId : post.agencyId === one.agencyId));
}

/** Whether people keep it true here: what was typed or handed over. A feed's facts end with the feed, those of work with the work. */
export const isKeptByHand = (one: Pick<Involved, 'becauseKind' | 'feedName' | 'endedOn'>): boolean =>
  one.endedOn === null && one.feedName === null && sourceKindOf(one.becauseKind, false) === 'typed';

/** Agencies whose part in a child's life one would ask about, and what each would tell. */
const askedAbout: readonly { types: readonly string[]; who: string; from: number; to: number }[] = [
  { types: ['COMMUNITY_HEALTH'], who: 'Health visiting', from: 0, to: 5 },
  { types: ['EARLY_YEARS'], who: 'Early years settings', from: 0, to: 5 },
  { types: ['SCHOOL'], who: 'Schools', from: 4, to: 19 },
  { types: ['GP'], who: 'GP practices', from: 0, to: 120 },
  { types: ['LA_YOT'], who: 'Youth justice', from: 10, to: 19 },
  { types: ['POLICE'], who: 'Police', from: 0, to: 120 },
  { types: ['LA_HOUSING'], who: 'Housing', from: 0, to: 120 },
  { types: ['PROBATION'], who: 'Probation', from: 0, to: 120 },
];

export interface NotKnown {
  who: string;
  kind: 'not held' | 'not shared' | 'feed late';
  words: string;
}

/** What could not be known, and why: nothing held in a feed that came, no feed at all, or a feed that is late. Never "nobody". */
export function notKnown(
  involved: readonly Pick<Involved, 'agencyType' | 'endedOn'>[],
  sources: readonly FeedState[],
  ageInYears: number | null,
  today: PlainDate,
): NotKnown[] {
  const age = ageInYears ?? 0;
  return askedAbout
    .filter(
      (ask) => age >= ask.from && age <= ask.to && !involved.some((one) => one.endedOn === null && ask.types.includes(one.agencyType)),
    )
    .map((ask) => {
      const own = sources.filter((feed) => ask.types.includes(feed.agencyType));
      const late = own.find((feed) => feed.late);
      if (own.length === 0)
        return { who: ask.who, kind: 'not shared' as const, words: 'Not shared: no feed is agreed. Ask them directly.' };
      if (late)
        return {
          who: ask.who,
          kind: 'feed late' as const,
          words: `Feed late: ${late.name} ${late.lastLoadedAt ? `last came ${shortMoment(late.lastLoadedAt, today)}` : 'has never come'}. Ask them directly.`,
        };
      return {
        who: ask.who,
        kind: 'not held' as const,
        words: `Not held: ${own.map((feed) => feed.name).join(', ')} came on time and names nobody.`,
      };
    });
}
