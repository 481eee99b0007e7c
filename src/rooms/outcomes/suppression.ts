import type { ShownCount } from '../../platform/web/patterns/small-number.tsx';

/** A table of counts as it may be shown: its cells, the total of each row and column, and of everything. */
export interface ShownTable {
  cells: ShownCount[][];
  rowTotals: ShownCount[];
  columnTotals: ShownCount[];
  total: ShownCount;
}

/** Counts from 1 to this many people are never shown (the 1 to 5 rule used for children's statistics in England). */
export const largestSmall = 5;

/** Everything in one grid: cells, then the row totals as a last column and the column totals as a last row. Nothing in it is negative. */
interface Grid {
  values: number[][];
  hidden: boolean[][];
  rows: number;
  columns: number;
}
interface Place {
  row: number;
  column: number;
}

/** Hides every count of 1 to 5, totals too, and as many others as it takes that none of those can be worked out from what stays visible,
 *  even by a reader who knows that a hidden small count is 1 to 5 and that any other hidden count is 6 or more.
 *  Rows must all have the same length; zeros are shown. One table a period: two tables of nearly the same rows must not both be published. */
export function suppress(counts: readonly (readonly number[])[]): ShownTable {
  const grid = gridOf(counts);
  const small = places(grid).filter((place) => isSmall(valueAt(grid, place)));
  for (const place of small) hide(grid, place);
  for (const place of small) {
    if (canMove(grid, place, 0)) continue;
    const path = canMove(grid, place, Infinity);
    if (!path) return withheld(grid);
    for (const other of path) hide(grid, other);
  }
  return shown(grid, (value) => (isSmall(value) ? 'small' : 'protects another'));
}

/** One count by itself, which no total beside it gives away. */
export const suppressOne = (count: number): ShownCount => (isSmall(count) ? 'small' : count);

const isSmall = (count: number): boolean => count >= 1 && count <= largestSmall;
const valueAt = (grid: Grid, { row, column }: Place): number => grid.values[row]?.[column] ?? 0;
const isHidden = (grid: Grid, { row, column }: Place): boolean => grid.hidden[row]?.[column] ?? false;
const sum = (counts: readonly number[]): number => counts.reduce((all, count) => all + count, 0);

function hide(grid: Grid, { row, column }: Place): void {
  const line = grid.hidden[row];
  if (line) line[column] = true;
}

function gridOf(counts: readonly (readonly number[])[]): Grid {
  const withTotals = counts.map((row) => [...row, sum(row)]);
  const width = withTotals[0]?.length ?? 1;
  const last = Array.from({ length: width }, (_, column) => sum(withTotals.map((row) => row[column] ?? 0)));
  const values = [...withTotals, last];
  return { values, hidden: values.map((row) => row.map(() => false)), rows: values.length, columns: width };
}

const places = (grid: Grid): Place[] => grid.values.flatMap((line, row) => line.map((_, column) => ({ row, column })));

function shown(grid: Grid, word: (value: number) => ShownCount): ShownTable {
  const lines = grid.values.map((line, row) => line.map((value, column) => (isHidden(grid, { row, column }) ? word(value) : value)));
  const last = lines.pop() ?? [];
  return {
    cells: lines.map((line) => line.slice(0, -1)),
    rowTotals: lines.map((line) => line.at(-1) ?? 0),
    columnTotals: last.slice(0, -1),
    total: last.at(-1) ?? 0,
  };
}

/** When nothing else protects them, nothing but the zeros is shown, and no word tells small from large. */
function withheld(grid: Grid): ShownTable {
  for (const place of places(grid)) if (valueAt(grid, place) > 0) hide(grid, place);
  return shown(grid, () => 'protects another');
}

/** A total counts against its cells: with this sign every row and every column of the grid sums to zero, so another table that agrees with
 *  what is shown differs from the true one along closed paths, up in one cell and down in the next. */
const sign = (grid: Grid, { row, column }: Place): number => ((row === grid.rows - 1) !== (column === grid.columns - 1) ? -1 : 1);

/** Whether a reader must allow one more, or one less, in a place: hidden ones within what their word says, shown ones not at all. */
function mayGo(grid: Grid, place: Place, step: number): boolean {
  const next = valueAt(grid, place) + step * sign(grid, place);
  return isSmall(valueAt(grid, place)) ? isSmall(next) : next > largestSmall;
}

/** The places to hide so that the one given might as well hold another number; empty when what is hidden already does it, null when it cannot be.
 *  `most` is 0 to use only what is hidden already. Cheapest first: the fewest people hidden from view. */
function canMove(grid: Grid, place: Place, most: number): Place[] | null {
  let best: { cost: number; through: Place[] } | null = null;
  for (const step of [1, -1]) {
    const way = mayGo(grid, place, step) ? wayRound(grid, place, step, most) : null;
    if (way && (!best || way.cost < best.cost)) best = way;
    if (best?.cost === 0) break;
  }
  return best?.through ?? null;
}

interface Reached {
  cost: number;
  through: Place[];
  done: boolean;
}

/** Shortest way (Dijkstra) from the place's column back to its row, or the other way about for a step down, over cells that can take the opposite step. */
function wayRound(grid: Grid, place: Place, step: number, most: number): { cost: number; through: Place[] } | null {
  const [rowNode, columnNode] = [place.row, grid.rows + place.column];
  const [start, goal] = step > 0 ? [columnNode, rowNode] : [rowNode, columnNode];
  const reached = new Map<number, Reached>([[start, { cost: 0, through: [], done: false }]]);
  for (;;) {
    const [node, here] = nearest(reached) ?? [];
    if (node === undefined || here === undefined) return null;
    if (node === goal) return { cost: here.cost, through: here.through.filter((each) => !isHidden(grid, each)) };
    here.done = true;
    for (const [next, over] of neighbours(grid, node)) {
      if (over.row === place.row && over.column === place.column) continue;
      const price = isHidden(grid, over) ? 0 : valueAt(grid, over);
      if (price > most || !mayGo(grid, over, node < grid.rows ? 1 : -1)) continue;
      const cost = here.cost + price;
      if (cost < (reached.get(next)?.cost ?? Infinity)) reached.set(next, { cost, through: [...here.through, over], done: false });
    }
  }
}

/** The node not yet done that is reached at the least cost. */
function nearest(reached: ReadonlyMap<number, Reached>): [number, Reached] | undefined {
  let best: [number, Reached] | undefined;
  for (const [node, at] of reached) if (!at.done && (!best || at.cost < best[1].cost)) best = [node, at];
  return best;
}

/** From a row every column over a cell that is not zero, and back. */
function neighbours(grid: Grid, node: number): [number, Place][] {
  const over =
    node < grid.rows
      ? Array.from({ length: grid.columns }, (_, column): [number, Place] => [grid.rows + column, { row: node, column }])
      : Array.from({ length: grid.rows }, (_, row): [number, Place] => [row, { row, column: node - grid.rows }]);
  return over.filter(([, place]) => valueAt(grid, place) > 0);
}
