import { about, type StaffCtx } from '../../../../platform/access/ctx.ts';
import { londonDate } from '../../../../platform/time/london.ts';
import { counted, shortMoment } from '../../../../platform/time/plain-dates.ts';
import { asJson, type Answer, type Asked } from '../../../../platform/web/route.ts';
import { contactOf } from '../../contact.store.ts';
import { changeNumber } from '../change.ts';
import { changesSince, lastChangeOf } from '../change.store.ts';

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** What changed since a page was read, in a sentence with a place to see it; empty words where nothing did. Only what the reader may see counts. */
export async function changesPage(ctx: StaffCtx, asked: Asked): Promise<Answer> {
  const since = changeNumber(asked.query['since']) ?? '0';
  const contactId = asked.query['contact'] ?? '';
  if (uuid.test(contactId)) return asJson(await ofContact(ctx, contactId, since));
  const { contactIds } = await changesSince(ctx, since);
  const many = contactIds.length;
  if (many === 0) return asJson({ words: '', show: null });
  return asJson({ words: `${counted(many, 'contact')} changed since you opened this page.`, show: placeOf(asked.query['page'], since) });
}

async function ofContact(ctx: StaffCtx, contactId: string, since: string) {
  const contact = await contactOf(ctx, contactId);
  about(ctx, 'contact', contact.id);
  const last = await lastChangeOf(ctx, contact.id);
  if (!last || Number(last.number) <= Number(since) || last.byId === ctx.who.staffId) return { words: '', show: null };
  return {
    words: `${last.by ?? 'Goldthread'} changed this contact, ${shortMoment(last.at, londonDate(ctx.now))}.`,
    show: `/front-door/contacts/${contact.id}`,
  };
}

/** The queue as it was looked at, with what changed marked; any other address is the queue's. */
function placeOf(page: string | undefined, since: string): string {
  const query = page?.startsWith('/front-door?') ? new URLSearchParams(page.slice('/front-door?'.length)) : new URLSearchParams();
  const kept = new URLSearchParams();
  for (const name of ['show', 'page', 'by', 'lane']) if (query.get(name)) kept.set(name, query.get(name) ?? '');
  kept.set('since', since);
  return `/front-door?${kept.toString()}`;
}
