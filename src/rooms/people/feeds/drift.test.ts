import { describe, expect, it } from 'vitest';
import { driftOf, type MonthCounts } from './drift.ts';
import { mayLetGo, runKindFor, stateAfter } from './feed.ts';

const month = (change: Partial<MonthCounts> = {}): MonthCounts => ({
  month: '2026-11-01',
  files: 1,
  largest: 10_000,
  taken: 9_900,
  rejected: 100,
  linked: 9_000,
  asked: 100,
  newPeople: 800,
  fields: [{ field: 'phone', given: 8_000, missing: 2_000, wrong: 0, agreed: 5_000, differed: 500 }],
  ...change,
});
const outside = (now: MonthCounts, before: MonthCounts[]): string[] =>
  driftOf(now, before)
    .filter((line) => line.outside)
    .map((line) => `${line.what} ${line.kind}`);

describe('drift', () => {
  it('marks nothing when a month is as the months before, or has none before it', () => {
    expect(outside(month(), [month(), month()])).toEqual([]);
    expect(outside(month({ rejected: 5_000 }), [])).toEqual([]);
  });

  it.each<[string, Partial<MonthCounts>, string[]]>([
    ['rows sent back', { rejected: 900 }, ['Sent back rows']],
    ['a smaller file', { largest: 5_000 }, ['Rows of the largest file volume']],
    ['more to ask about', { asked: 900 }, ['Linked rows', 'Asked about rows']],
    [
      'a field that is missing',
      { fields: [{ field: 'phone', given: 5_000, missing: 5_000, wrong: 0, agreed: 5_000, differed: 500 }] },
      ['phone missing'],
    ],
    [
      'a field that disagrees',
      { fields: [{ field: 'phone', given: 8_000, missing: 2_000, wrong: 0, agreed: 4_000, differed: 1_500 }] },
      ['phone differs'],
    ],
  ])('marks %s', (_what, change, marked) => expect(outside(month(change), [month(), month()])).toEqual(marked));

  it('does not mark a large feed for what nobody would act on, nor a small one for chance', () => {
    expect(outside(month({ rejected: 200 }), [month()])).toEqual([]);
    const small = (rejected: number): MonthCounts =>
      month({ largest: 20, taken: 20 - rejected, rejected, linked: 18, asked: 0, newPeople: 2, fields: [] });
    expect(outside(small(3), [small(1), small(0)])).toEqual([]);
  });
});

describe('a feed', () => {
  it.each([
    ['draft', 'dry run'],
    ['shadow', 'shadow'],
    ['live', 'load'],
    ['paused', 'dry run'],
  ] as const)('that is %s is read as a %s', (state, kind) => expect(runKindFor(state)).toBe(kind));

  it('whose mapping changed since it went live runs in shadow before it goes live again', () => {
    const paused = { state: 'paused', liveAgreedAt: new Date(1), mappingChangedAt: new Date(2) } as const;
    expect(() => stateAfter(paused, 'go live')).toThrow(/shadow first/);
    expect(stateAfter({ ...paused, mappingChangedAt: null }, 'go live')).toBe('live');
    expect(() => stateAfter({ ...paused, state: 'draft' }, 'go live')).toThrow(/cannot do that/);
    expect(() => stateAfter({ ...paused, state: 'ended' }, 'shadow')).toThrow(/cannot do that/);
  });

  it.each([
    [1000, 50, true],
    [1000, 51, false],
    [10, 1, true],
    [1, 1, false],
    [3, 2, false],
  ])('that named %i lets %i go by itself: %s', (known, gone, may) => expect(mayLetGo(known, gone, 5)).toBe(may));
});
