import { oracle, type Sight } from './oracle.ts';
import { keyOf, type Mark, type Row } from './planting.sample.ts';
import type { Facts, Standing } from './standing.ts';

/** Where an answer came from: who asked, at which address (its pattern). */
export interface Heard {
  who: Standing;
  sight: Sight;
  method: string;
  path: string;
}

const isPrint = (path: string): boolean => /\/print(\?|$)/.test(path);
/** Copies meant for the family's hands; a practitioner's own print says that it is not for the family. */
const forFamily = (path: string): boolean => path.endsWith('?copy=family') || path === '/early-help/:id/plan/print';
const searching = [
  'CO',
  'MASH_M',
  'EH_CO',
  'LP',
  'FSW',
  'SW',
  'TM',
  'HV',
  'SN',
  'MIDW',
  'GP',
  'CLIN',
  'POL_PPD',
  'QA_AUD',
  'DCS',
  'SHIELD',
  'INDEX',
];

/** Tables a family's own copy of the plan may draw on (B5): never the contact, its referrer, the chronology, warnings, numbers or messages between practitioners. */
const inFamilyCopy = new Set([
  'person',
  'person_name',
  'family',
  'plan',
  'plan_goal',
  'plan_action',
  'review',
  'goal_score',
  'assessment_child',
  'taf_member',
  'taf_meeting',
  'early_help_episode',
  'outcome',
  'agency',
  'team',
  'staff',
  'service_agreement',
]);

/** Columns nobody is shown, and columns only some of those are who see the row. */
const columns: Readonly<Record<string, (row: Row, heard: Heard) => boolean>> = {
  'session.csrf': () => false,
  'draft.visitor_key': () => false,
  // What the front door notes beside a question is for the front door, not the referrer
  'contact_question.safe_because': (_row, { who }) => who.is('CO', 'MASH_M') || who.teams.size > 0,
  // A search's detail may hold what was asked: for those who oversee the audit
  'audit_event.detail': (_row, { who }) => who.is('DPO', 'QA_AUD'),
};

/** 2.6 and B5: what no paper may carry, whoever prints it, and what the family's copy may not. */
function staysOffPaper(mark: Mark, row: Row, path: string, facts: Facts): boolean {
  if (mark.table === 'chronology_event' && forFamily(path))
    return row['third_party'] === true || row['hidden_from_family'] === true || row['open_to'] === 'social care';
  if (mark.table === 'contact' && mark.column.startsWith('referrer')) return true;
  if (mark.table !== 'person_address') return false;
  return row['shielded'] === true || facts.rows('person').some((one) => one['id'] === row['person_id'] && one['shield'] !== 'none');
}

/** 2.3 and S-023: a name may stand where the row may not. The index names whoever is not hidden or in conflict to those who may search it
 *  (a restricted person by their own name alone, with whom to ask); a known child's family is named with them; those who oversee access
 *  are given the names of people under guard. */
function nameMayStand(mark: Mark, row: Row, { who, sight, path, method }: Heard, facts: Facts): boolean {
  const id = mark.table === 'person' ? row['id'] : row['person_id'];
  const person = facts.rows('person').find((one) => one['id'] === id);
  if (!person || who.conflict.has(id) || (person['shield'] === 'hidden' && !who.leave.has(id))) return false;
  const isRestricted = person['restricted'] === true && !who.leave.has(id);
  if (isRestricted && (mark.table !== 'person' || mark.column === 'preferred_name')) return false;
  const asksIndex =
    (method === 'POST' && path === '/people/find') || path.endsWith('/emergency') || path === '/front-door/contacts/:id/people/:namedId';
  if (asksIndex && who.is(...searching)) return true;
  if (/^\/(restrictions|emergency-access|conflicts)/.test(path) && who.is('DPO', 'SM_HOS', 'TM')) return mark.table === 'person';
  if (isRestricted) return false;
  if (/^\/broker/.test(path) && who.is('DPO')) return mark.table === 'person';
  if (/^\/passed-on-requests/.test(path))
    return (
      mark.table === 'person' && facts.rows('broker_delivery').some((one) => one['person_id'] === id && who.agencies.has(one['agency_id']))
    );
  if (path === '/practitioners/:id/hand-over') return mark.table === 'person' && !who.shut.has(id);
  const families = facts
    .rows('family_member')
    .filter((one) => one['person_id'] === id)
    .map((one) => one['family_id']);
  return (
    mark.table === 'person' &&
    facts.rows('family_member').some((one) => families.includes(one['family_id']) && sight.people.has(one['person_id']))
  );
}

/** Whether a marker found in an answer may stand there. */
export function mayStand(mark: Mark, heard: Heard, facts: Facts, keys: ReadonlyMap<string, readonly string[]>): boolean {
  const row = facts.rows(mark.table).find((one) => keyOf(one, keys.get(mark.table) ?? []) === mark.row);
  const rule = oracle[mark.table];
  if (!row || !rule) return false;
  if (isPrint(heard.path) && staysOffPaper(mark, row, heard.path, facts)) return false;
  if (heard.path === '/early-help/:id/plan/print' && !inFamilyCopy.has(mark.table)) return false;
  const column = columns[`${mark.table}.${mark.column}`];
  if (rule(row, heard.who, heard.sight, facts)) return column ? column(row, heard) : true;
  // Why a record was opened is part of "who has seen this", for those entitled to that page
  if (mark.table === 'audit_event' && mark.column === 'purpose' && heard.path === '/children/:id/seen')
    return facts
      .rows('audit_subject')
      .some(
        (one) => String(one['event_id']) === mark.row && heard.who.helped.has(one['person_id']) && !heard.who.shut.has(one['person_id']),
      );
  const isName = (mark.table === 'person' || mark.table === 'person_name') && /^(given|family|preferred)_name$/.test(mark.column);
  return isName && nameMayStand(mark, row, heard, facts);
}
