/** Two pieces of HTML are equal when their outlines are: the tree a browser would build, without what no reader notices. */
import { parseFragment, serialize } from 'parse5';
import type { DefaultTreeAdapterTypes as Tree } from 'parse5';

/** An element: its name, its attributes sorted by name, its children. Text stands as a string. */
export type Outline = string | { name: string; attributes: [string, string][]; children: Outline[] };

/** Elements that flow within a line: white space beside them is seen. Beside all others it is not. */
const inline = new Set(['a', 'abbr', 'b', 'code', 'em', 'i', 'span', 'strong']);
/** Shown as a box in a line: its inside is a line of its own (the class sets `display: inline-block`). */
const boxes = ['govuk-tag'];
const verbatim = new Set(['textarea', 'pre']);

type Flow = { lastText: { parent: Outline[]; index: number } | undefined; pendingSpace: boolean };

/** Ends a line: a space at its end is not seen. */
function endLine(flow: Flow): void {
  const last = flow.lastText;
  const text = last?.parent[last.index];
  if (last && typeof text === 'string') last.parent[last.index] = text.trimEnd();
  flow.lastText = undefined;
  flow.pendingSpace = true;
}

function addText(text: string, children: Outline[], flow: Flow): void {
  const collapsed = text.replaceAll(/[ \t\r\n\f]+/g, ' ');
  const seen = flow.pendingSpace ? collapsed.trimStart() : collapsed;
  if (seen === '') return;
  flow.lastText = { parent: children, index: children.push(seen) - 1 };
  flow.pendingSpace = seen.endsWith(' ');
}

function attributesOf(element: Tree.Element): [string, string][] {
  const pairs = element.attrs.map(({ name, value }): [string, string] => [
    name,
    name === 'class' ? value.trim().replaceAll(/\s+/g, ' ') : value.trim(),
  ]);
  return pairs.sort(([a], [b]) => (a < b ? -1 : 1));
}

function flowOf(name: string, attributes: [string, string][]): 'line' | 'box' | 'block' {
  const names = attributes.find(([each]) => each === 'class')?.[1].split(' ') ?? [];
  if (boxes.some((box) => names.includes(box))) return 'box';
  return inline.has(name) && !names.includes('govuk-button') ? 'line' : 'block';
}

const textOf = (node: Tree.ChildNode): string => ('value' in node ? node.value : '');

function lineOf(nodes: readonly Tree.ChildNode[]): Outline[] {
  const flow: Flow = { lastText: undefined, pendingSpace: true };
  const children = walk(nodes, flow);
  endLine(flow);
  return children;
}

function walk(nodes: readonly Tree.ChildNode[], flow: Flow): Outline[] {
  const children: Outline[] = [];
  for (const node of nodes) {
    if (node.nodeName === '#text') addText((node as Tree.TextNode).value, children, flow);
    if (!('tagName' in node)) continue;
    const name = node.tagName;
    const attributes = attributesOf(node);
    const flows = flowOf(name, attributes);
    if (flows === 'block') endLine(flow);
    const within =
      flows === 'box' ? lineOf(node.childNodes) : verbatim.has(name) ? node.childNodes.map(textOf) : walk(node.childNodes, flow);
    if (flows === 'block') endLine(flow);
    if (flows === 'box') Object.assign(flow, { lastText: undefined, pendingSpace: false });
    children.push({ name, attributes, children: within });
  }
  return children;
}

function withoutEmptyText(outlines: Outline[]): Outline[] {
  return outlines
    .filter((each) => each !== '')
    .map((each) => (typeof each === 'string' ? each : { ...each, children: withoutEmptyText(each.children) }));
}

/** The outline of a piece of HTML, as a browser would read it inside the body. */
export function outline(html: string): Outline[] {
  return withoutEmptyText(lineOf(parseFragment(html).childNodes));
}

const official = ['govuk-footer__crown', 'govuk-footer__licence-logo', 'govuk-footer__copyright-logo'];

function isEmptied(element: Tree.Element): boolean {
  return element.childNodes.every((child) => child.nodeName === '#text' && (child as Tree.TextNode).value.trim() === '');
}

function prune(node: Tree.ParentNode): void {
  node.childNodes = node.childNodes.filter((child) => {
    if (!('tagName' in child)) return true;
    prune(child);
    const names = child.attrs.find(({ name }) => name === 'class')?.value ?? '';
    if (official.some((name) => names.includes(name))) return false;
    const openLicence = names.includes('licence-description') && serialize(child).includes('All content is available under');
    return !openLicence && !(names === 'govuk-footer__meta-item' && isEmptied(child));
  });
}

/** The official footer less what only central government may show: crown, licence logo and default licence, Crown copyright. */
export function withoutCrown(html: string): string {
  const fragment = parseFragment(html);
  prune(fragment);
  return serialize(fragment);
}
