import { correctItem } from './actions/correct-item.ts';
import { decideToShare } from './actions/decide-to-share.ts';
import { usualBasis } from './share.ts';
import { lastGiven, sharesAbout } from './share.store.ts';

/** What other rooms may do with share decisions: record one beside whatever they give or keep back, list those about a child,
 *  correct something that was shared, which reaches everyone who was given it, and find who gave a piece of information last.
 *  `usualBasis` is what safeguarding partners mostly rely on, to start from. */
export const sharing = { decideToShare, sharesAbout, correct: correctItem, lastGiven, usualBasis } as const;
