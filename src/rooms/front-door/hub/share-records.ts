/** Whatever leaves the hub, to an agency asked or to work a decision opens, is a share decision of its own beside it (S-010). */
import { actingAs, type StaffCtx } from '../../../platform/access/ctx.ts';
import { sharing } from '../../casework/index.ts';
import type { ContactRow } from '../contact.store.ts';
import { newestEnquiryAbout, type EnquiryRow } from './enquiry.store.ts';
import { carriedItems, carriedWords, receivers } from './onward.ts';
import { itemsOf } from './picture.store.ts';

type Share = Parameters<typeof sharing.decideToShare>[1];

/** What the family knows and agreed to, as enquiry and contact tell it. */
function familyFacts(enquiry: EnquiryRow, contact: ContactRow): Pick<Share, 'family' | 'agreement'> {
  const told = enquiry.family_told;
  const said = contact.agreement_obtained;
  const because = [contact.agreement_by_whom, contact.agreement_why_not].filter(Boolean).join('. ');
  return {
    family:
      told === 'told'
        ? { told: 'told before', whom: 'The family, as the hub’s enquiry says' }
        : told === 'not told'
          ? { told: 'not told', notBecause: enquiry.not_told_because }
          : { told: 'to be told' },
    agreement: {
      answer: said === 'yes' ? 'agreed' : said === 'no' && contact.parents_informed === 'yes' ? 'refused' : 'not sought',
      because: because || `As contact ${contact.reference} says; the hub does not rest on agreement`,
    },
  };
}

/** Records that agencies were told whom the hub asks about and why: one decision a child and agency. `because` is the asker’s answer to whether
 *  telling them does the child more harm than not. */
export async function recordAsking(
  ctx: StaffCtx,
  it: {
    enquiry: EnquiryRow;
    contact: ContactRow;
    requests: readonly { id: string; agencyId: string; whatWeAsk: string }[];
    people: readonly { personId: string | null; part: string; name: string }[];
    withAddress: boolean;
    because: string;
  },
): Promise<void> {
  const { enquiry, contact, because } = it;
  const children = it.people.filter((one) => one.part !== 'adult' && one.personId);
  const about = children.length > 0 ? children : it.people.filter((one) => one.personId);
  const told = it.withAddress ? 'name, date of birth and address' : 'name and date of birth';
  for (const request of it.requests)
    for (const { personId, name } of about)
      await sharing.decideToShare(ctx, {
        ...familyFacts(enquiry, contact),
        personId: personId ?? '',
        named: name,
        to: { agencyId: request.agencyId },
        purpose: enquiry.purpose,
        serves: enquiry.rag === 'RED' ? 'CA1989-S47' : 'CA2004-S11',
        basis: sharing.usualBasis,
        detriment: { answer: 'no more detrimental', because },
        decision: 'SHARE',
        reason: because,
        method: 'in Goldthread',
        securityCheck: 'Read only by people who answer the hub for that agency, after they sign in',
        items: [{ kind: 'fact', words: `${name} (${told}). ${request.whatWeAsk}`, saidBy: 'The front door' }],
        origin: { kind: 'information-request', id: request.id },
      });
}

/** The reason a piece of work is opened with: the decider’s words, then what of the picture may go to whoever receives it. What goes is recorded as
 *  shared, item by item, so that a correction of the owner reaches the work. */
export async function carryOn(
  ctx: StaffCtx,
  it: { contact: ContactRow; namedId: string; personId: string; decisionId: string; rationale: string; receiver: keyof typeof receivers },
): Promise<string> {
  const enquiry = await newestEnquiryAbout(ctx, it.contact.id);
  if (!enquiry) return it.rationale;
  const items = await itemsOf(ctx, enquiry.id);
  const toWhom = receivers[it.receiver];
  const going = carriedItems(items, it.namedId, toWhom);
  const to = actingAs(ctx.who)?.agencyId;
  if (going.length > 0 && to)
    await sharing.decideToShare(ctx, {
      ...familyFacts(enquiry, it.contact),
      personId: it.personId,
      to: { agencyId: to, person: toWhom },
      purpose: enquiry.purpose,
      serves: it.receiver === 'referral' ? 'CA1989-S17' : 'EARLY-HELP',
      basis: sharing.usualBasis,
      detriment: { answer: 'no more detrimental', because: it.rationale },
      decision: 'SHARE',
      reason: it.rationale,
      method: 'in Goldthread',
      securityCheck: 'It stands in the work the decision opened, which its team alone opens',
      items: going.map((item) => ({ kind: item.kind, words: item.words, saidBy: item.agency, thingId: item.id })),
      origin: { kind: 'contact-decision', id: it.decisionId },
    });
  const carried = carriedWords(items, it.namedId, toWhom);
  return carried ? `${it.rationale}\n\n${carried}` : it.rationale;
}
