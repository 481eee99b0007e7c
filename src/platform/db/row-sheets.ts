import type { CopyValue } from './copy-text.ts';
import type { Loader } from './bulk-load.ts';

/** Rows written down as they come to mind, by table, and copied together at the end in the order given. */
export type RowSheets = {
  add(table: string, row: Readonly<Record<string, CopyValue>>): void;
  write(loader: Loader): Promise<void>;
};

type Sheet = { readonly table: string; readonly columns: readonly string[]; readonly rows: (readonly CopyValue[])[] };

/** Empty sheets for these tables, parents before children. A row says only what it knows; what it leaves out takes the table's default. */
export function rowSheets(order: readonly string[]): RowSheets {
  const place = new Map(order.map((table, at) => [table, at]));
  const sheets = new Map<string, Sheet>();
  return {
    add: (table, row) => {
      if (!place.has(table)) throw new Error(`${table} is not among the tables of these sheets`);
      const columns = Object.keys(row);
      const key = `${table} ${columns.join(' ')}`;
      const sheet = sheets.get(key) ?? { table, columns, rows: [] };
      sheets.set(key, sheet);
      sheet.rows.push(Object.values(row));
    },
    write: async (loader) => {
      const inOrder = [...sheets.values()].toSorted((a, b) => (place.get(a.table) ?? 0) - (place.get(b.table) ?? 0));
      for (const { table, columns, rows } of inOrder) await loader.copy(table, columns, rows);
      sheets.clear();
    },
  };
}
