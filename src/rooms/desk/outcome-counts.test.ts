import { describe, expect, it } from 'vitest';
import { headline, moreThanOpen, pathwayCounts } from './outcome-counts.ts';

const row = (outcomeId: string, state: string, count: number, baseline = 3, latest = 5) => ({
  outcomeId,
  state,
  count,
  baseline: baseline * count,
  latest: latest * count,
});

describe('goals by outcome', () => {
  it('counts by state, with the mean of the scale at the start and now', () => {
    const { lines, all } = pathwayCounts(
      ['A', 'B'],
      [row('A', 'working', 10), row('A', 'achieved', 20, 3, 8), row('B', 'working', 30, 4, 4)],
    );
    expect(lines.get('A')).toEqual({ outcomeId: 'A', total: 30, working: 10, achieved: 20, dropped: 0, scale: { start: 3, now: 7 } });
    expect(all).toMatchObject({ total: 60, working: 40, scale: { start: 3.5, now: 5.5 } });
  });

  it('shows no mean where the number of goals is not shown', () => {
    const { lines } = pathwayCounts(['A', 'B', 'C'], [row('A', 'working', 3), row('B', 'working', 30), row('C', 'working', 40)]);
    expect(lines.get('A')).toMatchObject({ total: 'small', working: 'small', scale: null });
    expect([lines.get('B')?.total, lines.get('C')?.total]).toContain('protects another');
  });

  it('gives an outcome nobody cites its zeros', () => {
    expect(pathwayCounts(['A'], []).lines.get('A')).toEqual({ outcomeId: 'A', total: 0, working: 0, achieved: 0, dropped: 0, scale: null });
  });

  it.each([
    [20, 8, 12],
    [20, 20, 0],
    [20, 17, 'not said'],
    [8, 2, 6],
    ['small', 1, 'not said'],
    ['protects another', 4, 'not said'],
    [0, 0, 0],
  ] as const)('of %s goals, %s open: %s more', (total, open, more) => {
    expect(moreThanOpen(total, open)).toBe(more);
  });

  it('says in the headline only what may be shown', () => {
    const line = (label: string, total: number | 'small' | 'protects another') => ({ label, stage: 'By age 5', total });
    expect(headline([line('Safe', 214), line('Ready', 90)], 304)).toBe('Most goals are about “Safe” (by age 5): 214 of 304');
    expect(headline([line('Safe', 'small')], 'small')).toBe('So few goals cite these outcomes that no number can be shown');
    expect(headline([line('Safe', 0)], 0)).toBe('No goal cites these outcomes yet');
  });
});
