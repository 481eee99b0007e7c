import { randomUUID } from 'node:crypto';
import { about, actingAs, type Ctx } from '../../../platform/access/ctx.ts';
import { invalid } from '../../../platform/access/refusal.ts';
import { enqueue } from '../../../platform/jobs/enqueue.ts';
import { startClock } from '../../../platform/time/clock.store.ts';
import { sourceOf } from '../codes.ts';
import { whatIsMissing, type Concern } from '../concern.ts';
import { insertContact, nextReference } from '../contact.store.ts';
import { filesFollow } from '../file.store.ts';

export interface Raised {
  id: string;
  reference: string;
}

/** How the concern reached us. Written by the referrer: WEB, HEALTH_TRIGGER, SELF; the others by an officer for someone else. */
export type Channel = 'WEB' | 'PHONE' | 'EMAIL' | 'WALK_IN' | 'LETTER' | 'OUT_OF_HOURS' | 'SELF' | 'TRANSFER_IN' | 'HEALTH_TRIGGER';

/** What a way in knows besides: where it came from (census source), when it reached us, that nobody needs to be called back. */
export interface WayInFacts {
  sourceCode?: string | undefined;
  receivedAt?: Date | undefined;
  reachedOtherwise?: boolean | undefined;
}

/** Takes a concern from anyone. Refuses only the minimum of form 4.1, every message at once. Starts the screening clock (C02) and
 *  has the contact routed. */
export async function raiseConcern(
  ctx: Ctx,
  concern: Concern,
  channel: Channel,
  draftId: string | null,
  more: WayInFacts = {},
): Promise<Raised> {
  const ownWords = channel === 'WEB' || channel === 'HEALTH_TRIGGER';
  const missing = whatIsMissing(concern, (ctx.who.kind === 'staff' && ownWords) || more.reachedOtherwise === true);
  if (missing.length > 0) throw invalid(missing);
  const raised = { id: randomUUID(), reference: await nextReference(ctx) };
  const receivedAt = more.receivedAt ?? ctx.now;
  const own = ctx.who.kind === 'staff' && ownWords ? ctx.who.staffId : null;
  const as = own ? actingAs(ctx.who) : undefined;
  await insertContact(
    ctx,
    {
      ...raised,
      channel,
      receivedAt,
      referrerStaffId: own,
      recordedBy: ctx.who.kind === 'staff' && !own ? ctx.who.staffId : null,
      referrerAgencyId: as?.agencyId ?? null,
      visitorKey: ctx.who.kind === 'public' ? ctx.who.visitorKey : null,
      sourceCode: as ? sourceOf(as.agencyType, as.role) : (more.sourceCode ?? givenSource(concern)),
    },
    concern,
  );
  if (draftId) await filesFollow(ctx, draftId, raised.id);
  await startClock(ctx, { rule: 'C02', subjectKind: 'contact', subjectId: raised.id, startedAt: receivedAt });
  await enqueue(ctx, 'front-door.route-contact', { contactId: raised.id });
  about(ctx, 'contact', raised.id);
  return raised;
}

const givenSource = ({ referrer }: Concern): string => (referrer.anonymous ? '9' : (referrer.publicSource ?? '10'));
