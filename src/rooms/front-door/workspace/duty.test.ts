import { describe, expect, it } from 'vitest';
import { londonInstant } from '../../../platform/time/london.ts';
import { answersNow, gapsOn, runningAt, type Need, type Turn } from './duty.ts';

const tuesday = '2026-11-24';
const need: Need = { discipline: 'health', weekday: 2, opens: '09:00', closes: '17:00', people: 1 };

function turn(from: number, to: number, facts: Partial<Turn> = {}): Turn {
  return {
    id: `${from}`,
    discipline: 'health',
    staffId: `s${from}`,
    name: 'Nia',
    startsAt: londonInstant(tuesday, from),
    endsAt: londonInstant(tuesday, to),
    away: false,
    standInId: null,
    standInName: null,
    ...facts,
  };
}
const hours = (turns: Turn[], needs: Need[] = [need]) =>
  gapsOn(tuesday, needs, turns).map((gap) => [gap.from.getUTCHours(), gap.to.getUTCHours(), gap.missing]);

describe('the gaps of a rota', () => {
  it('is the whole day where nobody is on duty, and nothing where somebody is', () => {
    expect(hours([])).toEqual([[9, 17, 1]]);
    expect(hours([turn(9, 17)])).toEqual([]);
    expect(hours([turn(8, 18)])).toEqual([]);
  });

  it('is the hours before, between and after', () => {
    expect(hours([turn(10, 12), turn(13, 16)])).toEqual([
      [9, 10, 1],
      [12, 13, 1],
      [16, 17, 1],
    ]);
  });

  it('counts people, not turns: two of one person are one', () => {
    const two = { ...need, people: 2 };
    expect(hours([turn(9, 17)], [two])).toEqual([[9, 17, 1]]);
    expect(hours([turn(9, 17), turn(9, 17, { staffId: 'other' })], [two])).toEqual([]);
    expect(hours([turn(9, 17), turn(9, 17)], [two])).toEqual([[9, 17, 1]]);
  });

  it('shows who is away as a gap, unless somebody stands in', () => {
    expect(hours([turn(9, 17, { away: true })])).toEqual([[9, 17, 1]]);
    expect(hours([turn(9, 17, { away: true, standInId: 'c' })])).toEqual([]);
  });

  it('wants nothing of another discipline or another weekday', () => {
    expect(hours([turn(9, 17, { discipline: 'police' })])).toEqual([[9, 17, 1]]);
    expect(gapsOn('2026-11-25', [need], [])).toEqual([]);
  });
});

describe('who is asked', () => {
  it('is whoever is there, else the stand-in, else nobody', () => {
    expect(answersNow(turn(9, 17))?.id).toBe('s9');
    expect(answersNow(turn(9, 17, { away: true, standInId: 'c', standInName: 'Cy' }))).toEqual({ id: 'c', name: 'Cy' });
    expect(answersNow(turn(9, 17, { away: true }))).toBeNull();
  });

  it('is on duty from the first moment and not at the last', () => {
    expect(runningAt([turn(9, 17)], londonInstant(tuesday, 9))).toHaveLength(1);
    expect(runningAt([turn(9, 17)], londonInstant(tuesday, 17))).toHaveLength(0);
  });
});
