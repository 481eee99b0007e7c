/** One thing on the thread, from the outcome down: what kind of thing it is, its wording, where it is shown. */
export type ThreadNode = { kind: string; text: string; href?: string | undefined; current?: boolean | undefined };

function Node({ node }: { node: ThreadNode }) {
  const words =
    node.href && !node.current ? (
      <a class="govuk-link" href={node.href}>
        {node.text}
      </a>
    ) : (
      node.text
    );
  return (
    <li
      class={node.current ? 'gt-thread__node gt-thread__node--current' : 'gt-thread__node'}
      aria-current={node.current ? 'true' : undefined}
    >
      <span class="gt-thread__kind">{node.kind}</span> <span class="gt-thread__text">{words}</span>
    </li>
  );
}

/** The golden thread: from the outcome wished for to what is done about it. The only gold on a page. */
export function ThreadLine({ nodes, label = 'How this is linked to an outcome' }: { nodes: readonly ThreadNode[]; label?: string }) {
  if (nodes.length === 0) return null;
  return (
    <ol class="gt-thread" aria-label={label}>
      {nodes.map((node) => (
        <Node node={node} />
      ))}
    </ol>
  );
}
