import { sourceWords } from '../../codes.ts';
import type { QueueRow } from '../../queue.store.ts';

/** A side panel that shows enough to choose, without opening or taking the contact. */
export function Preview({ row, closeHref }: { row: QueueRow; closeHref: string }) {
  return (
    <aside id="preview" class="gt-panel" aria-labelledby="preview-heading" tabIndex={-1}>
      <h2 class="govuk-heading-m" id="preview-heading">
        {row.reference}: {row.children.join(', ')}
      </h2>
      <p class="govuk-body">From {(sourceWords[row.sourceCode] ?? 'an unknown source').toLowerCase()}. The referrer writes:</p>
      <blockquote class="gt-quote">
        {row.excerpt}
        {row.excerpt.length >= 240 ? ' …' : ''}
      </blockquote>
      <p class="govuk-body">
        <a class="govuk-link" href={`/front-door/contacts/${row.id}`}>
          Open {row.reference}
        </a>
      </p>
      <p class="govuk-body">
        <a class="govuk-link" href={closeHref}>
          Close the preview
        </a>
      </p>
    </aside>
  );
}
