import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ShownCount } from '../../platform/web/patterns/small-number.tsx';
import { suppress, suppressOne, type ShownTable } from './suppression.ts';

/** What a reader may think a shown count is: itself; 1 to 5; or 6 and more (and, where no word tells small from large, anything but none). */
function couldBe(count: ShownCount, value: number, words: { tellsSmall: boolean }): boolean {
  if (typeof count === 'number') return value === count;
  if (!words.tellsSmall) return value > 0;
  return count === 'small' ? value >= 1 && value <= 5 : value >= 6;
}

/** Tries every table up to a bound that agrees with what is shown; returns for each place of the grid the values it takes. */
function attack(table: ShownTable, most: number): Set<number>[][] {
  const { cells, rowTotals, columnTotals, total } = table;
  const everything = [...cells.flat(), ...rowTotals, ...columnTotals, total];
  const words = { tellsSmall: everything.some((count) => count === 'small') };
  const flat = cells.flat();
  const width = columnTotals.length;
  const found = [...cells.map((row) => [...row, 0]), [...columnTotals, 0]].map((row) => row.map(() => new Set<number>()));
  const guess = (values: number[]): void => {
    const index = values.length;
    if (index === flat.length) return judge(values);
    for (let value = 0; value <= most; value++) if (couldBe(flat[index]!, value, words)) guess([...values, value]);
  };
  const judge = (values: number[]): void => {
    const rows = cells.map((_, at) => values.slice(at * width, (at + 1) * width));
    const sums = rows.map((row) => row.reduce((a, b) => a + b, 0));
    const columns = columnTotals.map((_, at) => rows.reduce((a, row) => a + row[at]!, 0));
    const all = sums.reduce((a, b) => a + b, 0);
    if (
      !couldBe(total, all, words) ||
      sums.some((value, at) => !couldBe(rowTotals[at]!, value, words)) ||
      columns.some((value, at) => !couldBe(columnTotals[at]!, value, words))
    )
      return;
    [...rows.map((row, at) => [...row, sums[at]!]), [...columns, all]].forEach((row, r) =>
      row.forEach((value, c) => found[r]![c]!.add(value)),
    );
  };
  guess([]);
  return found;
}

describe('suppressing small counts', () => {
  it.each([
    [0, 0],
    [1, 'small'],
    [5, 'small'],
    [6, 6],
    [214, 214],
  ])('shows a single count of %s as %s', (count, expected) => {
    expect(suppressOne(count)).toBe(expected);
  });

  it('shows a table without small counts whole', () => {
    expect(
      suppress([
        [10, 0, 7],
        [6, 12, 30],
      ]),
    ).toEqual({
      cells: [
        [10, 0, 7],
        [6, 12, 30],
      ],
      rowTotals: [17, 48],
      columnTotals: [16, 12, 37],
      total: 65,
    });
  });

  it.each<[string, number[][]]>([
    [
      'one small count in a full table',
      [
        [3, 20, 30],
        [40, 50, 60],
        [70, 80, 90],
      ],
    ],
    [
      'a small count alone in its row',
      [
        [3, 0, 0],
        [40, 50, 60],
      ],
    ],
    [
      'a small count alone in its column',
      [
        [3, 20],
        [0, 50],
      ],
    ],
    ['one row only', [[2, 9]]],
    ['one outcome and nothing else', [[4]]],
    [
      'a row whose total is small',
      [
        [1, 2, 0],
        [30, 20, 10],
      ],
    ],
    [
      'two small counts that their total would give away',
      [
        [5, 1, 20],
        [20, 20, 20],
      ],
    ],
    [
      'a large count just above the limit',
      [
        [5, 6],
        [6, 6],
      ],
    ],
    [
      'every count small',
      [
        [1, 2],
        [3, 4],
      ],
    ],
  ])('leaves nothing to be worked out: %s', (_, counts) => {
    const table = suppress(counts);
    const values = attack(table, 12 + Math.max(0, ...counts.flat().filter((count) => count < 12)));
    const small = counts.flatMap((row, r) => row.flatMap((count, c) => (count >= 1 && count <= 5 ? [[r, c] as const] : [])));
    expect(small.length).toBeGreaterThan(0);
    for (const [r, c] of small) expect(typeof table.cells[r]![c]).toBe('string');
    if (counts.flat().every((count) => count <= 12)) for (const [r, c] of small) expect(values[r]![c]!.size).toBeGreaterThan(1);
  });

  it('hides no more than three others for one small count in a full table', () => {
    const { cells, rowTotals, columnTotals, total } = suppress([
      [3, 20, 30],
      [40, 50, 60],
      [70, 80, 90],
    ]);
    const hidden = [...cells.flat(), ...rowTotals, ...columnTotals, total].filter((count) => typeof count === 'string');
    expect(hidden.filter((count) => count === 'small')).toHaveLength(1);
    expect(hidden.length).toBeLessThanOrEqual(4);
  });

  it('never lets a reader who tries every possible table find a small count, and never shows a wrong one', () => {
    const table = fc.integer({ min: 1, max: 3 }).chain((rows) =>
      fc.integer({ min: 1, max: rows === 3 ? 2 : 3 }).chain((columns) =>
        fc.array(
          fc.array(fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 5 }), fc.integer({ min: 6, max: 9 })), {
            minLength: columns,
            maxLength: columns,
          }),
          { minLength: rows, maxLength: rows },
        ),
      ),
    );
    fc.assert(
      fc.property(table, (counts) => {
        const answer = suppress(counts);
        const values = attack(answer, 11);
        const truth = [
          ...counts.map((row) => [...row, row.reduce((a, b) => a + b, 0)]),
          [...counts[0]!.map((_, c) => counts.reduce((a, row) => a + row[c]!, 0)), counts.flat().reduce((a, b) => a + b, 0)],
        ];
        const given = [...answer.cells.map((row, r) => [...row, answer.rowTotals[r]!]), [...answer.columnTotals, answer.total]];
        truth.forEach((row, r) =>
          row.forEach((count, c) => {
            const word = given[r]![c]!;
            if (typeof word === 'number') expect(word).toBe(count);
            if (count >= 1 && count <= 5) {
              expect(typeof word).toBe('string');
              expect(values[r]![c]!.size).toBeGreaterThan(1);
            }
            if (count === 0) expect(word).toBe(0);
          }),
        );
      }),
      { numRuns: 300 },
    );
  });
});
