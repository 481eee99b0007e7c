import type { StaffCtx } from '../../../platform/access/ctx.ts';
import type { Channel } from './notification.ts';

export type ToldTo = 'school' | 'parent or carer' | 'other';

/** What somebody was told. */
export interface IncidentTelling {
  aboutName: string;
  toldTo: ToldTo;
  toName: string;
  channel: Channel;
  words: string;
  by: string;
  at: Date;
  rulesShown: string[];
}

/** Everything told about an incident, latest first. */
export async function tellingsOf(ctx: StaffCtx, contactId: string): Promise<IncidentTelling[]> {
  const rows = await ctx.tx
    .selectFrom('incident_telling as t')
    .innerJoin('staff as s', 's.id', 't.told_by')
    .innerJoin('contact_person as p', 'p.id', 't.contact_person_id')
    .select([
      'p.given_name',
      'p.family_name',
      'p.description',
      't.told_to as toldTo',
      't.to_name as toName',
      't.channel',
      't.words',
      's.display_name as by',
      't.told_at as at',
      't.rules_shown as rulesShown',
    ])
    .where('t.contact_id', '=', contactId)
    .orderBy('t.told_at', 'desc')
    .execute();
  return rows.map(({ given_name, family_name, description, ...row }) => ({
    ...row,
    aboutName: [given_name, family_name].filter(Boolean).join(' ') || (description ?? 'Name not known'),
    toldTo: row.toldTo as ToldTo,
    channel: row.channel as Channel,
  }));
}

/** Writes what somebody was told, with the rules that were held to. */
export async function insertTelling(
  ctx: StaffCtx,
  it: {
    contactId: string;
    namedId: string;
    toldTo: ToldTo;
    toName: string;
    channel: Channel;
    words: string;
    rulesShown: readonly string[];
  },
): Promise<void> {
  await ctx.tx
    .insertInto('incident_telling')
    .values({
      contact_id: it.contactId,
      contact_person_id: it.namedId,
      told_to: it.toldTo,
      to_name: it.toName,
      channel: it.channel,
      words: it.words,
      told_by: ctx.who.staffId,
      told_at: ctx.now,
      rules_shown: [...it.rulesShown],
    })
    .execute();
}
