import { sql } from 'kysely';
import type { Ctx, StaffCtx } from '../../platform/access/ctx.ts';
import { conflict, found } from '../../platform/access/refusal.ts';
import type { ContactTable, ContactPersonTable } from '../../platform/db/schema.ts';
import type { Selectable } from 'kysely';
import type { Concern, NamedPerson } from './concern.ts';
import type { ContactState } from './contact.ts';
import { touchHold } from './workspace/hold.store.ts';

export type ContactRow = Selectable<ContactTable>;
export type NamedRow = Selectable<ContactPersonTable>;

/** The next reference, "C-2041"; a gap is no loss. */
export async function nextReference(ctx: Ctx): Promise<string> {
  const { rows } = await sql<{ next: string }>`select nextval('contact_reference_seq')::text as next`.execute(ctx.tx);
  return `C-${found(rows[0]).next}`;
}

export interface NewContact {
  id: string;
  reference: string;
  channel: string;
  sourceCode: string;
  receivedAt: Date;
  referrerStaffId: string | null;
  referrerAgencyId: string | null;
  visitorKey: string | null;
  /** Who wrote down what someone else told. */
  recordedBy?: string | null;
  steppedUpFrom?: string;
}

/** Writes the contact as raised, with everyone it names and every kind of worry ticked. */
export async function insertContact(ctx: Ctx, facts: NewContact, concern: Concern): Promise<void> {
  const { referrer, urgency, worry, strengths, agreement } = concern;
  await ctx.tx
    .insertInto('contact')
    .values({
      id: facts.id,
      reference: facts.reference,
      channel: facts.channel,
      source_code: facts.sourceCode,
      received_at: facts.receivedAt,
      recorded_at: ctx.now,
      referrer_staff_id: facts.referrerStaffId,
      referrer_agency_id: facts.referrerAgencyId,
      visitor_key: facts.visitorKey,
      recorded_by: facts.recordedBy ?? null,
      stepped_up_from: facts.steppedUpFrom ?? null,
      referrer_name: referrer.anonymous ? null : referrer.name,
      referrer_role: referrer.role,
      referrer_agency_name: referrer.agencyName,
      referrer_phone: referrer.phone,
      referrer_email: referrer.email,
      relationship_to_child: referrer.relationship,
      anonymous: referrer.anonymous,
      wishes_feedback: referrer.wishesFeedback,
      immediate_danger: urgency.immediateDanger,
      whereabouts_known: urgency.whereaboutsKnown,
      last_seen: urgency.lastSeen,
      safe_to_contact_parents: urgency.safeToContactParents,
      risk_to_worker: urgency.riskToWorker,
      what_happened: worry.whatHappened ?? '',
      when_where: worry.whenWhere,
      child_said: worry.childSaid,
      impact_on_child: worry.impact,
      history_known: worry.history,
      working_well: strengths.workingWell,
      support_tried: strengths.supportTried,
      what_would_help: strengths.whatWouldHelp,
      level_believed: strengths.levelBelieved,
      level_why: strengths.levelWhy,
      parents_informed: agreement.parentsInformed,
      agreement_obtained: agreement.agreementObtained,
      agreement_by_whom: agreement.byWhom,
      agreement_why_not: agreement.whyNot,
      child_told_and_view: agreement.childTold,
    })
    .execute();
  if (worry.categories.length > 0)
    await ctx.tx
      .insertInto('contact_category')
      .values(worry.categories.map((category) => ({ contact_id: facts.id, category })))
      .execute();
  await ctx.tx
    .insertInto('contact_person')
    .values(concern.people.map((person, position) => namedRow(facts.id, position, person)))
    .execute();
}

const namedRow = (contactId: string, position: number, person: NamedPerson) => ({
  contact_id: contactId,
  position,
  part: person.part,
  given_name: person.givenName,
  family_name: person.familyName,
  also_known_as: person.alsoKnownAs,
  description: person.description,
  date_of_birth: person.dateOfBirth,
  expected_on: person.expectedOn,
  age_in_words: person.ageInWords,
  sex: person.sex,
  ethnicity: person.ethnicity,
  first_language: person.firstLanguage,
  interpreter: person.interpreter,
  disabilities: person.disabilities,
  nhs_number: person.nhsNumber,
  upn: person.upn,
  gp: person.gp,
  school: person.school,
  line1: person.line1,
  town: person.town,
  postcode: person.postcode,
  lives_with: person.livesWith,
  phone: person.phone,
  relationship: person.relationship,
  holds_responsibility: person.holdsResponsibility,
  lives_here: person.livesHere,
});

