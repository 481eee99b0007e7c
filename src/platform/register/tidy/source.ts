import { posix } from 'node:path';
import { parseSync } from 'oxc-parser';
import { exportsOf, type Export } from './exports.ts';
import { sightingsOf, type Sighting } from './sightings.ts';
import { child, nameOf, walk, type Node } from './walk.ts';

export type Import = {
  readonly line: number;
  readonly from: string;
  readonly target: string | null;
  readonly names: readonly string[];
  readonly typeOnly: boolean;
};
export type FunctionSize = { readonly name: string; readonly line: number; readonly lines: number };
export type Comment = { readonly line: number; readonly text: string };

/** What the tidy rules need to know about one TypeScript file. Lines count from 1; `target` is a path from the project root. */
export type Source = {
  readonly path: string;
  readonly imports: readonly Import[];
  readonly exports: readonly Export[];
  readonly functions: readonly FunctionSize[];
  readonly sightings: readonly Sighting[];
  readonly comments: readonly Comment[];
  /** True when the file holds nothing but imports and re-exports. */
  readonly onlyReexports: boolean;
  readonly faults: readonly string[];
};

export type LineAt = (offset: number) => number;

function lineFinder(text: string): LineAt {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return (offset) => {
    let low = 0;
    let high = starts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (starts[middle]! <= offset) low = middle;
      else high = middle;
    }
    return low + 1;
  };
}

/** Where a relative import leads, as a path from the project root; null for packages. */
export function targetOf(fromPath: string, specifier: string): string | null {
  return specifier.startsWith('.') ? posix.join(posix.dirname(fromPath), specifier) : null;
}

type Module = ReturnType<typeof parseSync>['module'];

function importsOf(path: string, module: Module, text: string, lineAt: LineAt): Import[] {
  const make = (offset: number, from: string, names: string[], typeOnly: boolean): Import => ({
    line: lineAt(offset),
    from,
    target: targetOf(path, from),
    names,
    typeOnly,
  });
  const imported = module.staticImports.map((it) =>
    make(
      it.start,
      it.moduleRequest.value,
      it.entries.map((entry) => entry.importName.name ?? '*'),
      it.entries.length > 0 && it.entries.every((entry) => entry.isType),
    ),
  );
  const reexported = module.staticExports.flatMap((it) => {
    const from = it.entries[0]?.moduleRequest?.value;
    if (from === undefined) return [];
    return [
      make(
        it.start,
        from,
        it.entries.map((entry) => entry.importName.name ?? '*'),
        it.entries.every((entry) => entry.isType),
      ),
    ];
  });
  const dynamic = module.dynamicImports.flatMap((it) => {
    const literal = text.slice(it.moduleRequest.start, it.moduleRequest.end);
    return /^['"].*['"]$/.test(literal) ? [make(it.start, literal.slice(1, -1), ['*'], false)] : [];
  });
  return [...imported, ...reexported, ...dynamic];
}

const functionTypes = new Set(['FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression']);

function functionsOf(program: Node, lineAt: LineAt): FunctionSize[] {
  const found: FunctionSize[] = [];
  walk(program, (node, parent) => {
    if (!functionTypes.has(node.type) || !child(node, 'body')) return;
    const name = nameOf(node['id']) || (parent ? nameOf(parent['id']) || nameOf(parent['key']) : '') || '(unnamed)';
    const line = lineAt(node.start);
    found.push({ name, line, lines: lineAt(node.end) - line + 1 });
  });
  return found;
}

function isReexport(statement: Node): boolean {
  if (statement.type === 'ImportDeclaration' || statement.type === 'ExportAllDeclaration') return true;
  return statement.type === 'ExportNamedDeclaration' && !child(statement, 'declaration');
}

/** Reads one TypeScript file into facts. A file that does not parse is reported in `faults` with whatever could be read. */
export function readSource(path: string, text: string): Source {
  const parsed = parseSync(path, text);
  const program = parsed.program as unknown as Node;
  const body = parsed.program.body as unknown as Node[];
  const lineAt = lineFinder(text);
  return {
    path,
    imports: importsOf(path, parsed.module, text, lineAt),
    exports: exportsOf(body, parsed.comments, text, lineAt),
    functions: functionsOf(program, lineAt),
    sightings: sightingsOf(program, lineAt),
    comments: parsed.comments.map((comment) => ({ line: lineAt(comment.start), text: comment.value })),
    onlyReexports: body.every(isReexport),
    faults: parsed.errors.map((error) => error.message),
  };
}
