import { describe, expect, it } from 'vitest';
import { freshness, involvedFrom, notKnown, type FeedState, type InvolvedRow } from './involvement.ts';

const today = '2026-11-24';
const row: InvolvedRow = {
  id: 'i',
  agency_id: 'a',
  agency: 'Health Trust',
  agency_type: 'COMMUNITY_HEALTH',
  agency_phone: '0100',
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
  source: 'Caseload',
  because_kind: null,
  because_id: null,
  feed: null,
  feed_late: false,
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
    ['left', { left_on: '2026-10-01' }, 'Has left. Ring Kestrel team, 0200'],
    ['no number and no team', { staff_phone: null, staff_email: null, team: null }, 'No number of their own. Ring Health Trust, 0100'],
  ])('%s', (_, facts, words) => expect(involvedFrom({ ...row, ...facts }, today).reach).toBe(words));
});

describe('how fresh a fact is', () => {
  it.each<[string, Partial<InvolvedRow>, string]>([
    ['typed today', {}, 'Confirmed today. Source: Caseload'],
    [
      'by a late feed',
      { feed: 'Rolls', feed_late: true, confirmed_at: new Date('2026-11-20T09:00:00Z') },
      'Confirmed 4 days ago. Source: Rolls (late: what it says may be out of date)',
    ],
    [
      'long ago',
      { confirmed_at: new Date('2026-06-01T09:00:00Z') },
      'Confirmed on 1 Jun at 10am. Source: Caseload. Check before you rely on it',
    ],
  ])('%s', (_, facts, words) => expect(freshness(involvedFrom({ ...row, ...facts }, today), today)).toBe(words));
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
