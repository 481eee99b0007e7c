import { z } from 'zod';
import { Refusal } from '../../../platform/access/refusal.ts';
import { apiForm, apiRoute, type ApiRoute, type MachineCtx, type OpenDocument } from '../../../platform/identity/machine/api-route.ts';
import { fieldErrors } from '../../../platform/web/field-errors.ts';
import { receiveNotification, type Received } from './actions/receive-notification.ts';
import { notificationShape } from './notification-shape.ts';
import { notificationOf, type NotificationRow } from './notification.store.ts';
import { openApi } from './open-api.ts';

/** What a police machine needs to notify, and to read its receipts. */
export const notifyScope = 'police.notify';
/** Notifications taken in one call. */
export const largestBatch = 500;

/** A receipt says that it came and whether it stands at the front door; never who was recognised or what was decided. */
const receiptOf = (policeRef: string, it: Pick<Received, 'id' | 'version' | 'receivedAt' | 'isTaken'>) => ({
  id: it.id,
  policeRef,
  version: it.version,
  update: it.version > 1,
  receivedAt: it.receivedAt.toISOString(),
  state: it.isTaken ? 'at the front door' : 'received',
});

const standing = ({ police_ref: policeRef, received_at: receivedAt, state, id, version }: NotificationRow) =>
  receiptOf(policeRef, { id, version, receivedAt, isTaken: state === 'TAKEN' });

const batchShape = z.strictObject({
  notifications: z
    .array(z.unknown(), { error: 'Send the notifications as a list' })
    .min(1, 'Send at least one notification')
    .max(largestBatch, `Send ${largestBatch} notifications at a time`),
});

/** Good ones go in, bad ones come back with every reason, in the order they were sent. */
async function takeBatch(ctx: MachineCtx, notifications: readonly unknown[]) {
  const results: unknown[] = [];
  for (const [at, given] of notifications.entries()) {
    const read = notificationShape.safeParse(given);
    results.push(read.success ? await takeOrSayWhy(ctx, at, read.data) : rejected(at, given, fieldErrors(read.error)));
  }
  ctx.note.detail['notifications'] = notifications.length;
  return { results };
}

async function takeOrSayWhy(ctx: MachineCtx, at: number, told: z.output<typeof notificationShape>) {
  try {
    const received = await receiveNotification(ctx, ctx.who.agencyId, told);
    return { at, became: received.became, receipt: receiptOf(told.policeRef, received) };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const errors = error.errors.length > 0 ? error.errors : [{ field: 'policeRef', message: error.message }];
    return rejected(at, told, errors);
  }
}

const rejected = (at: number, given: unknown, errors: Refusal['errors']) => {
  const said = typeof given === 'object' && given !== null ? (given as { policeRef?: unknown }).policeRef : null;
  return { at, became: 'rejected', policeRef: typeof said === 'string' ? said.slice(0, 60) : null, errors };
};

/** Addresses for the machines of police forces. */
export const policeApi: readonly ApiRoute[] = [
  apiForm('/api/v1/police/notifications', notifyScope, 'front-door.api.police-notify', notificationShape, async (ctx, _asked, told) =>
    receiptOf(told.policeRef, await receiveNotification(ctx, ctx.who.agencyId, told)),
  ),
  apiForm('/api/v1/police/notifications/batch', notifyScope, 'front-door.api.police-batch', batchShape, (ctx, _asked, { notifications }) =>
    takeBatch(ctx, notifications),
  ),
  apiRoute('/api/v1/police/notifications/:id', notifyScope, 'front-door.api.police-receipt', async (ctx, asked) =>
    standing(await notificationOf(ctx, asked.params['id'] ?? '')),
  ),
];

export const policeDocuments: readonly OpenDocument[] = [
  { path: '/api/v1/police/openapi.json', mediaType: 'application/json', document: openApi },
];
