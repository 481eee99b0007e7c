import { sql } from 'kysely';
import type { Ctx, StaffCtx } from '../../../platform/access/ctx.ts';
import { found } from '../../../platform/access/refusal.ts';
import type { ComparedIncident, ComparedPerson } from './notification.ts';
import { sameIncidentHours } from './notification.ts';
import type { NotificationRow } from './notification.store.ts';

/** Notifications that became another contact, near in time and from the same home or under the same reference: to be compared. */
export async function nearbyIncidents(
  ctx: Ctx,
  it: NotificationRow,
  contactId: string,
): Promise<(ComparedIncident & { contactId: string })[]> {
  const near = sameIncidentHours * 3_600_000;
  const { rows } = await sql<{
    contactId: string;
    policeRef: string;
    incidentAt: Date;
    homeKey: string | null;
    persons: ComparedPerson[];
  }>`
    select n.contact_id as "contactId", n.police_ref as "policeRef", n.incident_at as "incidentAt", n.home_key as "homeKey",
      coalesce((select jsonb_agg(jsonb_build_object('givenName', p.given_name, 'familyName', p.family_name, 'dateOfBirth', p.date_of_birth))
        from police_person p where p.notification_id = n.id), '[]') as persons
    from police_notification n join contact c on c.id = n.contact_id and c.state <> 'MERGED'
    where n.state = 'TAKEN' and n.contact_id <> ${contactId} and (
      n.home_key = ${it.home_key} and n.incident_at between ${new Date(it.incident_at.getTime() - near)} and ${new Date(it.incident_at.getTime() + near)}
      or n.agency_id = ${it.agency_id} and n.police_ref = ${it.police_ref})
    order by n.received_at, n.id limit 20`.execute(ctx.tx);
  return rows;
}

/** Proposes that a contact tells of the same incident as an earlier one; proposing it again changes nothing. */
export async function proposeJoin(ctx: Ctx, contactId: string, earlierId: string, reasons: readonly string[]): Promise<void> {
  await ctx.tx
    .insertInto('incident_join')
    .values({ contact_id: contactId, earlier_contact_id: earlierId, reasons: [...reasons], found_at: ctx.now })
    .onConflict((clash) => clash.constraint('incident_join_once').doNothing())
    .execute();
}

/** A proposal as a person reads it. */
export interface JoinProposal {
  id: string;
  contactId: string;
  earlierId: string;
  earlierReference: string;
  earlierState: string;
  earlierReceivedAt: Date;
  reasons: string[];
  answer: string | null;
  answeredBy: string | null;
  answeredAt: Date | null;
}

/** Everything proposed for a contact, waiting first. */
export async function proposalsFor(ctx: StaffCtx, contactId: string): Promise<JoinProposal[]> {
  return ctx.tx
    .selectFrom('incident_join as j')
    .innerJoin('contact as c', 'c.id', 'j.earlier_contact_id')
    .leftJoin('staff as s', 's.id', 'j.answered_by')
    .select([
      'j.id',
      'j.contact_id as contactId',
      'j.earlier_contact_id as earlierId',
      'c.reference as earlierReference',
      'c.state as earlierState',
      'c.received_at as earlierReceivedAt',
      'j.reasons',
      'j.answer',
      's.display_name as answeredBy',
      'j.answered_at as answeredAt',
    ])
    .where('j.contact_id', '=', contactId)
    .orderBy(sql`j.answer is not null`)
    .orderBy('j.found_at')
    .execute();
}

/** Keeps a person's answer to a proposal that waits. Throws notFound when it does not. */
export async function answerProposal(ctx: StaffCtx, contactId: string, id: string, answer: 'joined' | 'kept apart'): Promise<string> {
  const row = await ctx.tx
    .updateTable('incident_join')
    .set({ answer, answered_by: ctx.who.staffId, answered_at: ctx.now })
    .where('id', '=', id)
    .where('contact_id', '=', contactId)
    .where('answer', 'is', null)
    .returning('earlier_contact_id')
    .executeTakeFirst();
  return found(row).earlier_contact_id;
}
