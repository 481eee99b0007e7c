import { describe, expect, it } from 'vitest';
import { sortedPairs } from './radix.ts';

describe('keys and their rows', () => {
  it('are put in order of the keys, ties staying as they stood', () => {
    const keys = Uint32Array.of(7, 4_000_000_000, 7, 0, 65_536, 1, 99);
    const rows = Int32Array.of(0, 1, 2, 3, 4, 5, 99);
    const sorted = sortedPairs(keys, rows, 6);
    expect([...sorted.keys.subarray(0, 6)]).toEqual([0, 1, 7, 7, 65_536, 4_000_000_000]);
    expect([...sorted.rows.subarray(0, 6)]).toEqual([3, 5, 0, 2, 4, 1]);
  });
});
