import { Parts, type PartTables } from './key-parts.ts';
import { keyKinds, type KeyKind } from './keys.ts';
import { sortedPairs } from './radix.ts';

/** Rows brought together by one kind of key. */
export interface Entries {
  name: string;
  window: number;
  most: number | undefined;
  /** Rows in the order of their keys. */
  rows: Int32Array<ArrayBuffer>;
  /** 1 where a row begins a block. */
  begins: Uint8Array<ArrayBuffer>;
  pairs: number;
}

/** What keys are made from, all of it in shared memory. */
export interface KeySource {
  cells: Int32Array;
  count: number;
  tables: PartTables;
  /** How much wider windows are than usual. */
  room: number;
}

/** The kinds of keys in the turn they are chosen in: those always taken first. Windows are as wide as the source has room for. */
export function kindsInTurn(source: KeySource): KeyKind[] {
  return keyKinds(new Parts(source.cells, source.tables))
    .toSorted((one, other) => Number(one.most !== undefined) - Number(other.most !== undefined))
    .map((kind) => ({ ...kind, window: Math.min(kind.window * source.room, 255) }));
}

/** Makes one kind of key for every row and lays the rows out by them. */
export function entriesOf(kind: KeyKind, count: number): Entries {
  let keys = new Uint32Array(count * 2);
  let rows = new Int32Array(count * 2);
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
  for (row = 0; row < count; row++) kind.emit(row, sink);
  const sorted = sortedPairs(keys, rows, many);
  return gathered(kind, sorted.keys, sorted.rows, many);
}

/** Lays the rows out by key, once a block each, alone-standing rows left out. */
function gathered(kind: KeyKind, keys: Uint32Array, rows: Int32Array, length: number): Entries {
  const out = new Int32Array(length);
  const begins = new Uint8Array(length);
  let [many, pairs] = [0, 0];
  for (let from = 0; from < length;) {
    const key = keys[from]!;
    const first = many;
    let to = from;
    for (; to < length && keys[to] === key; to++) {
      const row = rows[to]!;
      if (many > first && out[many - 1] === row) continue;
      out[many] = row;
      begins[many] = many === first ? 1 : 0;
      pairs += Math.min(many - first, kind.window);
      many++;
    }
    if (many === first + 1) many = first;
    from = to;
  }
  const { name, window, most } = kind;
  return { name, window, most, rows: out.slice(0, many), begins: begins.slice(0, many), pairs };
}
