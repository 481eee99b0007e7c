import { describe, expect, it } from 'vitest';
import { freshnessOf, type FreshnessRule } from './freshness.ts';
import { involvedFrom, isKeptByHand, isOwn, notKnown, sourceInWords, type FeedState, type InvolvedRow } from './involvement.ts';

const today = '2026-11-24';
const row: InvolvedRow = {
  id: 'i',
  agency_id: 'a',
  agency: 'Health Trust',
  agency_type: 'COMMUNITY_HEALTH',
  agency_phone: '0100',
  team_id: 't',
  team: 'Kestrel team',
  team_phone: '0200',
  staff_id: 's',
  practitioner_name: null,
  practitioner_phone: null,
  display_name: 'Ann Reed',
  staff_phone: '0300',
  staff_email: 'ann@example.org',
  away_until: null,
  left_on: null,
  cover_name: null,
  cover_phone: null,
  role: 'health visitor',
  is_lead: false,
  sensitive: false,
  started_on: '2024-01-01',
  ended_on: null,
  confirmed_at: new Date('2026-11-24T09:00:00Z'),
  recorded_at: new Date('2026-11-24T09:00:00Z'),
  source: 'Caseload',
  because_kind: null,
  because_id: null,
  feed: null,
  feed_late: false,
  feed_every_days: null,
  fresh_months: 6,
  stale_months: 12,
  fresh_rounds: null,
  stale_rounds: null,
};
const feed: FeedState = {
  name: 'Caseloads, weekly',
  covers: 'health visiting',
  agency: 'Health Trust',
  agencyType: 'COMMUNITY_HEALTH',
  lastLoadedAt: new Date('2026-11-01T03:00:00Z'),
  late: false,
};

describe('how to reach a practitioner now', () => {
  it.each<[string, Partial<InvolvedRow>, string]>([
    ['at work', {}, '0300, ann@example.org'],
    [
      'away with cover',
      { away_until: '2026-12-01', cover_name: 'Grace Obi', cover_phone: '0400' },
      'Away until 1 Dec. Covered by Grace Obi, 0400',
    ],
    ['away without cover', { away_until: '2026-12-01' }, 'Away until 1 Dec, no cover named. Ring Kestrel team, 0200'],
    ['back from leave', { away_until: '2026-11-20', cover_name: 'Grace Obi' }, '0300, ann@example.org'],
    ['left', { left_on: '2026-10-01' }, 'Left on 1 Oct, no cover named. Ring Kestrel team, 0200'],
    [
      'left with cover',
      { left_on: '2026-10-01', cover_name: 'Grace Obi', cover_phone: '0400' },
      'Left on 1 Oct. Covered by Grace Obi, 0400',
    ],
    ['leaving on Friday', { left_on: '2026-11-27' }, '0300, ann@example.org. Leaves on 27 Nov'],
    ['no number and no team', { staff_phone: null, staff_email: null, team: null }, 'No number of their own. Ring Health Trust, 0100'],
  ])('%s', (_, facts, words) => expect(involvedFrom({ ...row, ...facts }, today).reach).toBe(words));
});

const typed: FreshnessRule = { freshMonths: 6, staleMonths: 12, freshRounds: null, staleRounds: null };
const fed: FreshnessRule = { freshMonths: null, staleMonths: null, freshRounds: 3, staleRounds: 10 };
const work: FreshnessRule = { freshMonths: null, staleMonths: null, freshRounds: null, staleRounds: null };

