import type { Rule } from './oracle.ts';
import type { Row } from './planting.sample.ts';
import type { Facts, Standing } from './standing.ts';

/** 2.3 B: whoever answers the hub for an agency: any partner but a mere referrer; where the agency has a hub desk, that desk alone. */
export const answering = [
  'DSL',
  'SENCO',
  'HV',
  'SN',
  'MIDW',
  'GP',
  'CLIN',
  'POL_PPD',
  'PROB',
  'YOT',
  'HOUS',
  'ADULT_MH',
  'ADULT_SM',
  'IDVA',
  'VCS',
];

/** Whoever answers the hub for an agency: its hub desk, or by role where it has none. */
export function answersFor(agency: unknown, who: Standing, facts: Facts): boolean {
  if (!who.works || !who.agencies.has(agency) || !who.is(...answering)) return false;
  const desks = facts.rows('team').filter((team) => team['agency_id'] === agency && team['purpose'] === 'hub-desk');
  return desks.length === 0 || desks.some((team) => who.teams.has(team['id']));
}

/** The agency asked, unless someone it is asked about is shut to this person. */
const asked = (request: Row | undefined, who: Standing, facts: Facts): boolean =>
  request !== undefined &&
  answersFor(request['agency_id'], who, facts) &&
  !facts.rows('information_request_person').some((one) => one['request_id'] === request['id'] && who.shut.has(one['person_id']));

/** Whether the asker answers for the agency of a request, and everyone it names is open to them: its pages are for nobody else, the hub included. */
export const mayAnswer = (requestId: unknown, who: Standing, facts: Facts): boolean =>
  asked(find('information_request', requestId, facts), who, facts);

const find = (table: string, id: unknown, facts: Facts): Row | undefined => facts.rows(table).find((one) => one['id'] === id);

const hub = (contact: unknown, who: Standing, contacts: ReadonlySet<unknown>): boolean =>
  who.works && who.is('CO', 'MASH_M') && contacts.has(contact);

const withRequest: Rule = (row, who, sight, facts) => {
  const request = find('information_request', row['request_id'] ?? row['id'], facts);
  return asked(request, who, facts) || hub(request?.['contact_id'], who, sight.contacts);
};
const withReturn: Rule = (row, who, sight, facts) => {
  const request = find('information_request', row['request_id'], facts);
  const whole = find('agency_return', row['return_id'] ?? row['id'], facts);
  return asked(request, who, facts) || (whole?.['released_at'] !== null && hub(request?.['contact_id'], who, sight.contacts));
};

/** Domain 2.5, the hub rule: an enquiry is the hub's; a request also the agency's; a return its agency's alone until released. */
export const hubRules: Record<string, Rule> = {
  hub_enquiry: (row, who, sight) => hub(row['contact_id'], who, sight.contacts),
  hub_rag: (row, who, sight, facts) => hub(find('hub_enquiry', row['enquiry_id'], facts)?.['contact_id'], who, sight.contacts),
  information_request: withRequest,
  information_request_person: withRequest,
  information_request_chase: withRequest,
  agency_return: withReturn,
  return_line: withReturn,
  line_release: withRequest,
};
