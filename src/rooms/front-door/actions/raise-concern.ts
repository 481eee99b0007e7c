import { randomUUID } from 'node:crypto';
import { about, actingAs, type Ctx } from '../../../platform/access/ctx.ts';
import { invalid } from '../../../platform/access/refusal.ts';
import { startClock } from '../../../platform/time/clock.store.ts';
import { sourceOf } from '../codes.ts';
import { whatIsMissing, type Concern } from '../concern.ts';
import { insertContact, nextReference } from '../contact.store.ts';
import { filesFollow } from '../file.store.ts';

export interface Raised {
  id: string;
  reference: string;
}

/** How the concern reached us; anything but WEB is a contact officer writing down what someone else told them. */
export type Channel = 'WEB' | 'PHONE' | 'EMAIL' | 'WALK_IN' | 'LETTER' | 'OUT_OF_HOURS';

/** Takes a concern from anyone. Refuses only the minimum of form 4.1, every message at once. Starts the screening clock (C02). */
export async function raiseConcern(ctx: Ctx, concern: Concern, channel: Channel, draftId: string | null): Promise<Raised> {
  const missing = whatIsMissing(concern, ctx.who.kind === 'staff' && channel === 'WEB');
  if (missing.length > 0) throw invalid(missing);
  const raised = { id: randomUUID(), reference: await nextReference(ctx) };
  const own = ctx.who.kind === 'staff' && channel === 'WEB' ? ctx.who.staffId : null;
  const as = own ? actingAs(ctx.who) : undefined;
  await insertContact(
    ctx,
    {
      ...raised,
      channel,
      receivedAt: ctx.now,
      referrerStaffId: own,
      referrerAgencyId: as?.agencyId ?? null,
      visitorKey: ctx.who.kind === 'public' ? ctx.who.visitorKey : null,
      sourceCode: as ? sourceOf(as.agencyType, as.role) : concern.referrer.anonymous ? '9' : (concern.referrer.publicSource ?? '10'),
    },
    concern,
  );
  if (draftId) await filesFollow(ctx, draftId, raised.id);
  await startClock(ctx, { rule: 'C02', subjectKind: 'contact', subjectId: raised.id, startedAt: ctx.now });
  about(ctx, 'contact', raised.id);
  return raised;
}