/** One contact the reader may see, or not found. */
export async function contactOf(ctx: Ctx, id: string): Promise<ContactRow> {
  if (!/^[0-9a-f-]{36}$/.test(id)) return found<ContactRow>(null);
  return found(await ctx.tx.selectFrom('contact').selectAll().where('id', '=', id).executeTakeFirst());
}

/** The same, locked for the rest of the transaction, for an action about to change it. Whoever holds it has worked on it: the hold begins anew. */
export async function contactToChange(ctx: StaffCtx, id: string): Promise<ContactRow> {
  if (!/^[0-9a-f-]{36}$/.test(id)) return found<ContactRow>(null);
  const row = found(await ctx.tx.selectFrom('contact').selectAll().where('id', '=', id).forUpdate().executeTakeFirst());
  await touchHold(ctx, row);
  return row;
}

/** Moves a contact on, and its version; what else changes comes with it. */
export async function moveContact(
  ctx: Ctx,
  contact: ContactRow,
  state: ContactState,
  changes: Partial<Pick<ContactRow, 'held_by' | 'held_since' | 'duplicate_of' | 'closed_at'>> = {},
): Promise<void> {
  const done = await ctx.tx
    .updateTable('contact')
    .set({ state, version: contact.version + 1, ...changes })
    .where('id', '=', contact.id)
    .where('version', '=', contact.version)
    .executeTakeFirst();
  if (done.numUpdatedRows === 0n) throw conflict([]);
}

/** Everyone a contact names, in the referrer's order, with who they were recognised as (nothing for the referrer). */
export async function namedIn(ctx: Ctx, contactId: string): Promise<(NamedRow & { person_id: string | null; how: string | null })[]> {
  return ctx.tx
    .selectFrom('contact_person as named')
    .leftJoin('contact_recognition as seen', 'seen.contact_person_id', 'named.id')
    .selectAll('named')
    .select(['seen.person_id', 'seen.how'])
    .where('named.contact_id', '=', contactId)
    .orderBy('named.position')
    .execute();
}

/** The kinds of worry ticked. */
export async function categoriesOf(ctx: Ctx, contactId: string): Promise<string[]> {
  const rows = await ctx.tx
    .selectFrom('contact_category')
    .select('category')
    .where('contact_id', '=', contactId)
    .orderBy('category')
    .execute();
  return rows.map((row) => row.category);
}

/** Earlier contacts about any of these people in the 12 months before, newest first (repeat contacts, 3.3). */
export async function earlierContacts(ctx: Ctx, contact: Pick<ContactRow, 'id' | 'received_at'>, personIds: readonly string[]) {
  if (personIds.length === 0) return [];
  return ctx.tx
    .selectFrom('contact as c')
    .innerJoin('contact_recognition as r', 'r.contact_id', 'c.id')
    .leftJoin('contact_decision as d', (join) =>
      join.onRef('d.contact_id', '=', 'c.id').onRef('d.person_id', '=', 'r.person_id').on('d.superseded_at', 'is', null),
    )
    .select(['c.id', 'c.reference', 'c.received_at', 'c.source_code', 'c.state', 'r.person_id', 'd.level', 'd.outcome_code'])
    .where('r.person_id', 'in', [...personIds])
    .where('c.id', '<>', contact.id)
    .where('c.received_at', '<=', contact.received_at)
    .where('c.received_at', '>', sql<Date>`${contact.received_at}::timestamptz - interval '12 months'`)
    .orderBy('c.received_at', 'desc')
    .limit(50)
    .execute();
}

/** Notes that a contact repeats another, by that one's reference; false when there is no such other contact. */
export async function markDuplicate(ctx: Ctx, contactId: string, reference: string): Promise<boolean> {
  const other = await ctx.tx
    .selectFrom('contact')
    .select('id')
    .where('reference', '=', reference)
    .where('id', '<>', contactId)
    .executeTakeFirst();
  if (!other) return false;
  await ctx.tx.updateTable('contact').set({ duplicate_of: other.id }).where('id', '=', contactId).execute();
  return true;
}

/** Writes who in the index a named person is. */
export async function writeRecognition(
  ctx: StaffCtx,
  it: { namedId: string; contactId: string; personId: string; how: 'same person' | 'newly recorded' },
): Promise<void> {
  await ctx.tx
    .insertInto('contact_recognition')
    .values({
      contact_person_id: it.namedId,
      contact_id: it.contactId,
      person_id: it.personId,
      how: it.how,
      recognised_by: ctx.who.staffId,
      recognised_at: ctx.now,
    })
    .execute();
}
