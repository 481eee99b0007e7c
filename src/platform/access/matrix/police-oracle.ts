import type { Rule } from './oracle.ts';
import type { Row } from './planting.sample.ts';
import type { Facts, Standing } from './standing.ts';

/** 2.2: the police public protection desk submits notifications and answers what it is asked, each for its own force; 2.6: a conflict with
 *  anyone a contact was recognised to be about shuts it. */
export function notifiesFor(agency: unknown, contact: unknown, who: Standing, facts: Facts): boolean {
  if (!who.works || !who.is('POL_PPD') || !who.agencies.has(agency)) return false;
  return !facts.rows('contact_recognition').some((row) => row['contact_id'] === contact && who.conflict.has(row['person_id']));
}

const isSystem = (who: Standing): boolean => who.asker.kind === 'system';
const find = (table: string, id: unknown, facts: Facts): Row | undefined => facts.rows(table).find((row) => row['id'] === id);
const frontDoor = (contact: unknown, who: Standing, contacts: ReadonlySet<unknown>): boolean =>
  who.works && who.is('CO', 'MASH_M') && contact !== null && contacts.has(contact);

const notification: Rule = (row, who, sight, facts) =>
  isSystem(who) || frontDoor(row['contact_id'], who, sight.contacts) || notifiesFor(row['agency_id'], row['contact_id'], who, facts);
/** What the front door made of it: for the front door where it may read the contact; not for the police, the referrer or who it was passed to. */
const made: Rule = (row, who, sight) => frontDoor(row['contact_id'], who, sight.contacts);
const meeting: Rule = (_row, who) => who.works && who.is('CO', 'MASH_M');
const file: Rule = (row, who) => isSystem(who) || (who.works && who.is('POL_PPD') && who.agencies.has(row['agency_id']));

/** S-004: what the police send is theirs to read back and the front door's to work with; what is made of it is the front door's alone. */
export const policeRules: Record<string, Rule> = {
  police_file: file,
  police_reject: (row, who, sight, facts) => file(find('police_file', row['file_id'], facts) ?? {}, who, sight, facts),
  police_notification: notification,
  police_person: (row, who, sight, facts) =>
    notification(find('police_notification', row['notification_id'], facts) ?? {}, who, sight, facts),
  police_question: (row, who, sight, facts) =>
    frontDoor(row['contact_id'], who, sight.contacts) || notifiesFor(row['agency_id'], row['contact_id'], who, facts),
  safe_contact_rule: (row, who, sight, facts) => isSystem(who) || made(row, who, sight, facts),
  incident_join: (row, who, sight) =>
    isSystem(who) || (frontDoor(row['contact_id'], who, sight.contacts) && sight.contacts.has(row['earlier_contact_id'])),
  incident_triage: made,
  incident_telling: made,
  triage_meeting: meeting,
  triage_attendance: meeting,
};
