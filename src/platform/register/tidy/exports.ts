import type { LineAt } from './source.ts';
import { child, children, nameOf, type Node } from './walk.ts';

export type Export = {
  readonly name: string;
  readonly line: number;
  readonly kind: 'function' | 'class' | 'type' | 'value' | 'reexport' | 'default' | 'everything';
  /** True when a comment stands directly above the export. */
  readonly documented: boolean;
  /** Names of the parameters of an exported function; destructured ones are empty strings. */
  readonly parameters: readonly string[];
  readonly async: boolean;
  /** Lines of the whole export statement. */
  readonly lines: number;
};

type Span = { readonly start: number; readonly end: number };
const typeDeclarations = new Set(['TSTypeAliasDeclaration', 'TSInterfaceDeclaration', 'TSEnumDeclaration', 'TSModuleDeclaration']);
const functionExpressions = new Set(['ArrowFunctionExpression', 'FunctionExpression']);

function parameterNames(fn: Node): string[] {
  return children(fn, 'params').map((parameter) => nameOf(child(parameter, 'left') ?? parameter));
}

type Bare = Omit<Export, 'line' | 'lines' | 'documented'>;
const plain = { parameters: [], async: false };

function fromVariables(declaration: Node): Bare[] {
  return children(declaration, 'declarations').map((it) => {
    const init = child(it, 'init');
    const name = nameOf(it['id']);
    if (init && functionExpressions.has(init.type)) {
      return { name, kind: 'function', parameters: parameterNames(init), async: init['async'] === true };
    }
    return { name, kind: 'value', ...plain };
  });
}

function fromDeclaration(declaration: Node): Bare[] {
  const name = nameOf(declaration['id']);
  if (declaration.type === 'VariableDeclaration') return fromVariables(declaration);
  if (declaration.type === 'FunctionDeclaration') {
    return [{ name, kind: 'function', parameters: parameterNames(declaration), async: declaration['async'] === true }];
  }
  if (declaration.type === 'ClassDeclaration') return [{ name, kind: 'class', ...plain }];
  return [{ name, kind: typeDeclarations.has(declaration.type) ? 'type' : 'value', ...plain }];
}

function fromSpecifiers(statement: Node): Bare[] {
  return children(statement, 'specifiers').map((it) => ({ name: nameOf(it['exported']), kind: 'reexport', ...plain }));
}

function fromStatement(statement: Node): Bare[] {
  if (statement.type === 'ExportDefaultDeclaration') return [{ name: 'default', kind: 'default', ...plain }];
  if (statement.type === 'ExportAllDeclaration') return [{ name: '*', kind: 'everything', ...plain }];
  if (statement.type !== 'ExportNamedDeclaration') return [];
  const declaration = child(statement, 'declaration');
  return declaration ? fromDeclaration(declaration) : fromSpecifiers(statement);
}

/** Every name a file exports, in order, with what the tidy rules ask about each. */
export function exportsOf(body: readonly Node[], comments: readonly Span[], text: string, lineAt: LineAt): Export[] {
  const commentEndsAbove = (offset: number): boolean =>
    comments.some((comment) => comment.end <= offset && text.slice(comment.end, offset).trim() === '');
  return body.flatMap((statement) => {
    const documented = commentEndsAbove(statement.start);
    const line = lineAt(statement.start);
    const lines = lineAt(statement.end) - line + 1;
    return fromStatement(statement).map((bare) => ({ ...bare, line, lines, documented }));
  });
}
