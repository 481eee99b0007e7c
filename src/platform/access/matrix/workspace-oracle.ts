import type { Rule } from './oracle.ts';
import type { Row } from './planting.sample.ts';
import type { Facts, Standing } from './standing.ts';

const system = (who: Standing): boolean => who.asker.kind === 'system';
const atWork = (who: Standing): boolean => system(who) || (who.asker.kind === 'staff' && who.works);
const door: Rule = (row, who, sight) => who.works && who.is('CO', 'MASH_M') && sight.contacts.has(row['contact_id']);

/** S-002: on duty at this moment, of their own or standing in for a colleague who is away. */
function dutiesOf(who: Standing, facts: Facts): Set<unknown> {
  const away = facts
    .rows('staff')
    .filter((one) => one['away_until'] !== null && String(one['away_until']) >= facts.today && one['cover_staff_id'] === who.asker.staffId)
    .map((one) => one['id']);
  const mine = new Set<unknown>([who.asker.staffId, ...away]);
  const turns = facts.rows('duty_slot').filter((turn) => turn['withdrawn_at'] === null && mine.has(turn['staff_id']));
  const now = facts.now.getTime();
  return new Set(
    turns
      .filter((turn) => new Date(String(turn['starts_at'])).getTime() <= now && new Date(String(turn['ends_at'])).getTime() > now)
      .map((turn) => turn['discipline']),
  );
}

/** S-002: a discipline reads what it is asked and whom it is about, and nothing else of the contact; nobody, if someone it is about, or
 *  someone the contact is about, is shut to them. What is taken back is the front door's alone. */
export function isAsked(consult: Row | undefined, who: Standing, facts: Facts): boolean {
  if (!consult || !who.works || who.asker.staffId === null || consult['state'] === 'WITHDRAWN') return false;
  const named = facts.rows('consult_person').filter((one) => one['consult_id'] === consult['id']);
  const about = facts.rows('contact_recognition').filter((one) => one['contact_id'] === consult['contact_id']);
  if ([...named, ...about].some((one) => who.shut.has(one['person_id']))) return false;
  const self = who.asker.staffId;
  return (
    consult['answered_by'] === self ||
    consult['asked_of'] === self ||
    (consult['state'] === 'ASKED' && dutiesOf(who, facts).has(consult['discipline']))
  );
}

/** S-005: both sides of a hand-over; the head of service of the agency asked once nobody accepted in time. */
function isHandedTo(handover: Row, who: Standing, facts: Facts): boolean {
  if (!who.works || who.shut.has(handover['person_id'])) return false;
  const agency = facts.rows('team').find((team) => team['id'] === handover['team_id'])?.['agency_id'];
  return (
    (who.teams.has(handover['team_id']) && who.is('SW', 'TM')) ||
    (handover['escalated_at'] !== null && who.is('SM_HOS') && who.agencies.has(agency))
  );
}

const consulted: Rule = (row, who, sight, facts) => door(row, who, sight, facts) || isAsked(row, who, facts);
export const mayReadHandover: Rule = (row, who, sight, facts) => system(who) || door(row, who, sight, facts) || isHandedTo(row, who, facts);
const find = (table: string, id: unknown, facts: Facts): Row => facts.rows(table).find((one) => one['id'] === id) ?? {};

/** The team workspace of the front door. */
export const workspaceRules: Record<string, Rule> = {
  duty_need: (_row, who) => atWork(who),
  duty_slot: (_row, who) => atWork(who),
  duty_swap: (row, who) =>
    who.works && (row['asked_by'] === who.asker.staffId || row['asked_of'] === who.asker.staffId || who.is('MASH_M')),
  contact_hold: door,
  contact_change: door,
  consult: consulted,
  consult_person: (row, who, sight, facts) => consulted(find('consult', row['consult_id'], facts), who, sight, facts),
  protection_handover: mayReadHandover,
  protection_call: (row, who, sight, facts) => mayReadHandover(find('protection_handover', row['handover_id'], facts), who, sight, facts),
};
