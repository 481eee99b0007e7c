/** A police notification as the police tell it (form 4.2): its codes, what is alike between two, and what a rule would suggest. Pure. */
import { createHash } from 'node:crypto';
import { counted } from '../../../platform/time/plain-dates.ts';

export const incidentTypes = ['DA', 'MISSING', 'CSE', 'DRUGS', 'ASB', 'MENTAL_HEALTH', 'NEGLECT', 'OTHER'] as const;
export type IncidentType = (typeof incidentTypes)[number];
export const incidentWords: Record<IncidentType, string> = {
  DA: 'Domestic abuse',
  MISSING: 'Missing',
  CSE: 'Child sexual exploitation',
  DRUGS: 'Drugs',
  ASB: 'Anti-social behaviour',
  MENTAL_HEALTH: 'Mental health',
  NEGLECT: 'Neglect found',
  OTHER: 'Other',
};

export const personRoles = ['victim', 'suspect', 'witness', 'child present', 'child not present', 'other'] as const;
export type PersonRole = (typeof personRoles)[number];
export const isChildRole = (role: string): boolean => role === 'child present' || role === 'child not present';

export const dashRisks = ['standard', 'medium', 'high'] as const;
export const colours = ['BLUE', 'GREEN', 'AMBER', 'RED'] as const;
export type Colour = (typeof colours)[number];
export const channels = ['phone', 'text', 'email', 'letter', 'visit', 'school'] as const;
export type Channel = (typeof channels)[number];
export const shareRules = ['NOT_FAMILY', 'NOT_SCHOOL', 'NOT_SUSPECT', 'ASK_FIRST'] as const;
export type ShareRule = (typeof shareRules)[number];
export const shareWords: Record<ShareRule, string> = {
  NOT_FAMILY: 'The family is not to be told of it',
  NOT_SCHOOL: 'Schools are not to be told of it',
  NOT_SUSPECT: 'The suspect is not to learn of it',
  ASK_FIRST: 'The police are asked before anybody is told',
};

/** How someone may be reached, as the police tell it. Times are "HH:MM" in London. */
export interface SafeContactTold {
  never: readonly Channel[];
  onlyBy: Channel | null;
  onlyFrom: string | null;
  onlyTo: string | null;
  note: string | null;
}

export interface NotifiedPerson {
  role: PersonRole;
  givenName: string | null;
  familyName: string | null;
  description: string | null;
  dateOfBirth: string | null;
  ageInWords: string | null;
  sex: 'F' | 'M' | 'U';
  school: string | null;
  phone: string | null;
  injuries: string | null;
  safeContact: SafeContactTold;
}

/** Everything of form 4.2. Moments are ISO 8601 with their offset; null is not told. */
export interface Notified {
  policeRef: string;
  incidentAt: string;
  reportedAt: string | null;
  incidentType: IncidentType;
  location: { line1: string | null; town: string | null; postcode: string | null; uprn: string | null };
  circumstances: string | null;
  persons: readonly NotifiedPerson[];
  childrenVoice: string | null;
  officerView: string | null;
  dashRisk: (typeof dashRisks)[number] | null;
  marac: boolean;
  maracOn: string | null;
  actionTaken: string | null;
  priorIncidents12m: number | null;
  bragGrade: Colour | null;
  shareRestrictions: readonly ShareRule[];
  shareNote: string | null;
}

/** Hash of all that was told: the same told twice is known by it. The shape that read it fixes the order of its fields. */
export const bodyHash = (told: Notified): string => createHash('sha256').update(JSON.stringify(told)).digest('hex');

/** A postcode in capitals with its space; as typed when it is none. */
export function postcodeAsWritten(text: string | null): string | null {
  const tight = (text ?? '').replaceAll(/[^a-z0-9]/gi, '').toUpperCase();
  if (tight === '') return null;
  return /^[A-Z]{1,2}\d[A-Z\d]?\d[A-Z]{2}$/.test(tight) ? `${tight.slice(0, -3)} ${tight.slice(-3)}` : (text ?? '').trim();
}