describe('how fresh a fact is', () => {
  it.each<[string, FreshnessRule, string, number | null, string, string]>([
    ['typed today', typed, '2026-11-24', null, 'confirmed recently', 'Confirmed today'],
    ['typed six months ago to the day', typed, '2026-05-24', null, 'confirmed recently', 'Confirmed on 24 May'],
    ['typed a day longer ago', typed, '2026-05-23', null, 'not confirmed', 'Not confirmed for 6 months'],
    [
      'typed over a year ago',
      typed,
      '2025-09-01',
      null,
      'probably out of date',
      'Probably out of date: not confirmed for 14 months. Check before you rely on it',
    ],
    ['a nightly feed three nights late', fed, '2026-11-21', 1, 'confirmed recently', 'Confirmed on 21 Nov'],
    ['a nightly feed four nights late', fed, '2026-11-20', 1, 'not confirmed', 'Not confirmed for 4 days'],
    ['a weekly feed four days late', fed, '2026-11-20', 7, 'confirmed recently', 'Confirmed on 20 Nov'],
    [
      'a nightly feed eleven nights late',
      fed,
      '2026-11-13',
      1,
      'probably out of date',
      'Probably out of date: not confirmed for 11 days. Check before you rely on it',
    ],
    ['work that lasts', work, '2024-01-01', null, 'follows the work', 'Holds while the work it belongs to lasts'],
  ])('%s', (_, rule, confirmedOn, every, state, words) => expect(freshnessOf(rule, confirmedOn, every, today)).toEqual({ state, words }));

  it('names the feed, and says when it is late', () =>
    expect(sourceInWords(involvedFrom({ ...row, feed: 'Rolls', feed_late: true }, today))).toBe(
      'Source: Rolls (late: what it says may be out of date)',
    ));
});

describe('whose an involvement is', () => {
  const who = { staffId: 's', memberships: [{ teamId: 't', agencyId: 'a' }] };
  it('is the practitioner’s by name, else their team’s, else their agency’s', () => {
    const own = (facts: Partial<InvolvedRow>): boolean => isOwn(involvedFrom({ ...row, ...facts }, today), who);
    expect([own({}), own({ staff_id: 'other' }), own({ staff_id: null }), own({ staff_id: null, team_id: 'other' })]).toEqual([
      true,
      false,
      true,
      false,
    ]);
    expect([own({ staff_id: null, team_id: null }), own({ staff_id: null, team_id: null, agency_id: 'b' })]).toEqual([true, false]);
  });
  it('is kept by hand when typed or handed over; a feed’s and a piece of work’s keep themselves', () => {
    const kept = (facts: Partial<InvolvedRow>): boolean => isKeptByHand(involvedFrom({ ...row, ...facts }, today));
    expect([kept({ because_kind: 'typed' }), kept({ because_kind: 'handed-over' })]).toEqual([true, true]);
    expect([kept({ because_kind: 'referral' }), kept({ because_kind: 'roll', feed: 'Rolls' }), kept({ ended_on: today })]).toEqual([
      false,
      false,
      false,
    ]);
  });
});

describe('what could not be known', () => {
  const kinds = (involved: { agencyType: string; endedOn: string | null }[], feeds: FeedState[], age: number | null) =>
    Object.fromEntries(notKnown(involved, feeds, age, today).map((one) => [one.who, one.kind]));
  it('says not shared without a feed, feed late, or not held; and asks nothing about who is known', () => {
    expect(kinds([], [], 2)).toMatchObject({ 'Health visiting': 'not shared', Police: 'not shared' });
    expect(kinds([], [feed], 2)).toMatchObject({ 'Health visiting': 'not held' });
    expect(kinds([], [{ ...feed, late: true }], 2)).toMatchObject({ 'Health visiting': 'feed late' });
    expect(kinds([{ agencyType: 'COMMUNITY_HEALTH', endedOn: null }], [feed], 2)).not.toHaveProperty('Health visiting');
    expect(kinds([{ agencyType: 'COMMUNITY_HEALTH', endedOn: '2026-01-01' }], [feed], 2)).toHaveProperty('Health visiting');
  });
  it('asks what fits the age', () => {
    expect(kinds([], [], 15)).not.toHaveProperty('Health visiting');
    expect(kinds([], [], 15)).toHaveProperty('Youth justice');
    expect(kinds([], [], 3)).not.toHaveProperty('Schools');
  });
});
