/** A notification in the shape of a concern (form 4.1), so that nobody types any of it again. Pure. */
import { nobody, type Concern, type NamedPerson } from '../concern.ts';
import { incidentWords, isChildRole, shareWords, type IncidentType, type ShareRule } from './notification.ts';
import type { NotificationRow, PolicePersonRow } from './notification.store.ts';

const categories: Record<IncidentType, string> = {
  DA: 'Domestic abuse: parent',
  MISSING: 'Missing',
  CSE: 'Child sexual exploitation',
  DRUGS: 'Drug misuse: other',
  ASB: 'Anti-social behaviour',
  MENTAL_HEALTH: 'Mental health: other',
  NEGLECT: 'Neglect',
  OTHER: 'Other',
};

/** Children nobody named: they are looked for at the address, and the police are asked. */
export const notNamed = 'Children at the address, not named by the police';

/** Someone as the police named them, as a contact names people. */
export function namedOf(person: PolicePersonRow, it: NotificationRow): NamedPerson {
  const child = isChildRole(person.role);
  const lives = child || person.role === 'victim';
  return {
    ...nobody,
    part: child ? 'child' : 'adult',
    givenName: person.given_name,
    familyName: person.family_name,
    description: person.description ?? (person.given_name || person.family_name ? null : `${sentence(person.role)}, name not known`),
    dateOfBirth: person.date_of_birth,
    ageInWords: person.age_in_words,
    sex: person.sex as NamedPerson['sex'],
    school: person.school,
    phone: person.phone,
    relationship: child ? null : sentence(person.role),
    ...(lives ? { line1: it.line1, town: it.town, postcode: it.postcode } : {}),
    livesHere: lives ? 'yes' : 'not known',
  };
}

/** The placeholder for children the police did not name, with the address to look at. */
export const childrenNotNamed = (it: NotificationRow): NamedPerson => ({
  ...nobody,
  part: 'child',
  description: notNamed,
  line1: it.line1,
  town: it.town,
  postcode: it.postcode,
});

/** The whole concern. `people` in the order of `persons`, then the placeholder when no child is named. */
export function concernOf(it: NotificationRow, persons: readonly PolicePersonRow[], force: string, earlier: string | null): Concern {
  const type = incidentWords[it.incident_type as IncidentType];
  const people = persons.map((person) => namedOf(person, it));
  const suspect = persons.find((person) => person.role === 'suspect');
  const silent = it.share_rules.includes('NOT_FAMILY');
  return {
    referrer: {
      name: null,
      role: 'Police public protection desk',
      agencyName: force,
      phone: null,
      email: null,
      relationship: `Police notification ${it.police_ref}`,
      anonymous: false,
      wishesFeedback: true,
      publicSource: null,
    },
    urgency: {
      immediateDanger: false,
      whereaboutsKnown: it.incident_type === 'MISSING' ? 'no' : 'not known',
      lastSeen: null,
      safeToContactParents: silent ? 'no' : 'not known',
      riskToWorker: suspect && it.incident_type === 'DA' ? 'The police name a suspect of violence. Ask them before a visit.' : null,
    },
    people: people.some((person) => person.part === 'child') ? people : [...people, childrenNotNamed(it)],
    worry: {
      categories: [categories[it.incident_type as IncidentType]],
      whatHappened: it.circumstances || it.officer_view || `${type}. The police told no more than this.`,
      whenWhere: [it.incident_at.toISOString().slice(0, 10), it.line1, it.postcode].filter(Boolean).join(', '),
      childSaid: it.children_voice,
      impact: it.officer_view,
      history: [it.prior_incidents === null ? null : `The police count ${it.prior_incidents} earlier incidents in 12 months.`, earlier]
        .filter(Boolean)
        .join(' '),
    },
    strengths: { workingWell: null, supportTried: it.action_taken, whatWouldHelp: null, levelBelieved: null, levelWhy: null },
    agreement: {
      parentsInformed: 'not known',
      agreementObtained: 'not known',
      byWhom: null,
      whyNot: ['Police notification', ...it.share_rules.map((rule) => shareWords[rule as ShareRule])].join('. '),
      childTold: null,
    },
  };
}

const sentence = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
