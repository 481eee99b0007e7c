import type { Rule } from './oracle.ts';
import type { Row } from './planting.sample.ts';
import type { Facts, Standing } from './standing.ts';

const inForce = (post: Row, facts: Facts): boolean =>
  String(post['valid_from']) <= facts.today && (post['valid_to'] === null || String(post['valid_to']) >= facts.today);

/** Posts that answer for an agency in a disagreement from its first stage: they say who speaks. */
const answering = ['TM', 'EH_CO', 'MASH_M', 'DSL'];
/** Posts of either side from a stage on (2.8: line managers, safeguarding leads, heads of service, the partners). */
const fromStage: readonly (readonly [number, readonly string[]])[] = [
  [2, ['TM', 'EH_CO', 'MASH_M']],
  [3, ['DSL']],
  [4, ['SM_HOS']],
  [5, ['DCS']],
];

/** 2.8: whoever speaks for a side; those who answer for the agency it is raised with, where nobody does its practitioners; either agency's posts of
 *  a stage it has reached; at stage 5 the scrutineer of neither. About somebody shut to a colleague it is shut; the raiser's own words stay theirs. */
export function maySeeDisagreement(row: Row | undefined, who: Standing, facts: Facts): boolean {
  if (!row) return false;
  if (who.asker.kind === 'system') return true;
  if (!who.works) return false;
  if (row['raised_by'] === who.asker.staffId) return true;
  const about = facts.rows('contact_recognition').filter((one) => one['contact_id'] === row['contact_id']);
  if (about.some((one) => who.shut.has(one['person_id']))) return false;
  const held = facts
    .rows('membership')
    .filter((post) => post['staff_id'] === who.asker.staffId && inForce(post, facts) && who.agencies.has(post['agency_id']));
  const holds = (agency: unknown, roles?: readonly string[]): boolean =>
    held.some((post) => post['agency_id'] === agency && (roles === undefined || roles.includes(String(post['role']))));
  const sides: Readonly<Record<string, unknown>> = { raised: row['raised_agency_id'], against: row['against_agency_id'] };
  const speaks = facts
    .rows('disagreement_party')
    .some((one) => one['disagreement_id'] === row['id'] && one['staff_id'] === who.asker.staffId && holds(sides[String(one['side'])]));
  if (speaks || holds(sides['against'], answering)) return true;
  const isLed = facts
    .rows('membership')
    .some((post) => post['agency_id'] === sides['against'] && answering.includes(String(post['role'])) && inForce(post, facts));
  if (!isLed && held.some((post) => post['agency_id'] === sides['against'] && post['role'] !== 'REF')) return true;
  const reached = Number(row['stage']);
  if (fromStage.some(([stage, roles]) => reached >= stage && Object.values(sides).some((agency) => holds(agency, roles)))) return true;
  return reached === 5 && who.is('SCRUT') && !holds(sides['raised']) && !holds(sides['against']);
}

const withDisagreement: Rule = (row, who, _sight, facts) =>
  maySeeDisagreement(
    facts.rows('disagreement').find((one) => one['id'] === row['disagreement_id']),
    who,
    facts,
  );

export const tellingRules: Record<string, Rule> = {
  disagreement: (row, who, _sight, facts) => maySeeDisagreement(row, who, facts),
  disagreement_stage: withDisagreement,
  disagreement_party: withDisagreement,
  disagreement_word: withDisagreement,
  // What became of a message is for whoever asked for it, and for the front door where it is about a concern; where it goes is for the worker alone
  notification: (row, who, sight) =>
    who.asker.kind === 'system' ||
    (who.works &&
      (row['asked_by'] === who.asker.staffId ||
        (row['about_kind'] === 'contact' && who.is('CO', 'MASH_M') && sight.contacts.has(row['about_id'])))),
  notification_envelope: (_row, who) => who.asker.kind === 'system',
  answer_link: (row, who, sight) => who.works && who.is('CO', 'MASH_M') && sight.contacts.has(row['contact_id']),
};
