import type { Columns } from './columns.ts';
import { keyKinds, type KeyKind } from './keys.ts';
import { inTurn, sortedBy } from './radix.ts';

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

interface Entries {
  kind: KeyKind;
  /** Rows in the order of their keys. */
  rows: Int32Array;
  begins: Uint8Array;
  pairs: number;
}

function entriesOf(kind: KeyKind, columns: Columns): Entries {
  let keys = new Uint32Array(columns.count * 2);
  let rows = new Int32Array(columns.count * 2);
  let many = 0;
  let row = 0;
  const sink = (key: number): void => {
    if (many === keys.length) {
      const [wider, longer] = [new Uint32Array(many * 2), new Int32Array(many * 2)];
      wider.set(keys);
      longer.set(rows);
      [keys, rows] = [wider, longer];
    }
    keys[many] = key;
    rows[many++] = row;
  };
  for (row = 0; row < columns.count; row++) kind.emit(row, sink);
  const order = sortedBy(keys, inTurn(many));
  return gathered(kind, keys, rows, order);
}

/** Lays the rows out by key, once a block each, alone-standing rows left out. */
function gathered(kind: KeyKind, keys: Uint32Array, rows: Int32Array, order: Int32Array): Entries {
  const out = new Int32Array(order.length);
  const begins = new Uint8Array(order.length);
  let [many, pairs] = [0, 0];
  for (let from = 0; from < order.length;) {
    const key = keys[order[from]!]!;
    const first = many;
    let to = from;
    for (; to < order.length && keys[order[to]!] === key; to++) {
      const row = rows[order[to]!]!;
      if (many > first && out[many - 1] === row) continue;
      out[many] = row;
      begins[many] = many === first ? 1 : 0;
      pairs += Math.min(many - first, kind.window);
      many++;
    }
    if (many === first + 1) many = first;
    from = to;
  }
  return { kind, rows: out.slice(0, many), begins: begins.slice(0, many), pairs };
}

/** Kinds that are always taken, and of the broad ones those the file makes narrow enough, as long as the whole stays within `budget` pairs a record. */
function choose(columns: Columns, budget: number): { chosen: Entries[]; left: string[] } {
  const room = Math.min(Math.max(budget / 60, 1), 12);
  const chosen: Entries[] = [];
  const left: string[] = [];
  let pairs = 0;
  for (const kind of keyKinds(columns).toSorted((one, other) => Number(one.most !== undefined) - Number(other.most !== undefined))) {
    const entries = entriesOf({ ...kind, window: Math.min(kind.window * room, 255) }, columns);
    if (entries.rows.length === 0) continue;
    const broad =
      kind.most !== undefined && (entries.pairs > kind.most * room * columns.count || pairs + entries.pairs > budget * columns.count);
    if (broad) left.push(kind.name);
    else {
      chosen.push(entries);
      pairs += entries.pairs;
    }
  }
  return { chosen, left };
}

const shared = (length: number): Int32Array => new Int32Array(new SharedArrayBuffer(Math.max(length, 1) * 4));

/** Puts every row into its blocks. `budget` is the most pairs a record the broad keys may add up to. */
export function makeBlocks(columns: Columns, budget: number): Blocks {
  const { chosen, left } = choose(columns, budget);
  const total = chosen.reduce((sum, entries) => sum + entries.rows.length, 0);
  const starts = shared(columns.count + 1);
  for (const { rows } of chosen) for (let k = 0; k < rows.length; k++) starts[rows[k]! + 1]!++;
  for (let row = 0; row < columns.count; row++) starts[row + 1]! += starts[row]!;
  const [posts, places] = [shared(total), shared(total)];
  const windows = new Uint8Array(new SharedArrayBuffer(Math.max(total, 1)));
  const cursor = starts.slice();
  let at = 0;
  for (const { rows, begins, kind } of chosen) {
    for (let k = 0; k < rows.length; k++, at++) {
      const row = rows[k]!;
      posts[at] = begins[k] ? -row - 1 : row;
      const place = cursor[row]!++;
      places[place] = at;
      windows[place] = kind.window;
    }
  }
  return { posts, places, starts, windows, taken: chosen.map(({ kind, pairs }) => ({ name: kind.name, pairs })), left };
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
