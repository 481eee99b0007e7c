import { randomUUID } from 'node:crypto';
import { sql, type Selectable } from 'kysely';
import type { Ctx } from '../../../platform/access/ctx.ts';
import { found } from '../../../platform/access/refusal.ts';
import type { PoliceNotificationTable, PolicePersonTable } from '../../../platform/db/schema.ts';
import { homeKey, type Notified, type NotifiedPerson } from './notification.ts';

export type NotificationRow = Selectable<PoliceNotificationTable>;
export type PolicePersonRow = Selectable<PolicePersonTable>;

/** What was told last under a reference; null when nothing was. */
export async function lastVersion(
  ctx: Ctx,
  agencyId: string,
  policeRef: string,
): Promise<Pick<NotificationRow, 'id' | 'version' | 'body_hash' | 'contact_id' | 'received_at' | 'state'> | null> {
  const row = await ctx.tx
    .selectFrom('police_notification')
    .select(['id', 'version', 'body_hash', 'contact_id', 'received_at', 'state'])
    .where('agency_id', '=', agencyId)
    .where('police_ref', '=', policeRef)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ?? null;
}

export interface Arrival {
  agencyId: string;
  version: number;
  bodyHash: string;
  contactId: string | null;
  fileId: string | null;
}

/** Writes a notification with everyone it names. False when the same version came at the same moment: then look again. */
export async function insertNotification(ctx: Ctx, id: string, arrival: Arrival, told: Notified): Promise<boolean> {
  const { who } = ctx;
  const { numInsertedOrUpdatedRows } = await ctx.tx
    .insertInto('police_notification')
    .values({
      id,
      agency_id: arrival.agencyId,
      police_ref: told.policeRef,
      version: arrival.version,
      body_hash: arrival.bodyHash,
      received_at: ctx.now,
      received_from: who.kind === 'machine' ? who.clientId : null,
      received_by: who.kind === 'staff' ? who.staffId : null,
      file_id: arrival.fileId,
      incident_type: told.incidentType,
      incident_at: new Date(told.incidentAt),
      reported_at: told.reportedAt ? new Date(told.reportedAt) : null,
      ...told.location,
      home_key: homeKey(told.location),
      circumstances: told.circumstances ?? '',
      children_voice: told.childrenVoice,
      officer_view: told.officerView,
      dash_risk: told.dashRisk,
      marac: told.marac,
      marac_on: told.maracOn,
      action_taken: told.actionTaken,
      prior_incidents: told.priorIncidents12m,
      police_grade: told.bragGrade,
      share_rules: [...told.shareRestrictions],
      share_note: told.shareNote,
      contact_id: arrival.contactId,
    })
    .onConflict((clash) => clash.constraint('police_notification_version').doNothing())
    .executeTakeFirstOrThrow();
  if (numInsertedOrUpdatedRows !== 1n) return false;
  if (told.persons.length > 0)
    await ctx.tx
      .insertInto('police_person')
      .values(told.persons.map((person, position) => personRow(id, position, person)))
      .execute();
  return true;
}

const personRow = (notificationId: string, position: number, person: NotifiedPerson) => ({
  id: randomUUID(),
  notification_id: notificationId,
  position,
  role: person.role,
  given_name: person.givenName,
  family_name: person.familyName,
  description: person.description,
  date_of_birth: person.dateOfBirth,
  age_in_words: person.ageInWords,
  sex: person.sex,
  school: person.school,
  phone: person.phone,
  injuries: person.injuries,
  never_by: [...person.safeContact.never],
  only_by: person.safeContact.onlyBy,
  only_from: person.safeContact.onlyFrom,
  only_to: person.safeContact.onlyTo,
  safe_note: person.safeContact.note,
});

/** One notification the reader may see. Throws notFound. */
export async function notificationOf(ctx: Ctx, id: string): Promise<NotificationRow> {
  if (!/^[0-9a-f-]{36}$/.test(id)) return found<NotificationRow>(null);
  return found(await ctx.tx.selectFrom('police_notification').selectAll().where('id', '=', id).executeTakeFirst());
}

