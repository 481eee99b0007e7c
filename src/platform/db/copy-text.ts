/** A value of one column on its way into a table; arrays become PostgreSQL arrays of text or numbers. */
export type CopyValue = string | number | boolean | Date | null | readonly (string | number)[];

const special: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

const plain = /^(?!null$)[a-z0-9]+$/;

function escaped(text: string): string {
  return /[\\\t\n\r]/.test(text) ? text.replace(/[\\\t\n\r]/g, (character) => special[character] ?? character) : text;
}

/** Numbers and plain words go in bare; anything else is quoted, so that commas, braces and the word null stay text. */
function arrayText(items: readonly (string | number)[]): string {
  if (items.every((item) => typeof item === 'number')) return `{${items.join(',')}}`;
  return `{${items.map((item) => (plain.test(String(item)) ? item : `"${String(item).replace(/["\\]/g, '\\$&')}"`)).join(',')}}`;
}

function cell(value: CopyValue): string {
  if (value === null) return '\\N';
  if (typeof value === 'string') return escaped(value);
  if (typeof value === 'boolean') return value ? 't' : 'f';
  if (typeof value === 'number') return String(value);
  return value instanceof Date ? value.toISOString() : escaped(arrayText(value));
}

/** Rows in the text format of COPY: tabs between columns, one line a row. `\0` is refused by the server, not here. */
export function copyText(rows: Iterable<readonly CopyValue[]>): string {
  let text = '';
  for (const row of rows) {
    let between = '';
    for (const value of row) {
      text += between + cell(value);
      between = '\t';
    }
    text += '\n';
  }
  return text;
}
