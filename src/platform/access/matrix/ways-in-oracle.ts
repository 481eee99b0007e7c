import type { Rule } from './oracle.ts';
import type { Row } from './planting.sample.ts';
import type { Facts, Standing } from './standing.ts';

const frontDoor = (who: Standing): boolean => who.works && who.is('CO', 'MASH_M');
const byNight = (who: Standing): boolean => who.works && who.purposes.has('out-of-hours');
const system = (who: Standing): boolean => who.asker.kind === 'system';

/** S-007: the emergency duty team reads back what any of it took in over two weeks, unless someone it is about is shut to the reader. */
export const nightReads = (contact: Row, about: readonly unknown[], who: Standing, facts: Facts): boolean =>
  byNight(who) &&
  contact['channel'] === 'OUT_OF_HOURS' &&
  new Date(String(contact['received_at'])).getTime() > facts.now.getTime() - 14 * 86_400_000 &&
  !about.some((id) => who.shut.has(id));

/** What a way in has beside its contact is the front door's, as all that the front door makes of a contact (2.3 Contact). */
const door: Rule = (row, who, sight) => frontDoor(who) && sight.contacts.has(row['contact_id']);
const dayAndNight: Rule = (row, who, sight) => (frontDoor(who) || byNight(who)) && sight.contacts.has(row['contact_id']);

/** S-001, S-007, S-009. Rules route and the worker holds them; numbers to call now are for anyone; whoever raised a health concern reads their own. */
export const waysInRules: Record<string, Rule> = {
  phone_record: door,
  email_capture: door,
  transfer_in: door,
  transfer_in_child: door,
  transfer_in_date: door,
  immediate_action: dayAndNight,
  out_of_hours_record: (row, who, sight, facts) => system(who) || dayAndNight(row, who, sight, facts),
  out_of_hours_list: (_row, who) => system(who) || frontDoor(who) || byNight(who),
  health_trigger: (row, who, sight) =>
    (frontDoor(who) || (who.works && row['raised_by'] === who.asker.staffId)) && sight.contacts.has(row['contact_id']),
  // How to reach a family safely goes with the contact to whoever it was passed to; the referrer's own page has no need of it
  safe_contact: (row, who, sight, facts) =>
    sight.contacts.has(row['contact_id']) &&
    (frontDoor(who) ||
      facts
        .rows('contact_handover')
        .some(
          (one) =>
            who.works &&
            one['contact_id'] === row['contact_id'] &&
            one['returned_at'] === null &&
            (one['to_staff_id'] === who.asker.staffId || who.teams.has(one['to_team_id'])),
        )),
  contact_routing: (row, who, sight) => (system(who) || frontDoor(who)) && sight.contacts.has(row['contact_id']),
  routing_rule: (_row, who) => system(who) || frontDoor(who),
  urgent_line: () => true,
};

/** A contact the night took in: for the night itself. */
export const nightContact = (id: string | undefined, contacts: ReadonlySet<unknown>, who: Standing): boolean =>
  byNight(who) && contacts.has(id);
export const worksByNight = byNight;