/** Everyone a notification names, in the police's order. */
export const personsOf = (ctx: Ctx, notificationId: string): Promise<PolicePersonRow[]> =>
  ctx.tx.selectFrom('police_person').selectAll().where('notification_id', '=', notificationId).orderBy('position').execute();

/** Every version of what became a contact, latest first. */
export const notificationsOfContact = (ctx: Ctx, contactId: string): Promise<NotificationRow[]> =>
  ctx.tx
    .selectFrom('police_notification')
    .selectAll()
    .where('contact_id', '=', contactId)
    .orderBy('received_at', 'desc')
    .orderBy('version', 'desc')
    .execute();

/** Holds everything told under a reference for the rest of the transaction, so that its versions are taken one after another; gives those
 *  that have not been taken, first version first. */
export async function untakenOf(ctx: Ctx, one: Pick<NotificationRow, 'agency_id' | 'police_ref'>): Promise<NotificationRow[]> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`police ${one.agency_id} ${one.police_ref}`}, 0))`.execute(ctx.tx);
  return ctx.tx
    .selectFrom('police_notification')
    .selectAll()
    .where('agency_id', '=', one.agency_id)
    .where('police_ref', '=', one.police_ref)
    .where('state', '=', 'RECEIVED')
    .orderBy('version')
    .execute();
}

/** The version before one, where it has been taken: its contact and whom it named as whom. */
export async function takenBefore(ctx: Ctx, one: NotificationRow): Promise<NotificationRow | null> {
  const row = await ctx.tx
    .selectFrom('police_notification')
    .selectAll()
    .where('agency_id', '=', one.agency_id)
    .where('police_ref', '=', one.police_ref)
    .where('state', '=', 'TAKEN')
    .where('version', '<', one.version)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ?? null;
}

/** Writes that a notification stands at the front door as this contact. */
export async function markTaken(ctx: Ctx, id: string, contactId: string): Promise<void> {
  await ctx.tx
    .updateTable('police_notification')
    .set({ state: 'TAKEN', contact_id: contactId, taken_at: ctx.now })
    .where('id', '=', id)
    .execute();
}

/** Writes which person of the contact each person of a notification is. */
export async function nameAs(ctx: Ctx, pairs: readonly { personId: string; namedId: string }[]): Promise<void> {
  if (pairs.length === 0) return;
  await sql`update police_person p set contact_person_id = v.named
    from unnest(${pairs.map((one) => one.personId)}::uuid[], ${pairs.map((one) => one.namedId)}::uuid[]) as v(id, named) where p.id = v.id`.execute(
    ctx.tx,
  );
}

/** The next notifications nobody is taking in just now, oldest first, held for the rest of the transaction. */
export async function nextWaiting(ctx: Ctx, many: number): Promise<string[]> {
  const rows = await ctx.tx
    .selectFrom('police_notification')
    .select('id')
    .where('state', '=', 'RECEIVED')
    .orderBy('received_at')
    .limit(many)
    .forUpdate()
    .skipLocked()
    .execute();
  return rows.map((row) => row.id);
}

/** Does one part of a larger transaction; when it fails, that part alone is undone. Gives whether it was done. */
export async function onItsOwn(ctx: Ctx, work: () => Promise<void>): Promise<boolean> {
  await sql`savepoint on_its_own`.execute(ctx.tx);
  try {
    await work();
    await sql`release savepoint on_its_own`.execute(ctx.tx);
    return true;
  } catch {
    await sql`rollback to savepoint on_its_own`.execute(ctx.tx);
    return false;
  }
}

/** Whether something has waited longer than so many minutes to be taken. */
export async function isLeftWaiting(ctx: Ctx, minutes: number): Promise<boolean> {
  const row = await ctx.tx
    .selectFrom('police_notification')
    .select('id')
    .where('state', '=', 'RECEIVED')
    .where('received_at', '<', new Date(ctx.now.getTime() - minutes * 60_000))
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
