import { randomUUID } from 'node:crypto';
import { about, type Ctx } from '../../../../platform/access/ctx.ts';
import { invalid, refused } from '../../../../platform/access/refusal.ts';
import { enqueue } from '../../../../platform/jobs/enqueue.ts';
import { slotMs, takeKind } from '../intake.ts';
import { bodyHash, type Notified } from '../notification.ts';
import { insertNotification, lastVersion } from '../notification.store.ts';

/** What became of something told: new, an update of what was told before, or the same again. `id` is the receipt. */
export interface Received {
  id: string;
  version: number;
  receivedAt: Date;
  isTaken: boolean;
  became: 'new' | 'update' | 'same';
}

/** Takes one notification of a force: its row and the job that makes a contact of it, and nothing else, so that it is answered as long as the
 *  database answers. The same told twice gives the first receipt; other words under the same reference are a further version. Throws invalid
 *  for an incident still to come. */
export async function receiveNotification(ctx: Ctx, agencyId: string, told: Notified, fileId: string | null = null): Promise<Received> {
  const late = ctx.now.getTime() + 10 * 60_000;
  if (Date.parse(told.incidentAt) > late) throw invalid([{ field: 'incidentAt', message: 'The incident cannot lie in the future' }]);
  if (told.reportedAt && Date.parse(told.reportedAt) > late)
    throw invalid([{ field: 'reportedAt', message: 'The report cannot lie in the future' }]);
  const hash = bodyHash(told);
  for (let tries = 0; tries < 5; tries += 1) {
    const last = await lastVersion(ctx, agencyId, told.policeRef);
    if (last?.body_hash === hash) return sameAgain(last);
    const id = randomUUID();
    const version = (last?.version ?? 0) + 1;
    const arrival = { agencyId, version, bodyHash: hash, contactId: last?.contact_id ?? null, fileId };
    if (!(await insertNotification(ctx, id, arrival, told))) continue;
    await askToTake(ctx);
    about(ctx, 'police-notification', id);
    return { id, version, receivedAt: ctx.now, isTaken: false, became: last ? 'update' : 'new' };
  }
  throw refused('The same reference is being sent many times at once. Send it again.');
}

const sameAgain = (last: NonNullable<Awaited<ReturnType<typeof lastVersion>>>): Received => ({
  id: last.id,
  version: last.version,
  receivedAt: last.received_at,
  isTaken: last.state === 'TAKEN',
  became: 'same',
});

/** Whatever comes within two seconds is taken by one job a second later, when all of it has been committed. */
async function askToTake(ctx: Ctx): Promise<void> {
  const slot = Math.floor(ctx.now.getTime() / slotMs);
  await enqueue(ctx, takeKind, { slot }, { key: `${takeKind}:${slot}`, runAt: new Date((slot + 1) * slotMs + 1_000) });
}
