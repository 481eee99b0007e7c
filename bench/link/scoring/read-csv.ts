import { readFileSync } from 'node:fs';

function quoted(line: string): string[] {
  const cells: string[] = [];
  let cell = '';
  let inside = false;
  for (let at = 0; at < line.length; at += 1) {
    const letter = line[at] ?? '';
    if (inside && letter === '"' && line[at + 1] === '"') cell += line[(at += 1)];
    else if (letter === '"') inside = !inside;
    else if (letter === ',' && !inside) {
      cells.push(cell);
      cell = '';
    } else cell += letter;
  }
  return [...cells, cell];
}

/** The cells of one line; a cell never holds a line's end. */
export function cellsOf(line: string): string[] {
  return line.includes('"') ? quoted(line) : line.split(',');
}

/** The lines of a CSV file after its heading, one after the other, and the places of the columns named; throws where one is lacking. */
export function readCsv(file: string, columns: readonly string[]): { places: readonly number[]; lines: readonly string[] } {
  const lines = readFileSync(file, 'utf8').replaceAll('\r', '').split('\n');
  const heading = cellsOf(lines.shift() ?? '').map((name) => name.trim());
  const places = columns.map((name) => heading.indexOf(name));
  const lacking = columns.filter((_name, at) => places[at] === -1);
  if (lacking.length > 0) throw new Error(`${file} lacks the columns ${lacking.join(', ')}`);
  if (lines.at(-1) === '') lines.pop();
  return { places, lines };
}
