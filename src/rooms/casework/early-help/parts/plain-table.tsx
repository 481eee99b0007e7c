import type { ComponentChildren } from 'preact';
import { SortableTable } from '../../../../platform/web/patterns/sortable-table.tsx';

interface Cell {
  text: ComponentChildren;
}

/** A table nobody sorts: rows under headings, the first cell heading its row; folds into cards on a narrow screen. */
export function PlainTable({
  caption,
  head,
  rows,
}: {
  caption: string;
  head: readonly { text: string }[];
  rows: readonly (readonly Cell[])[];
}) {
  const columns = head.map(({ text }) => ({ heading: text }));
  return (
    <SortableTable caption={caption} columns={columns} rows={rows.map((cells) => ({ cells: cells.map((cell) => cell.text) }))} path="" />
  );
}
