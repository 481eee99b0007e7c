import { decideToShare } from './actions/decide-to-share.ts';
import { usualBasis } from './share.ts';
import { sharesAbout } from './share.store.ts';

/** What other rooms may do with share decisions: record one beside whatever they give or keep back, and list those about a child.
 *  `usualBasis` is what safeguarding partners mostly rely on, to start from. */
export const sharing = { decideToShare, sharesAbout, usualBasis } as const;
