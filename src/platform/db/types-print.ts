import type { DictionaryColumn, DictionaryTable } from './data-dictionary.ts';

/** How a PostgreSQL type arrives in TypeScript; the parsers in `value-parsers.ts` make it so. */
const arrivesAs: Readonly<Record<string, string>> = {
  uuid: 'string',
  text: 'string',
  'character varying': 'string',
  character: 'string',
  name: 'string',
  citext: 'string',
  boolean: 'boolean',
  smallint: 'number',
  integer: 'number',
  bigint: 'number',
  real: 'number',
  'double precision': 'number',
  numeric: 'string',
  date: 'string',
  'timestamp with time zone': 'Date',
  'timestamp without time zone': 'Date',
  'time without time zone': 'string',
  interval: 'string',
  bytea: 'Buffer',
  json: 'unknown',
  jsonb: 'unknown',
  inet: 'string',
};

function typescriptType(type: string): string {
  const array = type.endsWith('[]');
  const plain = type
    .replace(/\[\]$/, '')
    .replace(/\([^)]*\)/, '')
    .trim();
  const known = arrivesAs[plain] ?? 'string';
  return array ? `${known}[]` : known;
}

function columnType(column: DictionaryColumn, table: DictionaryTable): string {
  const plain = typescriptType(column.type);
  const mayBeNull = table.kind === 'view' || !column.required;
  const type = mayBeNull && plain !== 'unknown' ? `${plain} | null` : plain;
  if (column.filled === 'by-hand') return type;
  return column.filled === 'by-default' ? `Generated<${type}>` : `GeneratedAlways<${type}>`;
}

function docstring(comment: string, indent: string): string {
  const safe = comment.replaceAll('*/', '*\u200b/').replace(/\s+/g, ' ').trim();
  return safe === '' ? '' : `${indent}/** ${safe} */\n`;
}

function pascal(name: string): string {
  return name
    .split('_')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');
}

function interfaceName(table: DictionaryTable): string {
  return `${table.schema === 'public' ? '' : pascal(table.schema)}${pascal(table.name)}Table`;
}

function interfaceText(table: DictionaryTable): string {
  const columns = table.columns.map((column) => `${docstring(column.comment, '  ')}  ${column.name}: ${columnType(column, table)}\n`);
  return `${docstring(table.comment, '')}export interface ${interfaceName(table)} {\n${columns.join('')}}\n`;
}

function key(table: DictionaryTable): string {
  return table.schema === 'public' ? table.name : `'${table.schema}.${table.name}'`;
}

/** The text of `schema.ts`: one interface a table, comments as docstrings, and `DB`, which Kysely is opened with. */
export function typesText(tables: readonly DictionaryTable[]): string {
  const database = tables.map((table) => `  ${key(table)}: ${interfaceName(table)}\n`).join('');
  const body = tables.map(interfaceText).join('\n');
  const kinds = ['Generated', 'GeneratedAlways'].filter((kind) => body.includes(`${kind}<`));
  return `// Printed from the database by "npm run db:types". Never edited by hand.
${kinds.length === 0 ? '' : `import type { ${kinds.join(', ')} } from 'kysely'\n`}
${body}
/** Every table by its name. Names and comments are the database's own. */
export interface DB {
${database}}
`;
}
