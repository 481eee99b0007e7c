import type { Query } from './data-dictionary.ts';
import { databaseFacts, tableFacts, type Facts } from './schema-facts.ts';

type Line = { readonly place: string; readonly line_order: string; readonly line: string };
type Found = { readonly title: string; readonly lines: readonly Line[] };

function byBytes(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function inOrder(a: Line, b: Line): number {
  return byBytes(a.place, b.place) || byBytes(a.line_order, b.line_order) || byBytes(a.line, b.line);
}

function onOneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

async function find(query: Query, facts: readonly Facts[]): Promise<readonly Found[]> {
  const found: Found[] = [];
  for (const { title, sql } of facts) {
    found.push({ title, lines: ((await query(sql)) as readonly Line[]).toSorted(inOrder) });
  }
  return found;
}

function databaseSection({ title, lines }: Found): string {
  const rows = lines.map(({ place, line }) => `  ${place} ${onOneLine(line)}`.trimEnd());
  return rows.length === 0 ? '' : `${title}\n${rows.join('\n')}\n\n`;
}

function tableSection(name: string, found: readonly Found[]): string {
  const parts = found.map(({ title, lines }) => {
    const rows = lines.filter(({ place }) => place === name).map(({ line }) => onOneLine(line));
    if (title === '') return `${name} ${rows.join(' ')}\n`;
    return rows.length === 0 ? '' : `  ${title}\n${rows.map((row) => `    ${row}\n`).join('')}`;
  });
  return `${parts.join('')}\n`;
}

/**
 * The whole structure of a database as text, for people to review: schemas, functions, and for each table its columns,
 * constraints, indexes, policies, triggers and grants. The same bytes on PostgreSQL 15 and 18 for the same migrations.
 */
export async function schemaText(query: Query): Promise<string> {
  const database = await find(query, databaseFacts);
  const tables = await find(query, tableFacts);
  const names = tables.find(({ title }) => title === '')?.lines.map(({ place }) => place) ?? [];
  const head = 'Printed from the catalogue by "npm run db:schema". Never edited by hand.\n\n';
  return `${head}${database.map(databaseSection).join('')}${names.map((name) => tableSection(name, tables)).join('')}`.replace(
    /\n+$/,
    '\n',
  );
}