/** Where it happened in a form two notifications can be compared by: postcode and the numbers of the house and flat, so that "14 Oak Rd" and
 *  "14 Oak Road" are one home; else the property reference; null when no home is told. */
export function homeKey({ line1, postcode, uprn }: Notified['location']): string | null {
  const place = (postcode ?? '').replaceAll(/[^a-z0-9]/gi, '').toUpperCase();
  const line = (line1 ?? '').toLowerCase();
  const house = (line.match(/\d+[a-z]?\b/g) ?? []).join(' ') || line.replaceAll(/[^a-z]+/g, ' ').trim();
  if (place && house) return `${place} ${house}`;
  return uprn ? `uprn ${uprn}` : null;
}

/** Hours within which two notifications from one home, about the same people, may be one incident. */
export const sameIncidentHours = 6;

export interface ComparedPerson {
  givenName: string | null;
  familyName: string | null;
  dateOfBirth: string | null;
}
export interface ComparedIncident {
  policeRef: string;
  incidentAt: Date;
  homeKey: string | null;
  persons: readonly ComparedPerson[];
}

const said = (name: string | null): string => (name ?? '').toLowerCase().replaceAll(/[^\p{L}]/gu, '');

/** Two people told in the same words: both names, or one name and the day of birth. */
export function toldAlike(one: ComparedPerson, other: ComparedPerson): boolean {
  const given = said(one.givenName) !== '' && said(one.givenName) === said(other.givenName);
  const family = said(one.familyName) !== '' && said(one.familyName) === said(other.familyName);
  const born = one.dateOfBirth !== null && one.dateOfBirth === other.dateOfBirth;
  const differently = one.dateOfBirth !== null && other.dateOfBirth !== null && !born;
  return !differently && ((given && family) || (born && (given || family)));
}

/** Why two notifications may tell of one incident, in words; null when nothing says so. A person decides. */
export function sameIncident(one: ComparedIncident, other: ComparedIncident): string[] | null {
  if (one.policeRef === other.policeRef) return [`The same police reference, ${one.policeRef}`];
  const hours = Math.abs(one.incidentAt.getTime() - other.incidentAt.getTime()) / 3_600_000;
  if (hours > sameIncidentHours || one.homeKey === null || one.homeKey !== other.homeKey) return null;
  const same = one.persons.filter((person) => other.persons.some((their) => toldAlike(person, their)));
  if (same.length === 0) return null;
  const names = same.map((person) => [person.givenName, person.familyName].filter(Boolean).join(' ')).join(' and ');
  return ['The same address', hours < 1 ? 'Within the hour' : `${counted(Math.round(hours), 'hour')} apart`, `Both name ${names}`];
}

/** What a rule would suggest to whoever triages, and why; it colours nothing until a person says so (a suggestion is no rating). */
export function suggestedColour(facts: {
  dashRisk: string | null;
  marac: boolean;
  policeGrade: string | null;
  childHurt: boolean;
  childPresent: boolean;
  earlier: number;
}): { colour: Colour; because: string } | null {
  const red = [
    facts.childHurt ? 'a child is hurt' : null,
    facts.dashRisk === 'high' ? 'DASH is high' : null,
    facts.marac ? 'it goes to a MARAC' : null,
    facts.policeGrade === 'RED' ? 'the police grade it red' : null,
  ].filter((one) => one !== null);
  if (red.length > 0) return { colour: 'RED', because: red.join(', ') };
  const amber = [
    facts.dashRisk === 'medium' ? 'DASH is medium' : null,
    facts.earlier >= 2 ? `${facts.earlier} earlier incidents at this home in 12 months` : null,
    facts.policeGrade === 'AMBER' ? 'the police grade it amber' : null,
  ].filter((one) => one !== null);
  if (amber.length > 0) return { colour: 'AMBER', because: amber.join(', ') };
  return facts.childPresent ? { colour: 'GREEN', because: 'a child was there' } : null;
}
