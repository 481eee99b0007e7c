import type { LineAt } from './source.ts';
import { child, children, nameOf, type Node, walk } from './walk.ts';

/** Something in a file that a rule may object to; which files it is allowed in is the rule's business. */
export type Sighting = {
  readonly kind: 'clock' | 'chance' | 'pool' | 'settings' | 'sql' | 'mock' | 'any' | 'raw-html' | 'default-export' | 'type-name';
  readonly line: number;
  readonly text: string;
};

type Seen = Omit<Sighting, 'line'>;
const namingTypes = new Set(['ClassDeclaration', 'TSInterfaceDeclaration', 'TSTypeAliasDeclaration']);

function member(node: Node): string {
  const object = child(node, 'object');
  const owner = object?.type === 'MemberExpression' ? nameOf(object['property']) : nameOf(object);
  return `${owner}.${nameOf(node['property'])}`;
}

function seeCall(node: Node): Seen | null {
  const callee = child(node, 'callee');
  if (!callee) return null;
  if (node.type === 'NewExpression') {
    return nameOf(callee) === 'Date' && children(node, 'arguments').length === 0 ? { kind: 'clock', text: 'new Date()' } : null;
  }
  if (callee.type !== 'MemberExpression') return null;
  const called = member(callee);
  if (called === 'Date.now') return { kind: 'clock', text: `${called}()` };
  if (called === 'vi.mock' || called === 'vi.doMock')
    return { kind: 'mock', text: `${called}('${nameOf(children(node, 'arguments')[0])}')` };
  if (/\.(selectFrom|insertInto|updateTable|deleteFrom|mergeInto)$/.test(called)) return { kind: 'sql', text: `${called}()` };
  if (called === 'Math.random') return { kind: 'chance', text: `${called}()` };
  return /pool\.(query|connect)$/i.test(called) ? { kind: 'pool', text: `${called}()` } : null;
}

function see(node: Node): Seen | null {
  if (node.type === 'CallExpression' || node.type === 'NewExpression') return seeCall(node);
  if (node.type === 'MemberExpression' && member(node) === 'process.env') return { kind: 'settings', text: 'process.env' };
  if (node.type === 'TaggedTemplateExpression' && nameOf(node['tag']) === 'sql') return { kind: 'sql', text: 'sql`...`' };
  if (node.type === 'TSAnyKeyword') return { kind: 'any', text: 'any' };
  if (node.type === 'JSXAttribute' && nameOf(node['name']) === 'dangerouslySetInnerHTML')
    return { kind: 'raw-html', text: nameOf(node['name']) };
  if (node.type === 'Property' && nameOf(node['key']) === 'dangerouslySetInnerHTML') return { kind: 'raw-html', text: nameOf(node['key']) };
  if (node.type === 'ExportDefaultDeclaration') return { kind: 'default-export', text: 'export default' };
  if (namingTypes.has(node.type)) return { kind: 'type-name', text: nameOf(node['id']) };
  return null;
}

/** Everything in the tree that some rule looks for, in order of appearance. */
export function sightingsOf(program: Node, lineAt: LineAt): Sighting[] {
  const found: Sighting[] = [];
  walk(program, (node) => {
    const seen = see(node);
    if (seen) found.push({ ...seen, line: lineAt(node.start) });
  });
  return found;
}
