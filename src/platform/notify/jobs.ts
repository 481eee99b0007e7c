import { sql } from 'kysely';
import { z } from 'zod';
import type { Ctx } from '../access/ctx.ts';
import { enqueue } from '../jobs/enqueue.ts';
import { registerJob } from '../jobs/job.ts';
import { whileOutside } from '../jobs/while-outside.ts';
import { NotifyAway, NotifyRefuses, type Held, type Notify } from './client.ts';
import { notifyConnection } from './connection.ts';
import { envelopeOf, failed, notSent, sentAs, statusIs, triedInVain, type Envelope } from './notification.store.ts';

const minute = 60_000;
/** Tried for three days, as long as the service itself tries to deliver (Notify API documentation); then it has failed and somebody is told. */
const tryFor = 72 * 60 * minute;
/** After how long the service is asked what became of a message, each time after the last. */
const askAfter = [1, 5, 30, 120, 720, 1_440, 1_440, 1_440].map((minutes) => minutes * minute);

const asked = z.object({ notificationId: z.uuid() });

/** Gives one message to GOV.UK Notify. A run that comes again asks first whether an earlier one got through, so that nobody is told twice. */
const send = registerJob('notify.send', asked, async (ctx, { notificationId }, run) => {
  const envelope = await envelopeOf(ctx, notificationId);
  if (envelope === null) return;
  const connection = notifyConnection();
  if (connection === null) return notSent(ctx, notificationId);
  const isAgain = run.attempt > 1 || envelope.tries > 0;
  try {
    const held = await whileOutside(ctx, () => handOver(connection, notificationId, envelope, isAgain));
    await sentAs(ctx, notificationId, held);
    await followUp(ctx, notificationId, held.status, 0);
  } catch (error) {
    if (!(error instanceof NotifyAway)) throw error;
    const isOver = error instanceof NotifyRefuses || ctx.now.getTime() - envelope.askedAt.getTime() > tryFor;
    if (isOver) return failed(ctx, notificationId, error.why);
    await triedInVain(ctx, notificationId, error.why);
    await enqueue(ctx, 'notify.send', { notificationId }, { runAt: later(ctx, Math.min(60 * minute, minute * 2 ** envelope.tries)) });
  }
});

async function handOver(connection: Notify, reference: string, envelope: Envelope, isAgain: boolean): Promise<Held> {
  const before = isAgain ? await connection.find(reference) : null;
  return before ?? connection.send({ ...envelope, reference });
}

const later = (ctx: Ctx, milliseconds: number): Date => new Date(ctx.now.getTime() + milliseconds);

/** Asks what became of a message, less and less often; what is still not known after some five days is left as sent. */
const check = registerJob('notify.check', asked.extend({ time: z.int() }), async (ctx, { notificationId, time }) => {
  const { rows } = await sql<{ notifyId: string }>`
    select notify_id as "notifyId" from notification where id = ${notificationId} and state = 'SENT' and notify_id is not null`.execute(
    ctx.tx,
  );
  const connection = notifyConnection();
  const [one] = rows;
  if (!one || connection === null) return;
  const status = await whileOutside(ctx, () => connection.statusOf(one.notifyId)).catch((error: unknown) => {
    if (error instanceof NotifyAway) return null;
    throw error;
  });
  if (status !== null) await statusIs(ctx, notificationId, status);
  await followUp(ctx, notificationId, status ?? 'sending', time + 1);
});

/** Statuses after which nothing more is heard. */
const isFinal = (status: string): boolean => status === 'delivered' || status.endsWith('-failure');

async function followUp(ctx: Ctx, notificationId: string, status: string, time: number): Promise<void> {
  const wait = askAfter[time];
  if (isFinal(status) || wait === undefined) return;
  await enqueue(ctx, 'notify.check', { notificationId, time }, { runAt: later(ctx, wait) });
}

export const notifyJobs = [send, check];
