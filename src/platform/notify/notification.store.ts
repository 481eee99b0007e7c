import { sql } from 'kysely';
import type { Ctx } from '../access/ctx.ts';
import type { Held } from './client.ts';
import type { Channel, TemplateName } from './templates.ts';

/** A message not yet sent, with where it goes. The worker alone reads it. */
export interface Envelope {
  template: TemplateName;
  channel: Channel;
  address: string;
  words: Readonly<Record<string, string>>;
  tries: number;
  askedAt: Date;
}

/** The message of a waiting notification, locked; null when it is sent already or nothing of it is left. */
export async function envelopeOf(ctx: Ctx, id: string): Promise<Envelope | null> {
  const { rows } = await sql<Envelope>`
    select n.template, n.channel, e.address, e.words, n.tries, n.asked_at as "askedAt"
    from notification n join notification_envelope e on e.notification_id = n.id
    where n.id = ${id} and n.state = 'WAITING' for update of n`.execute(ctx.tx);
  return rows[0] ?? null;
}

/** The service took it: where it went and what it said are forgotten here. */
export async function sentAs(ctx: Ctx, id: string, held: Held): Promise<void> {
  await sql`update notification set state = 'SENT', tries = tries + 1, notify_id = ${held.notifyId}, said = ${held.status}, sent_at = ${ctx.now}
    where id = ${id}`.execute(ctx.tx);
  await burn(ctx, id);
  await statusIs(ctx, id, held.status);
}

/** It could not be given to the service this time. `why` holds no address. */
export async function triedInVain(ctx: Ctx, id: string, why: string): Promise<void> {
  await sql`update notification set tries = tries + 1, said = ${why} where id = ${id}`.execute(ctx.tx);
}

/** It will never arrive. */
export async function failed(ctx: Ctx, id: string, why: string): Promise<void> {
  await sql`update notification set state = 'FAILED', tries = tries + 1, said = ${why}, settled_at = ${ctx.now} where id = ${id}`.execute(
    ctx.tx,
  );
  await burn(ctx, id);
}

/** No service is set up: said so, and nothing is kept. */
export async function notSent(ctx: Ctx, id: string): Promise<void> {
  await sql`update notification set state = 'NOT_SENT', said = null, settled_at = ${ctx.now} where id = ${id}`.execute(ctx.tx);
  await burn(ctx, id);
}

/** The service's latest word on a sent message; delivered and every failure are its last. */
export async function statusIs(ctx: Ctx, id: string, status: string): Promise<void> {
  const state = status === 'delivered' ? 'DELIVERED' : status.endsWith('-failure') ? 'FAILED' : 'SENT';
  await sql`update notification set said = ${status}, state = ${state}, settled_at = ${state === 'SENT' ? null : ctx.now}
    where id = ${id} and state = 'SENT'`.execute(ctx.tx);
}

async function burn(ctx: Ctx, id: string): Promise<void> {
  await ctx.tx.deleteFrom('notification_envelope').where('notification_id', '=', id).execute();
}

/** A notification as those who asked for it see it: no address, no values. */
export interface Standing {
  id: string;
  aboutId: string;
  channel: Channel;
  state: 'WAITING' | 'SENT' | 'DELIVERED' | 'FAILED' | 'NOT_SENT';
  askedAt: Date;
  settledAt: Date | null;
}

/** Notifications about these records that the reader may see, newest first. */
export async function notificationsAbout(ctx: Ctx, kind: string, ids: readonly string[]): Promise<Standing[]> {
  const { rows } = await sql<Standing>`
    select id, about_id as "aboutId", channel, state, asked_at as "askedAt", settled_at as "settledAt"
    from notification where about_kind = ${kind} and about_id = any(${ids}::uuid[]) order by asked_at desc`.execute(ctx.tx);
  return rows;
}

/** What became of a notification, in words for whoever asked for it. */
export const standingWords: Record<Standing['state'], string> = {
  WAITING: 'waiting to be sent',
  SENT: 'sent; not yet known to have arrived',
  DELIVERED: 'arrived',
  FAILED: 'did not arrive',
  NOT_SENT: 'not sent: no message service is set up here',
};
