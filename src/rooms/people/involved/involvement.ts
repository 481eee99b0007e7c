import { daysBetween, type PlainDate } from '../../../platform/time/calendar-day.ts';
import { londonDate } from '../../../platform/time/london.ts';
import { shortDate, shortMoment } from '../../../platform/time/plain-dates.ts';

/** One practitioner working with a person, as "who is involved" shows it. */
export interface Involved {
  id: string;
  agencyId: string;
  agencyName: string;
  agencyType: string;
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
  cover: { name: string; phone: string | null; until: PlainDate } | null;
  confirmedAt: Date;
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
  source: string;
  because_kind: string | null;
  because_id: string | null;
  feed: string | null;
  feed_late: boolean;
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

const withPhone = (name: string, phone: string | null): string => (phone ? `${name}, ${phone}` : name);

/** How to reach a practitioner today: away, then their cover; left, then their team; else their own number. */
function reachOf(row: InvolvedRow, today: PlainDate): string {
  const team = row.team ? withPhone(row.team, row.team_phone ?? row.agency_phone) : withPhone(row.agency, row.agency_phone);
  if (row.left_on && row.left_on < today) return `Has left. Ring ${team}`;
  if (row.away_until && row.away_until >= today) {
    return row.cover_name
      ? `Away until ${shortDate(row.away_until, today)}. Covered by ${withPhone(row.cover_name, row.cover_phone ?? row.team_phone)}`
      : `Away until ${shortDate(row.away_until, today)}, no cover named. Ring ${team}`;
  }
  return [row.staff_phone ?? row.practitioner_phone, row.staff_email].filter(Boolean).join(', ') || `No number of their own. Ring ${team}`;
}

/** Puts one involvement in words. Pure. */
export function involvedFrom(row: InvolvedRow, today: PlainDate): Involved {
  const away = row.away_until !== null && row.away_until >= today && row.cover_name !== null;
  return {
    id: row.id,
    agencyId: row.agency_id,
    agencyName: row.agency,
    agencyType: row.agency_type,
    teamName: row.team,
    staffId: row.staff_id,
    practitioner: row.display_name ?? row.practitioner_name ?? row.team ?? row.agency,
    role: row.role,
    isLead: row.is_lead,
    sensitive: row.sensitive,
    startedOn: row.started_on,
    endedOn: row.ended_on,
    reach: reachOf(row, today),
    cover: away ? { name: row.cover_name ?? '', phone: row.cover_phone, until: row.away_until ?? today } : null,
    confirmedAt: row.confirmed_at,
    source: row.source,
    feedName: row.feed,
    feedLate: row.feed_late,
    becauseKind: row.because_kind,
    becauseId: row.because_id,
  };
}

/** "Confirmed today", "Confirmed 3 weeks ago", with the feed or person that said so. */
export function freshness(one: Pick<Involved, 'confirmedAt' | 'source' | 'feedName' | 'feedLate'>, today: PlainDate): string {
  const days = daysBetween(londonDate(one.confirmedAt), today);
  const when =
    days <= 0 ? 'today' : days === 1 ? 'yesterday' : days < 60 ? `${days} days ago` : `on ${shortMoment(one.confirmedAt, today)}`;
  const late = one.feedLate ? ' (late: what it says may be out of date)' : '';
  return `Confirmed ${when}. Source: ${one.feedName ?? one.source}${late}${days > 90 ? '. Check before you rely on it' : ''}`;
}

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
