import { randomUUID } from 'node:crypto';
import { saw, type StaffCtx } from '../../../../platform/access/ctx.ts';
import { invalid, refused } from '../../../../platform/access/refusal.ts';
import { enqueue } from '../../../../platform/jobs/enqueue.ts';
import { startClock } from '../../../../platform/time/clock.store.ts';
import { namedIn, type NamedRow } from '../../contact.store.ts';
import { calledOfRow } from '../../submitted.ts';
import { addressWithheld, askableAgencies, type Askable } from '../agencies.store.ts';
import { blindWords } from '../asking.ts';
import { ragFacts, type Rag } from '../enquiry.ts';
import { enquiryToChange } from '../enquiry.store.ts';
import { requestsOf, writeRequests } from '../request.store.ts';
import { recordAsking } from '../share-records.ts';

/** Whom to ask, about whom, with which words. `to` are pairs of agency id and question set. */
export interface Asking {
  enquiryId: string;
  to: readonly { agencyId: string; discipline: string }[];
  namedIds: readonly string[];
  whatWeAsk: string;
  withAddress: boolean;
  /** Why telling them this does the child no more harm than not telling: part of the record of the share. */
  because: string;
}

/** Asks agencies what they know: one request each, with its own clock from now (C03 to C05, returns). Each reads the people and words chosen here
 *  and nothing else of the contact. An agency where nobody may know one of these people is refused: it would never see the request. */
export async function askAgencies(ctx: StaffCtx, it: Asking): Promise<string[]> {
  const { enquiry, contact } = await enquiryToChange(ctx, it.enquiryId);
  if (enquiry.decided_at) throw refused('This enquiry is decided, so nobody more is asked.');
  const everyone = await namedIn(ctx, contact.id);
  const people = everyone.filter((one) => it.namedIds.includes(one.id));
  if (people.length === 0) throw invalid([{ field: 'people', message: 'Select at least one person to ask about' }]);
  const personIds = people.flatMap((one) => one.person_id ?? []);
  saw(ctx, ...personIds);
  const agencies = await askableAgencies(ctx, personIds);
  const asked = await requestsOf(ctx, enquiry.id);
  const to = it.to.filter(
    (one) => !asked.some((was) => was.state !== 'CANCELLED' && was.agencyId === one.agencyId && was.discipline === one.discipline),
  );
  if (to.length === 0) throw invalid([{ field: 'involved', message: 'Select at least one agency that is not asked already' }]);
  for (const one of to) mayBeAsked(agencies, one, personIds.length);
  const withAddress =
    it.withAddress &&
    !(await addressWithheld(
      ctx,
      everyone.flatMap((one) => one.person_id ?? []),
    ));
  const requests = to.map((one) => ({
    id: randomUUID(),
    enquiryId: enquiry.id,
    contactId: contact.id,
    ...one,
    whatWeAsk: it.whatWeAsk,
    rag: enquiry.rag,
  }));
  await writeRequests(
    ctx,
    requests,
    people.map((one) => told(one, withAddress)),
  );
  const rule = ragFacts[enquiry.rag as Rag].returns;
  for (const { id } of requests) {
    await startClock(ctx, { rule, subjectKind: 'information-request', subjectId: id, startedAt: ctx.now });
    await enqueue(ctx, 'front-door.tell-asked', { requestId: id }, { key: `tell-asked:${id}` });
  }
  await recordAsking(ctx, {
    enquiry,
    contact,
    requests,
    people: people.map((one) => told(one, withAddress)),
    withAddress,
    because: it.because,
  });
  return requests.map((one) => one.id);
}

function mayBeAsked(agencies: readonly Askable[], to: { agencyId: string; discipline: string }, people: number): void {
  const agency = agencies.find((one) => one.id === to.agencyId && one.sets.some((set) => set.key === to.discipline));
  if (!agency) throw invalid([{ field: 'involved', message: 'Select agencies from the list' }]);
  if (people > 0 && agency.mayRead === 0) throw refused(blindWords(agency));
}

const told = (one: NamedRow & { person_id: string | null }, withAddress: boolean) => ({
  namedId: one.id,
  personId: one.person_id,
  part: one.part,
  name: calledOfRow(one),
  dateOfBirth: one.date_of_birth,
  expectedOn: one.expected_on,
  address: withAddress ? [one.line1, one.town, one.postcode].filter(Boolean).join(', ') || null : null,
});
