import { describe, expect, it } from 'vitest';
import { rooms } from '../../app.ts';
import { draftRoutes } from '../../platform/web/draft.routes.ts';
import { auditWords } from './audit-words.codes.ts';
import { byDay, type SeenRow } from './seen.ts';

const row = (it: Partial<SeenRow>): SeenRow => ({
  at: new Date('2026-11-24T10:00:00Z'),
  who: 'Con Officer',
  jobTitle: 'Officer',
  role: 'CO',
  agency: 'The council',
  actor: 'staff',
  action: 'desk.child.view',
  outcome: 'done',
  purpose: null,
  involvedAs: null,
  mine: false,
  ...it,
});

describe('who has seen a record, in words', () => {
  it('groups by London day and person, and says the same act once with its times', () => {
    const days = byDay([
      row({ at: new Date('2026-11-24T10:10:00Z') }),
      row({}),
      row({ who: 'Hetty', role: 'HV' }),
      row({ at: new Date('2026-11-23T23:50:00Z') }),
      row({ at: new Date('2026-07-01T23:30:00Z') }),
    ]);
    expect(days.map((day) => [day.day, day.lines.length])).toEqual([
      ['2026-11-24', 2],
      ['2026-11-23', 1],
      ['2026-07-02', 1],
    ]);
    expect(days[0]?.lines[0]?.acts).toEqual([{ words: 'Opened the child’s page', times: '10am, 10:10am' }]);
  });

  it('gives the reason stated, else the part they have in the child’s life, and never invents one', () => {
    const why = (it: Partial<SeenRow>): string | undefined => byDay([row(it)])[0]?.lines[0]?.why;
    expect(why({ purpose: 'School called', involvedAs: 'teacher' })).toBe('School called');
    expect(why({ involvedAs: 'Health visitor' })).toBe('Works with this child as health visitor');
    expect(why({})).toBe('By the duties of their role; no reason was asked for');
  });

  it('says who acted when nobody was signed in, and marks the reader', () => {
    expect(byDay([row({ actor: 'system', who: null, role: null, agency: null, jobTitle: null })])[0]?.lines[0]?.who).toBe(
      'Goldthread, by itself',
    );
    expect(byDay([row({ mine: true })])[0]?.lines[0]?.who).toBe('Con Officer (you)');
  });

  it('has plain words for every act a registered page or form is audited as', () => {
    const names = new Set([...draftRoutes, ...rooms.flatMap((room) => [...room.routes, ...(room.api ?? [])])].map((route) => route.audit));
    expect([...names].filter((name) => !(name in auditWords)).toSorted()).toEqual([]);
  });
});
