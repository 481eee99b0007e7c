import type { StaffCtx } from '../../../../platform/access/ctx.ts';
import { openWorkFor } from '../../../casework/index.ts';
import { namedIn } from '../../contact.store.ts';
import { routeContact } from './route-contact.ts';

/** The same once someone was recognised: now it can be told whether work is open with a child. */
export async function routeAgain(ctx: StaffCtx, contactId: string): Promise<void> {
  const people = (await namedIn(ctx, contactId)).flatMap((one) => (one.part !== 'adult' && one.person_id ? [one.person_id] : []));
  await routeContact(ctx, contactId, people.length > 0 ? (await openWorkFor(ctx, people)).length > 0 : null);
}
