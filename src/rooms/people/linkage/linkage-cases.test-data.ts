import { Columns } from './columns.ts';
import { Comparer } from './compare.ts';
import type { LinkageRecord } from './linkage-record.ts';
import { prepare, type PreparedRecord } from './prepare.ts';

/** A prepared record of the facts given. */
export const record = (facts: Partial<LinkageRecord>): PreparedRecord => prepare({ id: 'case', ...facts });

/** Levels of two records, no word being common. */
export function levelsOf(one: PreparedRecord, other: PreparedRecord): Uint8Array {
  const columns = new Columns(2);
  columns.add(one);
  columns.add(other);
  const comparer = new Comparer(columns, { given: () => -8, family: () => -8 });
  comparer.compare(0, 1);
  return comparer.levels;
}
