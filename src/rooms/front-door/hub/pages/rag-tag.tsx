import { Tag } from '../../../../platform/web/govuk/tag.tsx';
import { ragFacts, type Rag } from '../enquiry.ts';

const colours: Record<Rag, string> = { RED: 'govuk-tag--red', AMBER: 'govuk-tag--orange', GREEN: 'govuk-tag--green' };

/** The rating in a word; the colour only repeats it. */
export function RagTag({ rag }: { rag: Rag }) {
  return <Tag classes={colours[rag]}>{ragFacts[rag].words}</Tag>;
}
