import { saw, type StaffCtx } from '../../../../../platform/access/ctx.ts';
import { clocksOf } from '../../../../../platform/time/clock.store.ts';
import { namedIn } from '../../../contact.store.ts';
import { decisionsOf } from '../../../decision.store.ts';
import { calledOfRow } from '../../../submitted.ts';
import { standingSecond } from '../../deciding.ts';
import { waitedFor } from '../../enquiry.ts';
import { enquiryOf, namesOf, ratingsOf } from '../../enquiry.store.ts';
import { itemsOf, replacedReturns } from '../../picture.store.ts';
import { requestsOf } from '../../request.store.ts';

/** Everything the page of an enquiry shows, read once. */
export async function enquiryFacts(ctx: StaffCtx, id: string) {
  const { enquiry, contact } = await enquiryOf(ctx, id);
  const named = await namedIn(ctx, contact.id);
  const requests = await requestsOf(ctx, enquiry.id);
  const ratings = await ratingsOf(ctx, enquiry.id);
  const returnClocks = await clocksOf(
    ctx,
    'information-request',
    requests.map((one) => one.id),
  );
  const clocks = (await clocksOf(ctx, 'hub-enquiry', [enquiry.id])).get(enquiry.id) ?? [];
  saw(ctx, ...named.map((one) => one.person_id));
  return {
    enquiry,
    contact,
    named: named.map((one) => ({ ...one, name: calledOfRow(one) })),
    requests: requests.map((one) => {
      const clock = returnClocks.get(one.id)?.findLast((its) => its.cancelledAt === null);
      return { ...one, clock, overdue: clock?.reading.state === 'overdue', chased: one.chases.length };
    }),
    missing: waitedFor(requests, enquiry.proceeded_at),
    ratings,
    clock: clocks.find((one) => one.cancelledAt === null),
    stopped: clocks.filter((one) => one.cancelledAt !== null),
    items: await itemsOf(ctx, enquiry.id),
    replaced: await replacedReturns(ctx, enquiry.id),
    decisions: await decisionsOf(ctx, contact.id),
    second: standingSecond(enquiry, requests, ratings),
    names: await namesOf(ctx, [enquiry.opened_by, enquiry.proceeded_by, enquiry.second_asked_by, enquiry.second_by]),
  };
}
export type EnquiryFacts = Awaited<ReturnType<typeof enquiryFacts>>;
