import { describe, expect, test } from 'vitest';
import { exponentialBackoff } from './job.ts';
import { type Every, slotKey, slotOf } from './schedule.ts';

describe('slots of time', () => {
  test.each<[Every, string, string, string]>([
    ['1 minute', '02:00', '2026-11-24T10:00:59.999Z', '2026-11-24T10:00:00.000Z'],
    ['15 minutes', '02:00', '2026-11-24T10:29:00Z', '2026-11-24T10:15:00.000Z'],
    ['2 hours', '02:00', '2026-11-24T11:29:00Z', '2026-11-24T10:00:00.000Z'],
    ['10 seconds', '02:00', '2026-11-24T11:29:09Z', '2026-11-24T11:29:00.000Z'],
    ['1 day', '02:00', '2026-11-24T11:29:00Z', '2026-11-24T02:00:00.000Z'],
    ['1 day', '02:00', '2026-11-24T01:59:00Z', '2026-11-23T02:00:00.000Z'],
    ['1 day', '06:30', '2026-07-01T05:30:00Z', '2026-07-01T05:30:00.000Z'],
  ])('every %s (at %s), %s falls in the slot of %s', (every, at, now, slot) =>
    expect(slotOf(every, at, new Date(now)).toISOString()).toBe(slot),
  );

  test('a day with a changed clock has one slot all the same', () => {
    const slots = new Set<string>();
    for (let hour = 0; hour < 72; hour += 1) slots.add(slotKey('x', slotOf('1 day', '01:30', new Date(Date.UTC(2026, 9, 24, hour)))));
    expect([...slots]).toEqual([
      'slot:x:2026-10-23T00:30:00.000Z',
      'slot:x:2026-10-24T00:30:00.000Z',
      'slot:x:2026-10-25T00:30:00.000Z',
      'slot:x:2026-10-26T01:30:00.000Z',
    ]);
  });

  test('a length that is none is refused', () => expect(() => slotOf('0 minutes', '02:00', new Date())).toThrow(RangeError));
});

test('failed attempts are tried again after about 2, 4, 8 seconds and at most an hour and a fifth', () => {
  for (const [attempt, seconds] of [
    [1, 2],
    [2, 4],
    [3, 8],
    [12, 3600],
    [60, 3600],
  ] as const) {
    expect(Math.abs(exponentialBackoff(attempt) / 1_000 - seconds) / seconds).toBeLessThanOrEqual(0.2);
  }
});
