import { randomUUID } from 'node:crypto';
import { about, type StaffCtx } from '../../../platform/access/ctx.ts';
import { refused } from '../../../platform/access/refusal.ts';
import { notify } from '../../../platform/notify/notify.ts';
import type { Channel } from '../../../platform/notify/templates.ts';
import { londonDate } from '../../../platform/time/london.ts';
import { closeIfDone } from '../closing.ts';
import { contactToChange, type ContactRow } from '../contact.store.ts';
import { sendingWays, suggestedAnswer, type Answer } from '../feedback/telling.ts';
import { decidedChildren, makeLink, reachOf } from '../feedback/telling.store.ts';
import { recordToldReferrer } from '../told-on.ts';

/** What was said and how: `answer` is filled up from what is suggested, so that none of its four parts is ever left unsaid. */
export type Telling = { contactId: string } & (
  | { how: 'page' | 'call' | 'letter'; answer: Partial<Answer> & { told: string } }
  | { how: 'message'; by: Channel; safeToSend: boolean; answer: Partial<Answer> & { told: string } }
  | { how: 'none'; notToldBecause: string }
);

/** Records what the referrer was told, or why they were not; no contact closes without one or the other (3.3). A referrer with a page here is
 *  told by a notification that it waits; anyone else, where it is safe, by a link that opens once. */
export async function tellReferrer(ctx: StaffCtx, telling: Telling): Promise<boolean> {
  const contact = await contactToChange(ctx, telling.contactId);
  about(ctx, 'contact', contact.id);
  if (contact.state !== 'DECIDED') throw refused('Decide for every child before telling the referrer.');
  if (telling.how === 'page' && !contact.referrer_staff_id)
    throw refused('This referrer has no page here. Call or write to them, or say why not.');
  if (telling.how === 'none') await record(ctx, contact, { how: 'none', not_told_because: telling.notToldBecause });
  else {
    const words = { ...suggestedAnswer(await decidedChildren(ctx, contact.id), contact.referrer_staff_id !== null), ...telling.answer };
    const safe = telling.how === 'message' ? telling.safeToSend : null;
    const { told, why, whatNext: what_next, howToDisagree: how_to_disagree } = words;
    await record(ctx, contact, { how: telling.how, told, why, what_next, how_to_disagree, safe_to_send: safe });
    await recordToldReferrer(ctx, contact, { told, why: why ?? '', how: telling.how });
    if (telling.how === 'message') await sendLink(ctx, contact, telling.by, telling.safeToSend);
    if (telling.how === 'page') await sayItWaits(ctx, contact);
  }
  return closeIfDone(ctx, contact);
}

interface Recorded {
  how: Telling['how'];
  told?: string;
  why?: string;
  what_next?: string;
  how_to_disagree?: string;
  not_told_because?: string;
  safe_to_send?: boolean | null;
}

async function record(ctx: StaffCtx, contact: ContactRow, said: Recorded): Promise<void> {
  const values = { id: randomUUID(), contact_id: contact.id, ...said, given_by: ctx.who.staffId, given_at: ctx.now };
  await ctx.tx.insertInto('contact_feedback').values(values).execute();
}

async function sayItWaits(ctx: StaffCtx, contact: ContactRow): Promise<void> {
  const to = { staffId: contact.referrer_staff_id ?? '' };
  const words = { reference: contact.reference, link: `/my-concerns/${contact.id}` };
  await notify(ctx, { template: 'concern-answered', to, words, about: { kind: 'contact', id: contact.id } });
}

/** Safe contact (2.6) goes before the wish to tell: without their word that it is safe, or against a rule, nothing is sent. */
async function sendLink(ctx: StaffCtx, contact: ContactRow, by: Channel, safeToSend: boolean): Promise<void> {
  const to = sendingWays(await reachOf(ctx, contact)).find((way) => way.channel === by);
  if (!to) throw refused('Nothing may be sent to this referrer in that way. Call or write to them, or say why not.');
  if (!safeToSend) throw refused('Ask them whether it is safe to send something there. If you cannot, call or write, or say why not.');
  const link = await makeLink(ctx, contact.id);
  const words = { reference: contact.reference, day: londonDate(link.runsOutAt), link: `/concern/answer/${link.code}` };
  await notify(ctx, { template: 'answer-to-open', to, words, about: { kind: 'contact', id: contact.id } });
}
