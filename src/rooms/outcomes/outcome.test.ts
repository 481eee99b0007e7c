import { describe, expect, it } from 'vitest';
import { mayBeCited, ownerMissing, stagesFor, suits } from './outcome.ts';

describe('the pathway', () => {
  it.each<[number | null, string[]]>([
    [null, ['minus9m', 'birth']],
    [0, ['birth', 'by2']],
    [1, ['by2']],
    [2, ['by5']],
    [4, ['by5']],
    [5, ['by11']],
    [10, ['by11']],
    [11, ['by18']],
    [17, ['by18']],
    [18, ['by25']],
    [24, ['by25']],
    [26, ['by25']],
  ])('at age %s leads to %s', (age, stages) => {
    expect(stagesFor(age)).toEqual(stages);
  });

  it('offers a family’s outcomes to a goal for the whole family, and a child’s to a child', () => {
    expect(suits({ stageId: 'any', subject: 'family' }, 'family')).toBe(true);
    expect(suits({ stageId: 'by11', subject: 'child' }, 'family')).toBe(false);
    expect(suits({ stageId: 'by11', subject: 'child' }, { ageInYears: 7 })).toBe(true);
  });

  it('lets an outcome be cited on its last day and not after', () => {
    const outcome = { validFrom: '2013-04-01', validTo: '2026-11-24' };
    expect([mayBeCited(outcome, '2026-11-24'), mayBeCited(outcome, '2026-11-25'), mayBeCited(outcome, '2013-03-31')]).toEqual([
      true,
      false,
      false,
    ]);
  });

  it('wants a named owner for every outcome in use (G1), not for a retired one', () => {
    const outcome = { owner: null, ownerBoard: 'The board', validFrom: '2013-04-01', validTo: null };
    expect(ownerMissing(outcome, '2026-11-24')).toContain('The board');
    expect(ownerMissing({ ...outcome, validTo: '2026-01-01' }, '2026-11-24')).toBeNull();
    expect(ownerMissing({ ...outcome, owner: { staffId: 'x', name: 'Dora', jobTitle: 'Director' } }, '2026-11-24')).toBeNull();
  });
});
