import type { Columns } from './columns.ts';
import { allEntries } from './entries-threads.ts';
import type { Entries } from './entries.ts';
import { partTables } from './key-parts.ts';

/** Where each row stands in its blocks. In `posts` blocks lie one after another, rows ascending; a row written as -row-1 begins a block. */
export interface Blocks {
  posts: Int32Array;
  /** For each row from `starts[row]` to `starts[row + 1]`: its places in `posts`. */
  places: Int32Array;
  starts: Int32Array;
  /** For each place of `places`, how many rows before it are looked at. */
  windows: Uint8Array;
  /** Kinds taken with the pairs each brings (pairs met by several are counted by each), and kinds left out. */
  taken: readonly { name: string; pairs: number }[];
  left: readonly string[];
}

/** Pairs a record for which the windows of `keys.ts` were set. */
const usualBudget = 60;

/** Kinds that are always taken, and of the broad ones those the file makes narrow enough, as long as the whole stays within `budget` pairs a record. */
function choose(all: readonly Entries[], count: number, room: number, budget: number): { chosen: Entries[]; left: string[] } {
  const chosen: Entries[] = [];
  const left: string[] = [];
  let pairs = 0;
  for (const entries of all) {
    if (entries.rows.length === 0) continue;
    const { most } = entries;
    const broad = most !== undefined && (entries.pairs > most * room * count || pairs + entries.pairs > budget * count);
    if (broad) left.push(entries.name);
    else {
      chosen.push(entries);
      pairs += entries.pairs;
    }
  }
  return { chosen, left };
}

const shared = (length: number): Int32Array => new Int32Array(new SharedArrayBuffer(Math.max(length, 1) * 4));

/** Puts every row into its blocks. `budget` is the most pairs a record the broad keys may add up to. What comes out does not depend on the threads. */
export async function makeBlocks(columns: Columns, budget: number, threads: number): Promise<Blocks> {
  const { cells, count } = columns;
  const room = Math.min(Math.max(budget / usualBudget, 1), 12);
  const all = await allEntries({ cells, count, tables: partTables(columns), room }, threads);
  const { chosen, left } = choose(all, count, room, budget);
  const total = chosen.reduce((sum, entries) => sum + entries.rows.length, 0);
  const starts = shared(columns.count + 1);
  for (const { rows } of chosen) for (let k = 0; k < rows.length; k++) starts[rows[k]! + 1]!++;
  for (let row = 0; row < columns.count; row++) starts[row + 1]! += starts[row]!;
  const [posts, places] = [shared(total), shared(total)];
  const windows = new Uint8Array(new SharedArrayBuffer(Math.max(total, 1)));
  const cursor = starts.slice();
  let at = 0;
  for (const { rows, begins, window } of chosen) {
    for (let k = 0; k < rows.length; k++, at++) {
      const row = rows[k]!;
      posts[at] = begins[k] ? -row - 1 : row;
      const place = cursor[row]!++;
      places[place] = at;
      windows[place] = window;
    }
  }
  return { posts, places, starts, windows, taken: chosen.map(({ name, pairs }) => ({ name, pairs })), left };
}

/** Meets every row before `row` that shares a block with it, each once. `seen` holds a number a row, all -1 at first. */
export function meet(
  blocks: Pick<Blocks, 'posts' | 'places' | 'starts' | 'windows'>,
  row: number,
  seen: Int32Array,
  take: (other: number) => void,
): void {
  const { posts, places, starts, windows } = blocks;
  for (let k = starts[row]!, end = starts[row + 1]!; k < end; k++) {
    let at = places[k]!;
    for (let window = windows[k]!; window > 0 && posts[at]! >= 0; window--) {
      const post = posts[--at]!;
      const other = post < 0 ? -post - 1 : post;
      if (seen[other] === row) continue;
      seen[other] = row;
      take(other);
    }
  }
}
