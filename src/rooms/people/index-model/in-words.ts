import { fullDate } from '../../../platform/time/plain-dates.ts';
import { showNhsNumber } from '../identifier.ts';
import type { Assertion, BirthFacts } from './assertion.ts';

const name = (it: { given?: string | null; family?: string | null }): string =>
  [it.given, it.family].filter(Boolean).join(' ') || 'no name';
const day = (date: string | null | undefined): string => (date ? fullDate(date) : 'not known');
const outcomes = { stillborn: 'was stillborn', 'died after birth': 'died after birth', 'pregnancy ended': 'the pregnancy ended' } as const;
const kinds = { 'nhs-number': 'NHS number', upn: 'UPN', 'la-child-id': 'child number', uln: 'learner number', other: 'number' } as const;

/** A date of birth in words, with how many were born or are expected. */
export function bornInWords(it: BirthFacts): string {
  const many = it.plurality && it.plurality > 1 ? (it.place ? `, ${it.place} of ${it.plurality}` : `, ${it.plurality} babies`) : '';
  if (it.outcome) return `${outcomes[it.outcome]}${it.born ? `, ${day(it.born)}` : ''}${many}`;
  if (it.born) return `${day(it.born)}${it.bornIs === 'estimated' ? ' (estimated)' : ''}${many}`;
  if (it.expectedOn)
    return `expected ${it.expectedTo ? `between ${day(it.expectedOn)} and ${day(it.expectedTo)}` : day(it.expectedOn)}${many}`;
  return it.asWritten ? `written as ${it.asWritten}` : 'not known';
}

/** What an assertion says, in a sentence without its maker: "Name: Amina Hassan". `other` names the second person where the reader may know. */
export function assertionInWords(it: Assertion, other: string | null, recordWords: string | null): string {
  const them = other ?? 'another record';
  const record = recordWords ?? 'A source record';
  switch (it.kind) {
    case 'as recorded':
      return `As recorded here: ${name(it.facts)}, born ${day(it.facts.born)}`;
    case 'link':
      return `${record} belongs to this person`;
    case 'merge':
      return it.facts.part === 'stays' ? `${them} is the same person and was joined to this record` : `This record was joined to ${them}`;
    case 'certainly not':
      return `Certainly not the same person as ${them}${it.facts.reason === 'twins' || it.facts.reason === 'born together' ? ': known twins' : ''}`;
    case 'split':
      return it.facts.part === 'from'
        ? `${record} is not this person’s, and stands under ${them}`
        : `${record} was parted from ${them} and stands here`;
    case 'name':
      return `Name: ${name(it.facts)}${it.facts.preferred ? `, called ${it.facts.preferred}` : ''}`;
    case 'date of birth':
      return `Date of birth: ${bornInWords(it.facts)}`;
    case 'sex':
      return `Sex: ${{ F: 'female', M: 'male', U: 'not known' }[it.facts.sex]}`;
    case 'address':
      return `Address: ${[it.facts.line1, it.facts.postcode].filter(Boolean).join(', ')}${it.facts.from ? ` from ${day(it.facts.from)}` : ''}`;
    case 'contact point':
      return `${it.facts.kind === 'phone' ? 'Telephone' : 'Email'}: ${it.facts.value}`;
    case 'identifier':
      return `${kinds[it.facts.kind]}: ${it.facts.kind === 'nhs-number' ? showNhsNumber(it.facts.value) : it.facts.value}`;
    case 'relationship':
      return it.facts.way === 'is' ? `Is ${it.facts.kind} of ${them}` : `${them} is their ${it.facts.kind}`;
    case 'retract':
      return 'Took an earlier entry back';
  }
}
