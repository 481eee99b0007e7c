import { dayNumber } from './days.ts';
import { addHousehold, type Making } from './household.ts';
import { institutionsOf } from './institutions.ts';
import { testNhsNumbers } from './numbers.ts';
import type { Population } from './population-types.ts';

/** What a borough is made from. `asOf` is today (2026-11-22): ages, school years and open work are counted from it. */
export type Recipe = { seed: number; children: number; asOf: string; batchChildren?: number };

/**
 * Makes a synthetic borough shaped like Harrow, batch by batch, so that 100,000 children never stand in memory at once.
 * The same seed, number and day give the same people whatever the size of a batch. Nobody in it is real.
 */
export function* populate({ seed, children, asOf, batchChildren = 2000 }: Recipe): Generator<Population> {
  const institutions = institutionsOf(seed);
  const making: Making = { seed, asOf: dayNumber(asOf), institutions, nhsNumbers: testNhsNumbers(seed), pupilSerials: new Map() };
  const { schools, practices } = institutions;
  let left = children;
  let number = 0;
  while (left > 0) {
    const batch: Population = {
      households: [],
      people: [],
      relationships: [],
      addresses: [],
      identifiers: [],
      schools,
      enrolments: [],
      practices,
      registrations: [],
    };
    for (let made = 0; made < batchChildren && left > 0;) {
      const added = addHousehold(++number, left, making, batch);
      made += added;
      left -= added;
    }
    yield batch;
  }
}
