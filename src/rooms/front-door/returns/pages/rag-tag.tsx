import { Tag } from '../../../../platform/web/govuk/tag.tsx';
import { ragFacts, type Rag } from '../../hub/enquiry.ts';

const colours: Record<Rag, string> = { RED: 'govuk-tag--red', AMBER: 'govuk-tag--yellow', GREEN: 'govuk-tag--green' };

/** How urgent the hub's question is, in a word and a colour. */
export function RagTag({ rag }: { rag: Rag }) {
  return <Tag classes={colours[rag]}>{ragFacts[rag].words}</Tag>;
}
