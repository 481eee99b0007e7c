/** Writes one CSV cell. What a spreadsheet would run as a formula is preceded by an apostrophe, which reading takes off again. */
export function csvCell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\n\r;]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** The column in which the reasons stand; a corrected file may keep it. */
export const reasonColumn = 'Why it was sent back';

export interface RejectedRow {
  rowNumber: number;
  cells: readonly string[];
  reasons: readonly string[];
}

/** Rows that were sent back, as a CSV file to correct and send again: the columns as they came, then the row and every reason. */
export function rejectFile(heading: readonly string[], rows: readonly RejectedRow[]): Buffer {
  const own = heading.filter((name) => name !== reasonColumn && name !== 'Row');
  const keep = own.map((name) => heading.indexOf(name));
  const lines = [
    [...own, 'Row', reasonColumn],
    ...rows.map((row) => [...keep.map((at) => row.cells[at] ?? ''), String(row.rowNumber), row.reasons.join('; ')]),
  ];
  return Buffer.from(`\uFEFF${lines.map((cells) => cells.map(csvCell).join(',')).join('\r\n')}\r\n`, 'utf8');
}

/** The same for JSON: one object a line, with `row` and `reasons` added; a record that was no JSON stands as text in `record`. */
export function rejectLines(rows: readonly RejectedRow[]): Buffer {
  const lines = rows.map(({ rowNumber, cells, reasons }) => {
    const asked = { row: rowNumber, reasons };
    try {
      return JSON.stringify({ ...(JSON.parse(cells[0] ?? '') as object), ...asked });
    } catch {
      return JSON.stringify({ record: cells[0] ?? '', ...asked });
    }
  });
  return Buffer.from(lines.map((line) => `${line}\n`).join(''), 'utf8');
}
