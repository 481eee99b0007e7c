/** What is told on from a contact is a share decision beside the telling (S-010): a handover to whoever takes it, and the answer to the referrer. */
import type { StaffCtx } from '../../platform/access/ctx.ts';
import { sharing } from '../casework/index.ts';
import type { ContactRow } from './contact.store.ts';
import { agencyHandedTo, childrenToldOf } from './passing-on.store.ts';

type Share = Parameters<typeof sharing.decideToShare>[1];

/** What the family knows and agreed to, as the contact tells it. */
function familyFacts(contact: ContactRow): Pick<Share, 'family' | 'agreement'> {
  const said = contact.agreement_obtained;
  const isTold = contact.parents_informed === 'yes';
  const because = [contact.agreement_by_whom, contact.agreement_why_not].filter(Boolean).join('. ');
  return {
    family: isTold ? { told: 'told before', whom: `The family, as contact ${contact.reference} says` } : { told: 'to be told' },
    agreement: {
      answer: said === 'yes' ? 'agreed' : said === 'no' && isTold ? 'refused' : 'not sought',
      because: because || `As contact ${contact.reference} says; it does not rest on agreement`,
    },
  };
}

const usual = (contact: ContactRow) =>
  ({ ...familyFacts(contact), basis: sharing.usualBasis, serves: 'CA2004-S11', decision: 'SHARE' }) as const;

/** Records what a handover gives to whoever takes it: the decision's reason, and the referrer's words. */
export async function recordHandedOver(
  ctx: StaffCtx,
  contact: ContactRow,
  it: { id: string; personId: string; rationale: string; teamId: string | null; staffId: string | null; toName: string },
): Promise<void> {
  const agencyId = await agencyHandedTo(ctx, it);
  await sharing.decideToShare(ctx, {
    ...usual(contact),
    personId: it.personId,
    to: agencyId ? { agencyId, teamId: it.teamId, staffId: it.staffId } : { body: it.toName || 'Whoever takes the handover' },
    purpose: 'To act on what is handed over from the front door',
    detriment: { answer: 'no more detrimental', because: it.rationale },
    reason: it.rationale,
    method: agencyId ? 'in Goldthread' : 'by telephone',
    securityCheck: 'It is not handed over until somebody there accepts it',
    items: [
      { kind: 'opinion', words: it.rationale, saidBy: 'The front door' },
      { kind: 'allegation', words: contact.what_happened, saidBy: 'Whoever raised the concern', thingId: contact.id },
    ],
    origin: { kind: 'contact-handover', id: it.id },
  });
}

/** Records what the referrer is told about each child: the words, and by which way. */
export async function recordToldReferrer(
  ctx: StaffCtx,
  contact: ContactRow,
  it: { told: string; why: string; how: 'page' | 'call' | 'letter' | 'message' },
): Promise<void> {
  const agencyId = contact.referrer_agency_id;
  const to: Share['to'] = agencyId
    ? { agencyId, staffId: contact.referrer_staff_id, person: contact.referrer_name }
    : {
        body: contact.referrer_agency_name ?? contact.referrer_name ?? 'Whoever raised the concern',
        person: contact.referrer_name,
        email: contact.referrer_email,
        phone: contact.referrer_phone,
      };
  for (const personId of await childrenToldOf(ctx, contact.id))
    await sharing.decideToShare(ctx, {
      ...usual(contact),
      personId,
      to,
      purpose: 'So that whoever raised the concern knows what became of it and can go on supporting the child',
      detriment: { answer: 'no more detrimental', because: 'No more is told than what became of the concern, and why' },
      reason: 'No contact closes without an answer to whoever raised it',
      method: it.how === 'call' ? 'by telephone' : it.how === 'letter' ? 'by letter' : 'in Goldthread',
      securityCheck: {
        page: 'Read after signing in, by whoever raised it',
        message: 'A link that opens once, sent where they said that it is safe',
        call: 'Rung at the number they gave',
        letter: 'Written to the address they gave',
      }[it.how],
      items: [{ kind: 'fact', words: [it.told, it.why].filter(Boolean).join('\n'), saidBy: 'The front door' }],
      origin: { kind: 'contact', id: contact.id },
    });
}
