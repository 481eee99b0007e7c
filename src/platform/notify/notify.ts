/** Telling somebody, outside Goldthread, that something waits for them here. */
import { randomUUID } from 'node:crypto';
import type { Ctx } from '../access/ctx.ts';
import { enqueue } from '../jobs/enqueue.ts';
import type { Channel, TemplateName } from './templates.ts';
import { wordsFor } from './templates.ts';
import { checkedWords, type WordsOf } from './words.ts';

/** A colleague, reached at the work email on file, or the email or telephone that somebody without an account gave. */
export type Recipient = { staffId: string } | { channel: Channel; address: string };

/** One message to one person: which template, its values, and the record it is about (`about`, for those who ask what became of it). */
export interface Notice<T extends TemplateName> {
  template: T;
  to: Recipient;
  words: WordsOf<T>;
  about: { kind: string; id: string };
  /** Not before this moment: a time at which it is safe to be reached. */
  notBefore?: Date;
}

/** What became of asking: an id to follow, or why nothing can be sent. */
export type Asked = { id: string } | { cannotBecause: 'no address on file' | 'not for text messages' };

/**
 * Writes a notification in the caller's transaction: it is sent if and only if that commits, by a job, with retries. Nothing but a
 * reference, a day and a link can stand in it; a value of any other shape throws MayHoldPersonalData. Answers `cannotBecause` when there
 * is no address, so that the caller can say so and choose another way. Whether it may be sent at all (safe contact) is the caller's rule.
 */
export async function notify<T extends TemplateName>(ctx: Ctx, notice: Notice<T>): Promise<Asked> {
  const words = checkedWords(notice.template, notice.words);
  const to = await addressOf(ctx, notice.to);
  if (to === null) return { cannotBecause: 'no address on file' };
  if (wordsFor(notice.template, to.channel) === null) return { cannotBecause: 'not for text messages' };
  const id = randomUUID();
  await ctx.tx
    .insertInto('notification')
    .values({
      id,
      template: notice.template,
      channel: to.channel,
      to_staff_id: 'staffId' in notice.to ? notice.to.staffId : null,
      about_kind: notice.about.kind,
      about_id: notice.about.id,
      asked_by: ctx.who.kind === 'staff' ? ctx.who.staffId : null,
      asked_at: ctx.now,
    })
    .execute();
  await ctx.tx
    .insertInto('notification_envelope')
    .values({ notification_id: id, address: to.address, words: JSON.stringify(words) })
    .execute();
  await enqueue(
    ctx,
    'notify.send',
    { notificationId: id },
    { key: `notify:${id}`, ...(notice.notBefore ? { runAt: notice.notBefore } : {}) },
  );
  return { id };
}

/** The same notice to several colleagues, each once; those without a work email are left out. Answers how many are told. */
export async function notifyStaff<T extends TemplateName>(
  ctx: Ctx,
  staffIds: readonly string[],
  notice: Omit<Notice<T>, 'to'>,
): Promise<number> {
  let told = 0;
  for (const staffId of new Set(staffIds)) {
    const asked = await notify(ctx, { ...notice, to: { staffId } } as Notice<T>);
    if ('id' in asked) told += 1;
  }
  return told;
}

async function addressOf(ctx: Ctx, to: Recipient): Promise<{ channel: Channel; address: string } | null> {
  if (!('staffId' in to)) return to.address.trim() === '' ? null : { channel: to.channel, address: to.address.trim() };
  const staff = await ctx.tx
    .selectFrom('staff')
    .select('email')
    .where('id', '=', to.staffId)
    .where('left_on', 'is', null)
    .executeTakeFirst();
  return staff?.email ? { channel: 'email', address: staff.email } : null;
}
