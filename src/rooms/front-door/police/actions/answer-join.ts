import { about, type StaffCtx } from '../../../../platform/access/ctx.ts';
import { found, refused } from '../../../../platform/access/refusal.ts';
import { joinContact } from '../../actions/join-contact.ts';
import { contactOf } from '../../contact.store.ts';
import { moved, type ContactState } from '../../contact.ts';
import { answerProposal, proposalsFor } from '../joining.store.ts';

/** A person says whether two contacts tell of one incident. Joined, the later one follows the earlier one's outcome. */
export async function answerJoin(ctx: StaffCtx, contactId: string, joinId: string, answer: 'joined' | 'kept apart'): Promise<void> {
  const contact = await contactOf(ctx, contactId);
  about(ctx, 'contact', contact.id);
  const proposal = found((await proposalsFor(ctx, contactId)).find((one) => one.id === joinId && one.answer === null));
  if (answer === 'joined') {
    if (proposal.earlierState === 'MERGED') throw refused(`Contact ${proposal.earlierReference} was joined to another meanwhile.`);
    moved(contact.state as ContactState, 'join to another');
  }
  await answerProposal(ctx, contactId, joinId, answer);
  if (answer === 'joined') await joinContact(ctx, contactId, proposal.earlierReference);
}
