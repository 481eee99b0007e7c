import type { StaffCtx } from '../../../platform/access/ctx.ts';
import { refused } from '../../../platform/access/refusal.ts';
import { meetClock } from '../../../platform/time/clock.store.ts';
import { moved, type ContactState } from '../contact.ts';
import type { ContactRow } from '../contact.store.ts';
import type { OutcomeCode } from '../decision.ts';
import { decisionNeeds, isAnswered, ragFacts, secondWhoAgrees, waitedFor, type Rag } from './enquiry.ts';
import { changeEnquiry, newestEnquiryAbout, ratingsOf, type EnquiryRow } from './enquiry.store.ts';
import { requestsOf, type RequestLine } from './request.store.ts';

/** The second manager whose agreement stands for an enquiry now, or null. */
export function standingSecond(
  enquiry: EnquiryRow,
  requests: readonly Pick<RequestLine, 'answeredAt'>[],
  ratings: readonly { set_at: Date }[],
): string | null {
  const { second_by: by, second_at: at, second_agreed: agreed } = enquiry;
  const answered = requests.flatMap((one) => one.answeredAt ?? []).toSorted((a, b) => a.getTime() - b.getTime());
  return secondWhoAgrees(by && at ? { by, at, agreed: agreed === true } : null, {
    lastAnsweredAt: answered.at(-1) ?? null,
    lastRatedAt: ratings.at(-1)?.set_at ?? enquiry.opened_at,
  });
}

/** What the hub's enquiry, where there is one, still asks before this outcome may be decided by this person; empty where nothing does. */
export async function hubNeeds(
  ctx: StaffCtx,
  contactId: string,
  outcome: OutcomeCode,
): Promise<{ needs: string[]; enquiryId: string | null }> {
  const enquiry = await newestEnquiryAbout(ctx, contactId);
  if (!enquiry) return { needs: [], enquiryId: null };
  const requests = await requestsOf(ctx, enquiry.id);
  const asked = requests.filter((one) => one.state !== 'CANCELLED');
  const needs = decisionNeeds({
    rag: enquiry.rag as Rag,
    outcome,
    missing: waitedFor(asked, enquiry.proceeded_at).map((one) => one.agency),
    // An enquiry that is over was held to the rule when it was decided
    asked: enquiry.decided_at ? Math.max(1, asked.length) : asked.length,
    wentOnWithout: enquiry.proceeded_at !== null,
    decider: ctx.who.staffId,
    second: standingSecond(enquiry, requests, await ratingsOf(ctx, enquiry.id)),
  });
  return { needs, enquiryId: enquiry.id };
}

/** Refuses a decision the hub's rule does not allow yet, in words; a picture is asked for only while the contact is screened. */
export async function mustSatisfyHub(ctx: StaffCtx, contact: ContactRow, outcome: OutcomeCode): Promise<void> {
  if (outcome === 'MASH' && contact.state !== 'TRIAGE_MASH') moved(contact.state as ContactState, 'ask for the hub picture');
  const { needs } = await hubNeeds(ctx, contact.id, outcome);
  if (needs.length > 0) throw refused(`The hub's enquiry is in the way: ${needs.join('; and ')}.`);
}

/** Every child of the contact has a decision: the enquiry is decided and its clock met. */
export async function enquiryDecided(ctx: StaffCtx, contactId: string): Promise<void> {
  const enquiry = await newestEnquiryAbout(ctx, contactId);
  if (!enquiry || enquiry.decided_at || enquiry.closed_at) return;
  await changeEnquiry(ctx, enquiry, { decided_at: ctx.now });
  await meetClock(ctx, { rule: ragFacts[enquiry.rag as Rag].decision, subjectKind: 'hub-enquiry', subjectId: enquiry.id, metAt: ctx.now });
}

/** Agencies that answered and wait to be told, with the request each was asked by. */
export const toBeTold = (requests: readonly RequestLine[]): RequestLine[] =>
  requests.filter((one) => isAnswered(one.state) && one.toldOutcomeAt === null);
