/** Order of numbers by their 32-bit keys, ties as they stood in `order`: counting by sixteen bits, twice. */
export function sortedBy(keys: Uint32Array, order: Int32Array): Int32Array {
  let from = order;
  let to: Int32Array = new Int32Array(order.length);
  for (const shift of [0, 16]) {
    const counts = new Int32Array(65537);
    for (let k = 0; k < from.length; k++) counts[((keys[from[k]!]! >>> shift) & 0xffff) + 1]!++;
    for (let k = 0; k < 65536; k++) counts[k + 1]! += counts[k]!;
    for (let k = 0; k < from.length; k++) {
      const it = from[k]!;
      to[counts[(keys[it]! >>> shift) & 0xffff]!++] = it;
    }
    [from, to] = [to, from];
  }
  return from;
}

/** The first `many` keys in order with the rows that go with them, ties as they stood: counting by sixteen bits, twice. */
export function sortedPairs(keys: Uint32Array, rows: Int32Array, many: number): { keys: Uint32Array; rows: Int32Array } {
  let [fromKeys, fromRows]: [Uint32Array, Int32Array] = [keys, rows];
  let [toKeys, toRows]: [Uint32Array, Int32Array] = [new Uint32Array(many), new Int32Array(many)];
  for (const shift of [0, 16]) {
    const counts = new Int32Array(65537);
    for (let k = 0; k < many; k++) counts[((fromKeys[k]! >>> shift) & 0xffff) + 1]!++;
    for (let k = 0; k < 65536; k++) counts[k + 1]! += counts[k]!;
    for (let k = 0; k < many; k++) {
      const key = fromKeys[k]!;
      const to = counts[(key >>> shift) & 0xffff]!++;
      toKeys[to] = key;
      toRows[to] = fromRows[k]!;
    }
    [fromKeys, fromRows, toKeys, toRows] = [toKeys, toRows, fromKeys, fromRows];
  }
  return { keys: fromKeys, rows: fromRows };
}

/** 0, 1, 2 and so on. */
export function inTurn(many: number): Int32Array {
  const order = new Int32Array(many);
  for (let k = 0; k < many; k++) order[k] = k;
  return order;
}

/** A 32-bit number from whole numbers, well mixed (the finaliser of MurmurHash3, public domain). */
export function mixed(one: number, two: number, three = 0): number {
  let hash = Math.imul(one ^ 0x9e3779b1, 0x85ebca6b);
  hash = Math.imul((hash ^ (hash >>> 13)) + two, 0xc2b2ae35);
  hash = Math.imul((hash ^ (hash >>> 16)) + three, 0x27d4eb2f);
  hash ^= hash >>> 15;
  hash = Math.imul(hash, 0x85ebca6b);
  return (hash ^ (hash >>> 13)) >>> 0;
}

/** A 32-bit number from text (FNV-1a). */
export function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let k = 0; k < text.length; k++) hash = Math.imul(hash ^ text.charCodeAt(k), 0x01000193);
  return hash >>> 0;
}

/** Numbers that look like chance but are the same every time (xorshift). */
export function dice(seed: number): (below: number) => number {
  let state = seed | 0 || 1;
  return (below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % below;
  };
}
