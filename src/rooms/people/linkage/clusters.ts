/** Groups of rows, each row alone at first: joined by size, members in a ring. */
export class Clusters {
  readonly #parent: Int32Array;
  readonly #next: Int32Array;
  readonly size: Int32Array;

  constructor(count: number) {
    this.#parent = new Int32Array(count);
    this.#next = new Int32Array(count);
    this.size = new Int32Array(count).fill(1);
    for (let row = 0; row < count; row++) this.#parent[row] = this.#next[row] = row;
  }

  /** The row that stands for a row's group. */
  of(row: number): number {
    let it = row;
    while (this.#parent[it] !== it) it = this.#parent[it] = this.#parent[this.#parent[it]!]!;
    return it;
  }

  /** Joins two groups, named by the rows that stand for them. */
  join(one: number, other: number): number {
    const [large, small] = this.size[one]! >= this.size[other]! ? [one, other] : [other, one];
    this.#parent[small] = large;
    this.size[large]! += this.size[small]!;
    const after = this.#next[large]!;
    this.#next[large] = this.#next[small]!;
    this.#next[small] = after;
    return large;
  }

  /** The row after this one in its group; the last leads to the first. */
  after(row: number): number {
    return this.#next[row]!;
  }

  members(row: number): number[] {
    const rows = [row];
    for (let it = this.#next[row]!; it !== row; it = this.#next[it]!) rows.push(it);
    return rows;
  }
}
