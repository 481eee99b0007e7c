/** Prints rows under their headings: text to the left, numbers to the right. */
export function printTable(headings: readonly string[], rows: readonly (readonly (string | number)[])[]): void {
  const cells = [headings, ...rows.map((row) => row.map(String))];
  const widths = headings.map((_heading, at) => Math.max(...cells.map((row) => (row[at] ?? '').length)));
  const right = headings.map(
    (_heading, at) => rows.length > 0 && rows.every((row) => typeof row[at] === 'number' || /^[\d,.–-]+( \S{1,3})?$/.test(String(row[at]))),
  );
  const line = (row: readonly string[]): string =>
    `| ${row.map((cell, at) => (right[at] ? cell.padStart(widths[at] ?? 0) : cell.padEnd(widths[at] ?? 0))).join(' | ')} |`;
  console.log(line(headings));
  console.log(`| ${widths.map((width, at) => (right[at] ? `${'-'.repeat(Math.max(1, width - 1))}:` : '-'.repeat(width))).join(' | ')} |`);
  for (const row of cells.slice(1)) console.log(line(row));
}
