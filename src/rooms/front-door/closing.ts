import type { StaffCtx } from '../../platform/access/ctx.ts';
import { endInvolvement } from '../people/index.ts';
import { closingWaitsFor } from './contact.ts';
import { moveContact, type ContactRow } from './contact.store.ts';
import { protectionOf } from './workspace/protection.store.ts';
import { feedbackOf, handoversOf } from './decision.store.ts';

/** What a decided contact still waits for before it closes, in words. */
export async function waitsFor(ctx: StaffCtx, contactId: string): Promise<string[]> {
  const unaccepted = (await handoversOf(ctx, contactId)).filter((one) => !one.accepted_at && !one.returned_at).map((one) => one.to_name);
  const unsent = (await protectionOf(ctx, contactId)).filter((one) => !one.acceptedAt).map((one) => one.team);
  return closingWaitsFor({ told: (await feedbackOf(ctx, contactId)).length > 0, unaccepted: [...unaccepted, ...unsent] });
}

/** Closes a decided contact once the referrer has been told and everything passed on was accepted; the front door's involvement ends with it. */
export async function closeIfDone(ctx: StaffCtx, contact: ContactRow): Promise<boolean> {
  if (contact.state !== 'DECIDED' || (await waitsFor(ctx, contact.id)).length > 0) return false;
  await moveContact(ctx, contact, 'CLOSED', { closed_at: ctx.now, held_by: null, held_since: null });
  await endInvolvement(ctx, { becauseKind: 'contact', becauseId: contact.id });
  return true;
}
