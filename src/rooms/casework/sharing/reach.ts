/** How a correction reaches one recipient: in Goldthread where somebody there can read it, else by an e-mail that only says one waits, and in any case by
 *  a person's own voice where nothing else brings the words themselves. */
import type { NoticeLine } from './correction.store.ts';
import type { WhoCanBeTold } from './reach.store.ts';

export type Way =
  | { channel: 'in Goldthread'; teamId: string | null; staffIds: readonly string[]; how: string }
  | { channel: 'e-mail'; address: string }
  | { channel: 'by hand' };

/** The way to one recipient. A record that is hidden or restricted by now goes by hand alone: nothing about it may appear on anybody's list. */
export function wayTo(who: WhoCanBeTold): Way {
  if (who.isGuarded) return { channel: 'by hand' };
  if (who.staffId)
    return { channel: 'in Goldthread', teamId: null, staffIds: [who.staffId], how: 'Shown to the practitioner it was shared with' };
  if (who.teamId) return { channel: 'in Goldthread', teamId: who.teamId, staffIds: [], how: 'Shown to the team' };
  if (who.answering.length > 0)
    return { channel: 'in Goldthread', teamId: null, staffIds: who.answering, how: 'Shown to those who answer for the agency' };
  return who.email ? { channel: 'e-mail', address: who.email } : { channel: 'by hand' };
}

/** How far a message has come. */
export type Reach = 'waiting' | 'to be told by hand' | 'delivered' | 'confirmed';

/** Where a row stands. */
export const reachOf = (line: Pick<NoticeLine, 'byHandSince' | 'deliveredAt' | 'confirmedAt'>): Reach =>
  line.confirmedAt ? 'confirmed' : line.deliveredAt ? 'delivered' : line.byHandSince ? 'to be told by hand' : 'waiting';
