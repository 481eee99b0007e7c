import { randomUUID } from 'node:crypto';
import { about, type Ctx } from '../../../../platform/access/ctx.ts';
import { found } from '../../../../platform/access/refusal.ts';
import { startClock } from '../../../../platform/time/clock.store.ts';
import { insertContact, nextReference } from '../../contact.store.ts';
import { concernOf, namedOf } from '../concern-of.ts';
import { nearbyIncidents, proposeJoin } from '../joining.store.ts';
import { addNamed, contactStanding, forceName, namedIdsOf } from '../named.store.ts';
import { sameIncident, toldAlike } from '../notification.ts';
import {
  markTaken,
  nameAs,
  notificationOf,
  personsOf,
  takenBefore,
  untakenOf,
  type NotificationRow,
  type PolicePersonRow,
} from '../notification.store.ts';
import { insertSafeRules } from '../safe-contact.store.ts';
import { rulesTold } from '../safe-contact.ts';

/** Makes the contact of a notification, or adds an update to the contact it has; what was told before it under the same reference goes
 *  first. Done twice it changes nothing. The screening clock (C02) starts when the hub received it. */
export async function takeNotification(ctx: Ctx, id: string): Promise<void> {
  const asked = await notificationOf(ctx, id);
  for (const one of await untakenOf(ctx, asked)) if (one.version <= asked.version) await takeOne(ctx, one);
}

async function takeOne(ctx: Ctx, it: NotificationRow): Promise<void> {
  const persons = await personsOf(ctx, it.id);
  const before = await takenBefore(ctx, it);
  const standing = before?.contact_id ? await contactStanding(ctx, before.contact_id) : null;
  const isOpen = standing !== null && standing.state !== 'CLOSED' && standing.state !== 'MERGED';
  const contactId =
    isOpen && before ? await update(ctx, it, persons, before, standing.id) : await begin(ctx, it, persons, standing?.reference ?? null);
  await markTaken(ctx, it.id, contactId);
  about(ctx, 'contact', contactId);
  await proposeJoins(ctx, it, persons, contactId);
}

async function begin(ctx: Ctx, it: NotificationRow, persons: readonly PolicePersonRow[], earlier: string | null): Promise<string> {
  const id = randomUUID();
  const history = earlier ? `An update of the police reference ${it.police_ref}; contact ${earlier} was closed before.` : null;
  await insertContact(
    ctx,
    {
      id,
      reference: await nextReference(ctx),
      channel: 'POLICE_FEED',
      sourceCode: '6',
      receivedAt: it.received_at,
      referrerStaffId: it.received_by,
      referrerAgencyId: it.agency_id,
      visitorKey: null,
    },
    concernOf(it, persons, await forceName(ctx, it.agency_id), history),
  );
  await startClock(ctx, { rule: 'C02', subjectKind: 'contact', subjectId: id, startedAt: it.received_at });
  const namedIds = await namedIdsOf(ctx, id);
  const pairs = persons.map((person, at) => ({ person, namedId: found(namedIds[at]) }));
  await settle(ctx, id, pairs);
  return id;
}

/** Whoever an update names for the first time is added to the contact; nobody is taken away: what was said was said. */
async function update(
  ctx: Ctx,
  it: NotificationRow,
  persons: readonly PolicePersonRow[],
  before: NotificationRow,
  contactId: string,
): Promise<string> {
  const known = (await personsOf(ctx, before.id)).filter((one) => one.contact_person_id !== null);
  const pairs: { person: PolicePersonRow; namedId: string; isNew: boolean }[] = [];
  for (const person of persons) {
    const same = known.find((one) => samePerson(one, person) && !pairs.some((pair) => pair.namedId === one.contact_person_id));
    const namedId = same?.contact_person_id ?? (await addNamed(ctx, contactId, namedOf(person, it)));
    pairs.push({ person, namedId, isNew: !same });
  }
  await nameAs(
    ctx,
    pairs.map(({ person, namedId }) => ({ personId: person.id, namedId })),
  );
  const told = (one: PolicePersonRow): string => JSON.stringify([one.never_by, one.only_by, one.only_from, one.only_to, one.safe_note]);
  const changed = pairs.filter(({ person, isNew }) => isNew || !known.some((one) => samePerson(one, person) && told(one) === told(person)));
  await insertSafeRules(
    ctx,
    changed.flatMap(({ person, namedId }) => rulesTold(person, contactId, namedId)),
  );
  return contactId;
}

const facts = (one: PolicePersonRow) => ({ givenName: one.given_name, familyName: one.family_name, dateOfBirth: one.date_of_birth });
const samePerson = (one: PolicePersonRow, other: PolicePersonRow): boolean =>
  toldAlike(facts(one), facts(other)) ||
  (!one.given_name &&
    !one.family_name &&
    one.role === other.role &&
    one.description === other.description &&
    !other.given_name &&
    !other.family_name);

async function settle(ctx: Ctx, contactId: string, pairs: readonly { person: PolicePersonRow; namedId: string }[]): Promise<void> {
  await nameAs(
    ctx,
    pairs.map(({ person, namedId }) => ({ personId: person.id, namedId })),
  );
  await insertSafeRules(
    ctx,
    pairs.flatMap(({ person, namedId }) => rulesTold(person, contactId, namedId)),
  );
}

async function proposeJoins(ctx: Ctx, it: NotificationRow, persons: readonly PolicePersonRow[], contactId: string): Promise<void> {
  const own = { policeRef: it.police_ref, incidentAt: it.incident_at, homeKey: it.home_key, persons: persons.map(facts) };
  for (const other of await nearbyIncidents(ctx, it, contactId)) {
    const reasons = sameIncident(own, other);
    if (reasons) await proposeJoin(ctx, contactId, other.contactId, reasons);
  }
}
