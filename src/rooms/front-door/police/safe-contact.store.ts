import { sql } from 'kysely';
import type { Ctx, StaffCtx } from '../../../platform/access/ctx.ts';
import { found, refused } from '../../../platform/access/refusal.ts';
import type { Channel } from './notification.ts';
import { unsafeBecause, type NewSafeRule, type SafeContactRule } from './safe-contact.ts';

/** The rules that stand for a contact. Every page that tells or sends shows them. */
export async function safeRulesOf(ctx: Ctx, contactId: string): Promise<SafeContactRule[]> {
  const { rows } = await sql<SafeContactRule>`
    select r.id, r.contact_person_id as "namedId", coalesce(nullif(concat_ws(' ', p.given_name, p.family_name), ''), p.description) as "personName",
      r.channel, r.rule, to_char(r.only_from, 'HH24:MI') as "from", to_char(r.only_to, 'HH24:MI') as "to", r.note, r.told_by as "toldBy",
      s.display_name as "setByName", r.set_at as "setAt"
    from safe_contact_rule r left join contact_person p on p.id = r.contact_person_id left join staff s on s.id = r.set_by
    where r.contact_id = ${contactId} and r.ended_at is null order by r.rule = 'never' desc, r.set_at, r.id`.execute(ctx.tx);
  return rows;
}

/** Refuses, in words, to reach somebody of a contact by an unsafe way or at an unsafe time. Every telling asks here before it writes. */
export async function refuseUnsafe(
  ctx: Ctx,
  contactId: string,
  way: { channel: Channel; namedId: string | null },
): Promise<SafeContactRule[]> {
  const rules = await safeRulesOf(ctx, contactId);
  const why = unsafeBecause(rules, { ...way, at: ctx.now });
  if (why) throw refused(why);
  return rules;
}

/** Writes rules; a member of staff's are theirs, the worker's are the police's. */
export async function insertSafeRules(ctx: Ctx, rules: readonly NewSafeRule[]): Promise<void> {
  if (rules.length === 0) return;
  const staffId = ctx.who.kind === 'staff' ? ctx.who.staffId : null;
  await ctx.tx
    .insertInto('safe_contact_rule')
    .values(
      rules.map((it) => ({
        contact_id: it.contactId,
        contact_person_id: it.namedId,
        channel: it.channel,
        rule: it.rule,
        only_from: it.from,
        only_to: it.to,
        note: it.note,
        told_by: staffId ? ('staff' as const) : ('police' as const),
        set_by: staffId,
        set_at: ctx.now,
      })),
    )
    .execute();
}

/** Ends a rule that stands, with the reason. Throws notFound when it does not stand. */
export async function endSafeRule(ctx: StaffCtx, contactId: string, id: string, because: string): Promise<void> {
  const row = await ctx.tx
    .updateTable('safe_contact_rule')
    .set({ ended_by: ctx.who.staffId, ended_at: ctx.now, ended_because: because })
    .where('id', '=', id)
    .where('contact_id', '=', contactId)
    .where('ended_at', 'is', null)
    .returning('id')
    .executeTakeFirst();
  found(row);
}
