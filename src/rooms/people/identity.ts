import { ageInWords, expectedInWords } from '../../platform/time/age.ts';
import type { PlainDate } from '../../platform/time/calendar-day.ts';
import { fullDate } from '../../platform/time/plain-dates.ts';
import type { IdentityBarProps } from '../../platform/web/patterns/identity-bar.tsx';
import { nameOf, officialName } from './person.ts';

/** Who a child is, as every page about them shows it. */
export interface Identity {
  personId: string;
  name: string;
  officialName: string;
  dateOfBirth: PlainDate | null;
  expectedOn: PlainDate | null;
  /** "9 years and 4 months", "due in 5 weeks, 27 Dec 2026", "not known". */
  age: string;
  /** "Amina Hassan (mother) and Bilal Hassan (brother or sister)", or why it may not be shown. */
  livesWith: string;
  lead: { staffId: string | null; name: string; role: string } | null;
  warnings: readonly string[];
  involvementCount: number;
  familyIds: readonly string[];
  version: number;
  /** All of it for `<IdentityBar {...identity.bar} />`. */
  bar: IdentityBarProps;
}

/** What the identity is made from, as the reader may see it. */
export interface IdentityFacts {
  person: {
    id: string;
    given_name: string | null;
    family_name: string | null;
    preferred_name: string | null;
    date_of_birth: string | null;
    date_of_birth_is: string;
    expected_on: string | null;
    died_on: string | null;
    shield: string;
    shield_pending: boolean;
    restricted: boolean;
    version: number;
  };
  household: readonly { name: string; relation: string | null; part: string | null; livesHere: boolean }[];
  involved: readonly {
    is_lead: boolean;
    staff_id: string | null;
    role: string;
    practitioner_name: string | null;
    display_name: string | null;
  }[];
  warnings: readonly { kind: string; note: string; review_on: string }[];
  restriction: string | null;
  familyIds: readonly string[];
  withheld: boolean;
  today: PlainDate;
}

/** "brother or sister" for a sibling and so on: how one person is related to the child, in words. */
export function relationInWords(relation: string | null, part: string | null): string {
  if (relation === 'sibling') return 'brother or sister';
  if (relation === 'expecting') return 'expecting this baby';
  return relation ?? (part === 'child' ? 'child of the family' : (part ?? 'family'));
}

/** Joins words as people say them: "a", "a and b", "a, b and c". */
export const inOneBreath = (words: readonly string[]): string =>
  words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;

function ageOf({ person, today }: IdentityFacts): string {
  if (person.died_on) return 'has died';
  if (person.date_of_birth) return `${ageInWords(person.date_of_birth, today)}${person.date_of_birth_is === 'exact' ? '' : ' (estimated)'}`;
  return person.expected_on ? expectedInWords(person.expected_on, today) : 'not known';
}

function livesWithOf({ household, withheld }: IdentityFacts): string {
  const here = household.filter((one) => one.livesHere).map((one) => `${one.name} (${relationInWords(one.relation, one.part)})`);
  const words = here.length > 0 ? inOneBreath(here) : 'Not known';
  return withheld ? `${words}. Where they live is withheld.` : words;
}

/** A shield inherited from a possible match shows to nobody before the shield desk has decided. */
function statusesOf({ person }: IdentityFacts): { text: string; colour?: string }[] {
  const statuses: { text: string; colour?: string }[] = [];
  if (person.died_on) statuses.push({ text: 'Has died', colour: 'grey' });
  if (!person.date_of_birth && person.expected_on) statuses.push({ text: 'Unborn', colour: 'purple' });
  if (person.shield !== 'none' && !person.shield_pending)
    statuses.push({ text: person.shield === 'hidden' ? 'Shielded: tell nobody' : 'Address shielded', colour: 'red' });
  return statuses;
}

/** Puts together who a child is, in words. Pure. */
export function identityFrom(facts: IdentityFacts): Identity {
  const { person } = facts;
  const leads = facts.involved.find((one) => one.is_lead);
  const lead = leads
    ? { staffId: leads.staff_id, name: leads.display_name ?? leads.practitioner_name ?? 'Name not known', role: leads.role }
    : null;
  const warnings = facts.warnings.map((one) => `${one.kind}: ${one.note}${one.review_on < facts.today ? ' (review overdue)' : ''}`);
  const [name, official] = [nameOf(person), officialName(person)];
  const [age, livesWith] = [ageOf(facts), livesWithOf(facts)];
  const bar: IdentityBarProps = {
    name,
    officialName: official,
    age,
    livesWith,
    warnings,
    statuses: statusesOf(facts),
    href: `/children/${person.id}`,
    dateOfBirth: person.date_of_birth ? fullDate(person.date_of_birth) : undefined,
    leadProfessional: lead ? { name: lead.name, role: lead.role } : undefined,
    services: { count: facts.involved.length, href: `/people/${person.id}/involved` },
    restricted: person.restricted ? (facts.restriction ?? 'Only those named may open this record.') : undefined,
  };
  return {
    personId: person.id,
    name,
    officialName: official,
    dateOfBirth: person.date_of_birth,
    expectedOn: person.expected_on,
    age,
    livesWith,
    lead,
    warnings,
    involvementCount: facts.involved.length,
    familyIds: facts.familyIds,
    version: person.version,
    bar,
  };
}
