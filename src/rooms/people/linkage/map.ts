import { dateReader } from './dates.ts';
import { linkageFields, type LinkageField } from './linkage-record.ts';

/** Which column holds which field: places count from nought. */
export interface ColumnMap {
  id: number;
  fields: Readonly<Partial<Record<LinkageField, readonly number[]>>>;
  readDate: (text: string) => number;
}

const known: readonly string[] = ['id', ...linkageFields];
const manyColumns: readonly string[] = ['addressLine', 'givenName', 'middleName', 'familyName', 'town'];

interface Found {
  problems: string[];
  heading: readonly string[];
}

function placesOf(found: Found, field: string, given: unknown): number[] {
  const names = Array.isArray(given) ? given : [given];
  if (names.length === 0) found.problems.push(`"${field}" names no column`);
  if (names.length > 1 && !manyColumns.includes(field)) found.problems.push(`"${field}" can name one column only`);
  return names.flatMap((name: unknown) => {
    if (typeof name !== 'string') {
      found.problems.push(`"${field}" must name a column with text`);
      return [];
    }
    const place = found.heading.findIndex((it) => it === name.trim());
    if (place < 0) found.problems.push(`"${field}" names the column "${name}", which the file does not have`);
    else if (found.heading.indexOf(name.trim(), place + 1) >= 0) found.problems.push(`the file has two columns called "${name}"`);
    return place < 0 ? [] : [place];
  });
}

function readerOf(found: Found, given: unknown): { column: unknown; readDate: (text: string) => number } {
  const written =
    typeof given === 'object' && given !== null && !Array.isArray(given) ? (given as Record<string, unknown>) : { column: given };
  const others = Object.keys(written).filter((key) => key !== 'column' && key !== 'format');
  if (others.length > 0)
    found.problems.push(`"dateOfBirth" has "${others.join('", "')}", which means nothing; it takes "column" and "format"`);
  const format = written['format'] ?? 'YYYY-MM-DD';
  const readDate = typeof format === 'string' ? dateReader(format) : null;
  if (!readDate)
    found.problems.push(`"dateOfBirth" has the format ${JSON.stringify(format)}; write it with YYYY, MM and DD, as DD/MM/YYYY`);
  return { column: written['column'], readDate: readDate ?? (() => 0) };
}

/** Reads a map against a file's heading. Every problem is told at once. */
export function readMap(given: unknown, heading: readonly string[]): { map: ColumnMap } | { problems: string[] } {
  const found: Found = { problems: [], heading: heading.map((name) => name.trim()) };
  if (typeof given !== 'object' || given === null || Array.isArray(given))
    return { problems: ['the map must be an object: {"id": "column", "givenName": "column", …}'] };
  const fields: Partial<Record<LinkageField, readonly number[]>> = {};
  let id = -1;
  let readDate: (text: string) => number = () => 0;
  for (const [field, value] of Object.entries(given)) {
    if (value === null) continue;
    if (!known.includes(field)) found.problems.push(`"${field}" is no field; the fields are ${known.join(', ')}`);
    else if (field === 'id') id = placesOf(found, field, value)[0] ?? -1;
    else if (field === 'dateOfBirth') {
      const read = readerOf(found, value);
      readDate = read.readDate;
      fields.dateOfBirth = placesOf(found, field, read.column);
    } else fields[field as LinkageField] = placesOf(found, field, value);
  }
  if (!('id' in given)) found.problems.push('"id" is missing: the map must name the column that tells records apart');
  if (Object.keys(fields).every((field) => field === 'source' || field === 'sex'))
    found.problems.push('the map names nothing to compare records by');
  return found.problems.length > 0 ? { problems: found.problems } : { map: { id, fields, readDate } };
}
