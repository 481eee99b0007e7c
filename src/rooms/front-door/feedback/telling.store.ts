import { sql } from 'kysely';
import type { Ctx, StaffCtx } from '../../../platform/access/ctx.ts';
import { namedIn } from '../contact.store.ts';
import type { OutcomeCode } from '../decision.ts';
import { decisionsOf } from '../decision.store.ts';
import { calledOfRow } from '../submitted.ts';
import { hashOf, newCode } from './answer-code.ts';
import { linkDays, type DecidedChild, type Reach } from './telling.ts';

/** The children of a contact with what was decided for each, as the referrer named them. */
export async function decidedChildren(ctx: StaffCtx, contactId: string): Promise<DecidedChild[]> {
  const named = new Map((await namedIn(ctx, contactId)).map((one) => [one.id, calledOfRow(one)]));
  return (await decisionsOf(ctx, contactId)).map((one) => ({
    called: named.get(one.contact_person_id) ?? 'The child',
    level: one.level,
    outcomeCode: one.outcome_code as OutcomeCode,
  }));
}

/** What is known of reaching this referrer, and what must never be done. */
export async function reachOf(
  ctx: StaffCtx,
  contact: { id: string; referrer_staff_id: string | null; referrer_email: string | null; referrer_phone: string | null },
): Promise<Reach> {
  const safe = await ctx.tx.selectFrom('safe_contact').select(['how', 'reach']).where('contact_id', '=', contact.id).executeTakeFirst();
  const rules = await ctx.tx
    .selectFrom('safe_contact_rule')
    .select('channel')
    .where('contact_id', '=', contact.id)
    .where('ended_at', 'is', null)
    .execute();
  return {
    signsIn: contact.referrer_staff_id !== null,
    email: contact.referrer_email,
    phone: contact.referrer_phone,
    safe: safe ?? null,
    never: rules.map((rule) => rule.channel),
  };
}

/** Writes a link to what this referrer is told. Gives the code and until when it opens. */
export async function makeLink(ctx: StaffCtx, contactId: string): Promise<{ code: string; runsOutAt: Date }> {
  const code = newCode();
  const runsOutAt = new Date(ctx.now.getTime() + linkDays * 86_400_000);
  await ctx.tx
    .insertInto('answer_link')
    .values({ contact_id: contactId, code_hash: hashOf(code), made_at: ctx.now, runs_out_at: runsOutAt })
    .execute();
  return { code, runsOutAt };
}

/** A link for whoever knows the reference and the address left with it; null for anyone else, and after three a day. */
export async function linkAskedFor(
  ctx: Ctx,
  asked: { reference: string; address: string },
): Promise<{ code: string; contactId: string; reference: string; channel: 'email' | 'sms'; address: string } | null> {
  const code = newCode();
  const { rows } = await sql<{ contactId: string; reference: string; channel: 'email' | 'sms'; address: string }>`
    select contact_id as "contactId", reference, channel, address
    from access.ask_for_answer(${asked.reference}, ${asked.address}, ${hashOf(code)}, ${ctx.now})`.execute(ctx.tx);
  return rows[0] ? { code, ...rows[0] } : null;
}

/** Uses a code, once. False when it was used before, has run out or never was. */
export async function openLink(ctx: Ctx, code: string): Promise<boolean> {
  const { rows } = await sql<{ opened: boolean }>`select access.open_answer(${hashOf(code)}, ${ctx.now}) as opened`.execute(ctx.tx);
  return rows[0]?.opened === true;
}

/** What somebody without an account is told. */
export interface OpenedAnswer {
  contactId: string;
  reference: string;
  told: string;
  why: string | null;
  whatNext: string | null;
  howToDisagree: string | null;
  givenAt: Date;
}

/** The answer behind a code, for the browser that used it, for an hour; null otherwise. */
export async function openedAnswer(ctx: Ctx, code: string): Promise<OpenedAnswer | null> {
  const { rows } = await sql<OpenedAnswer>`
    select contact_id as "contactId", reference, told, why, what_next as "whatNext", how_to_disagree as "howToDisagree", given_at as "givenAt"
    from access.opened_answer(${hashOf(code)}, ${ctx.now})`.execute(ctx.tx);
  return rows[0] ?? null;
}
