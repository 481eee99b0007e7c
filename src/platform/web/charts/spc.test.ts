import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { limitsOf } from './limits.ts';
import { spc, type SpcResult } from './spc.ts';

/** Twelve months worked out by hand: mean 138 / 12 = 11.5; moving ranges 2 1 2 3 2 1 2 3 2 1 2, together 21, mean 1.909; 2.66 times that is 5.078. */
const year = [10, 12, 11, 13, 10, 12, 11, 13, 10, 12, 11, 13];
const more = { better: 'more' } as const;
const letters = { outside: '!', trend: 't', 'near limit': 'n', 'one side': 's' } as const;
const signs = ({ points }: SpcResult): string => points.map(({ sign }) => (sign ? letters[sign] : '.')).join('');

describe('limits', () => {
  it('are the mean and 2.66 mean moving ranges either side', () => {
    const { mean, upper, lower, trial, from } = limitsOf(year, { fixedOn: 12, dropLargeRanges: false });
    expect(mean).toBe(11.5);
    expect(upper).toBeCloseTo(16.578, 3);
    expect(lower).toBeCloseTo(6.422, 3);
    expect({ trial, from }).toEqual({ trial: false, from: 12 });
  });

  it('leave out moving ranges over 3.267 times their mean, once, where asked', () => {
    // One leap to 40 and back: ranges 2 1 2 3 2 28 29 3 2 1 2, mean 75 / 11 = 6.818; 28 and 29 are over 22.27 and go: 18 / 9 = 2
    const leap = [10, 12, 11, 13, 10, 12, 40, 11, 14, 12, 11, 13];
    const kept = limitsOf(leap, { fixedOn: 12, dropLargeRanges: false });
    const dropped = limitsOf(leap, { fixedOn: 12, dropLargeRanges: true });
    expect(kept.upper - kept.mean).toBeCloseTo(2.66 * (75 / 11), 6);
    expect(dropped.upper - dropped.mean).toBeCloseTo(2.66 * 2, 6);
    expect(dropped.mean).toBe(kept.mean);
  });

  it('are fixed on the first twelve points and trial limits before that', () => {
    expect(limitsOf([...year, 60, 70], { fixedOn: 12, dropLargeRanges: true }).mean).toBe(11.5);
    expect(limitsOf(year.slice(0, 11), { fixedOn: 12, dropLargeRanges: true }).trial).toBe(true);
    expect(limitsOf([], { fixedOn: 12, dropLargeRanges: true })).toMatchObject({ mean: 0, upper: 0, lower: 0, trial: true });
    expect(limitsOf([7], { fixedOn: 12, dropLargeRanges: true })).toMatchObject({ mean: 7, upper: 7, lower: 7 });
  });
});

