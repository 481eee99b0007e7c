import { fullDate } from '../../../platform/time/plain-dates.ts';

/** How a row of each table is told to whoever says whose it is: what kind of thing, and the columns that say it. Tables not named here are told
 *  by their name and the day alone. */
const tables: Readonly<Record<string, { what: string; columns: readonly string[] }>> = {
  chronology_event: { what: 'Entry of the chronology', columns: ['happened_on', 'description', 'source'] },
  warning_note: { what: 'Warning', columns: ['kind', 'note'] },
  involvement: { what: 'Someone involved', columns: ['role', 'practitioner_name', 'started_on', 'source'] },
  person_address: { what: 'Address', columns: ['line1', 'postcode', 'valid_from', 'source'] },
  person_name: { what: 'Name', columns: ['given_name', 'family_name', 'source'] },
  person_contact_point: { what: 'Telephone or email', columns: ['kind', 'value'] },
  identifier: { what: 'Number', columns: ['kind', 'value', 'source'] },
  relationship: { what: 'Relationship', columns: ['kind', 'source'] },
  family_member: { what: 'Place in a family', columns: ['part', 'valid_from'] },
  source_record: { what: 'Partner’s record', columns: ['given_name', 'family_name', 'date_of_birth', 'line1'] },
  referral: { what: 'Referral', columns: ['reference', 'received_at'] },
  strategy_request: { what: 'Request for a strategy discussion', columns: ['requested_at'] },
  contact_recognition: { what: 'Contact recognised as theirs', columns: ['person_id'] },
  contact_decision: { what: 'Decision on a contact', columns: ['person_id'] },
  contact_handover: { what: 'Contact passed on', columns: ['person_id'] },
  assessment_child: { what: 'Part in an assessment', columns: ['changed_at'] },
  plan_goal: { what: 'Goal of a plan', columns: ['wording'] },
  plan_action: { what: 'Action of a plan', columns: ['created_at'] },
  taf_member: { what: 'Place in a team around the family', columns: ['part'] },
  service_agreement: { what: 'Agreement to help', columns: ['recorded_at'] },
  broker_request: { what: 'Message to a service', columns: ['person_id'] },
};

/** A day as people read it; anything else as it stands. */
const inWords = (value: unknown): string => {
  const text = String(value);
  return /^\d{4}-\d\d-\d\d/.test(text) ? fullDate(text.slice(0, 10)) : text;
};

/** What a row is, the columns to read, and its words from them. Pure. */
export function describe(
  table: string,
  row: Readonly<Record<string, unknown>>,
): { what: string; columns: readonly string[]; words: string } {
  const known = tables[table] ?? { what: `Entry (${table.replaceAll('_', ' ')})`, columns: [] };
  const words = known.columns
    .filter((name) => name !== 'person_id')
    .flatMap((name) => (row[name] === null || row[name] === undefined ? [] : [inWords(row[name])]))
    .join(' – ');
  return { what: known.what, columns: known.columns, words: words || 'No words of its own' };
}
