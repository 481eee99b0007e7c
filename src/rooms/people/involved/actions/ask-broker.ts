import { about, type StaffCtx } from '../../../../platform/access/ctx.ts';
import { refused } from '../../../../platform/access/refusal.ts';
import { insertRequest } from '../broker.store.ts';
import { personRow } from '../../person.store.ts';

/**
 * Asks the privacy officer to pass a message on to any service whose part is not told. The same for every child, whether or not there is
 * one (S-023): nothing here looks. Throws notFound; refused while an earlier request about the child still waits.
 */
export async function askBroker(ctx: StaffCtx, personId: string, message: string): Promise<void> {
  await personRow(ctx, personId);
  const id = await insertRequest(ctx, personId, message);
  if (!id) throw refused('Your earlier request about this child still waits for the privacy officer');
  about(ctx, 'broker-request', id);
}