describe('signs that something changed', () => {
  it('says nothing of chance', () => expect(signs(spc(year, more))).toBe('............'));

  it('a point outside the limits', () => {
    expect(signs(spc([...year, 16.5], more))).toBe('.............');
    expect(signs(spc([...year, 16.6], more))).toBe('............!');
    expect(signs(spc([...year, 6.4], more))).toBe('............!');
  });

  it('seven points that each rise, or each fall; six do not, nor do two alike', () => {
    const long = { ...more, fixedOn: 19 };
    expect(signs(spc([...year, 9, 9.5, 10, 10.5, 11, 11.5, 12], long)).slice(12)).toBe('ttttttt');
    expect(signs(spc([...year, 9, 9.5, 10, 10.5, 11, 11.5, 11], long)).slice(12)).toBe('.......');
    expect(signs(spc([...year, 9, 9.5, 10, 10, 11, 11.5, 12], long)).slice(12)).toBe('.......');
  });

  it('two of three near a limit, same side: those two, not the one between', () => {
    // Two thirds of 5.078 is 3.385: beyond 14.885
    expect(signs(spc([...year, 15, 11, 15.2], more)).slice(12)).toBe('n.n');
    expect(signs(spc([...year, 15, 11, 8], more)).slice(12)).toBe('...');
    expect(signs(spc([...year, 15, 11, 11, 15], more)).slice(12)).toBe('....');
  });

  it('seven points on one side of the mean; a point on the mean breaks them', () => {
    expect(signs(spc([...year, 12, 13, 12, 13, 12, 13, 12], { ...more, fixedOn: 12 })).slice(12)).toBe('sssssss');
    const broken = spc([...year.slice(0, 11), 11, 12, 13, 12, 11.5, 12, 13, 12, 13], { ...more, fixedOn: 4 });
    expect(broken.points.slice(12).every(({ sign }) => sign === null)).toBe(true);
  });

  it('tells the first that holds: outside, then trend, then near a limit, then one side', () => {
    const rise = spc([...year, 12, 13, 14, 15, 15.5, 16, 17], more);
    expect(rise.points.slice(12).map(({ sign }) => sign)).toEqual(['trend', 'trend', 'trend', 'trend', 'trend', 'trend', 'outside']);
    const high = spc([...year, 12, 13, 12, 15, 15.5, 13, 12], more);
    expect(high.points.slice(12).map(({ sign }) => sign)).toEqual([
      'one side',
      'one side',
      'one side',
      'near limit',
      'near limit',
      'one side',
      'one side',
    ]);
  });

  it('says nothing of a series without any spread', () => expect(signs(spc(Array(20).fill(5), more))).toBe('.'.repeat(20)));
});

describe('better or worse', () => {
  it('depends on which way is better', () => {
    const up = [...year, 20];
    expect(spc(up, { better: 'more' }).latest?.variation).toBe('improvement');
    expect(spc(up, { better: 'less' }).latest?.variation).toBe('concern');
    expect(spc(up, { better: 'neither' }).latest?.variation).toBe('change');
    expect(spc(year, { better: 'more' }).latest?.variation).toBe('common');
  });

  it('a falling trend is a fall although it is still above the mean', () => {
    const fall = spc([...year, 16, 15.5, 15, 14.5, 14, 13.5, 13], more).points.at(-1);
    expect(fall).toMatchObject({ sign: 'trend', side: -1, variation: 'concern' });
  });
});

describe('assurance against a target', () => {
  it.each([
    ['more', 6, 'passes'],
    ['more', 12, 'hit and miss'],
    ['more', 17, 'fails'],
    ['less', 17, 'passes'],
    ['less', 12, 'hit and miss'],
    ['less', 6, 'fails'],
    ['neither', 12, null],
  ] as const)('%s is better, target %d: %s', (better, target, expected) => {
    expect(spc(year, { better, target }).assurance).toBe(expected);
  });

  it('is not told without a target or without points', () => {
    expect(spc(year, more).assurance).toBeNull();
    expect(spc([], { better: 'more', target: 3 })).toEqual({ points: [], latest: null, assurance: null });
  });
});

it('limits begin anew where the process was changed, and no sign reaches across', () => {
  const after = [20, 22, 21, 23, 20, 22, 21, 23, 20, 22, 21, 23];
  const { points, latest } = spc([...year, ...after], { better: 'more', target: 12, beginAnewAt: [12] });
  expect(points[11]?.limits.mean).toBe(11.5);
  expect(points[12]?.limits.mean).toBe(21.5);
  expect(points.every(({ sign }) => sign === null)).toBe(true);
  expect(latest?.limits.trial).toBe(false);
  expect(spc([...year, 20, 22], { better: 'more', beginAnewAt: [12] }).latest?.limits.trial).toBe(true);
});

it('a series turned upside down has the same signs on the other side', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -50, max: 50 }), { maxLength: 40 }), (values) => {
      const up = spc(values, more).points;
      const down = spc(
        values.map((value) => -value),
        more,
      ).points;
      expect(down.map(({ sign, side }) => [sign, side + 0])).toEqual(up.map(({ sign, side }) => [sign, -side + 0]));
    }),
  );
});
