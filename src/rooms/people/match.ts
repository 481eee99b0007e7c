import type { PlainDate } from '../../platform/time/calendar-day.ts';
import { compareDates, compareExpected, type DateComparison } from './compare-dates.ts';
import { compareNames, sameGiven, type NameComparison } from './compare-names.ts';
import { isTemporaryUpn } from './identifier.ts';
import { foldName, nameWords } from './name-folding.ts';
import type { SubmittedPerson, WrittenName } from './person.ts';

/** Someone in the index with what may be compared. `held` says a number is on record, never which. */
export interface IndexPerson {
  names: readonly WrittenName[];
  dateOfBirth: PlainDate | null;
  dateOfBirthIs: string;
  expectedOn: PlainDate | null;
  sex: 'F' | 'M' | 'U';
  addresses: readonly { line1: string | null; postcode: string | null; current: boolean }[];
  /** Null when the address may not be told. */
  area: string;
  identifiers: Readonly<Partial<Record<string, 'same' | 'held'>>>;
  parents: readonly string[];
  household: readonly { name: string; given: string | null; dateOfBirth: PlainDate | null }[];
  /** Someone with the same date of birth lives in the family, or is recorded as a twin. */
  twin: boolean;
}

export type Agreement = 'same' | 'different' | 'missing';
export interface Simple {
  agreement: Agreement;
  reason: string;
}

/** Field by field, each with its reason in words. */
export interface Comparison {
  name: NameComparison;
  born: DateComparison;
  sex: Simple;
  home: Simple;
  nhs: Simple;
  upn: Simple;
  parent: Simple;
}
/** The names a submitted person goes by. */
export function namesOf(submitted: SubmittedPerson): WrittenName[] {
  const others = (submitted.otherNames ?? []).map((text) => ({ given: text, family: null }));
  return [{ given: submitted.givenName, family: submitted.familyName }, ...others];
}

function compareNumber(kind: string, text: string | null | undefined, held: 'same' | 'held' | undefined): Simple {
  if (!text || !held) return { agreement: 'missing', reason: held ? `No ${kind} was given` : `No ${kind} is on record` };
  if (held === 'same') return { agreement: 'same', reason: `The same ${kind}` };
  if (kind === 'UPN' && isTemporaryUpn(text)) return { agreement: 'missing', reason: 'A temporary UPN, which a later one replaces' };
  return { agreement: 'different', reason: `A different ${kind}` };
}

function compareHomes(submitted: SubmittedPerson, person: IndexPerson): Simple {
  const postcode = submitted.address?.postcode ?? null;
  if (person.area === 'Address withheld') return { agreement: 'missing', reason: 'Address withheld' };
  if (!postcode || person.addresses.length === 0) return { agreement: 'missing', reason: 'No address on one side' };
  const shared = person.addresses.find((it) => it.postcode === postcode);
  if (!shared) return { agreement: 'different', reason: 'Another postcode; families move, so this weighs little' };
  if (!shared.current) return { agreement: 'same', reason: 'An earlier address of theirs' };
  const sameHouse = submitted.address?.line1 && shared.line1 && foldName(submitted.address.line1) === foldName(shared.line1);
  return { agreement: 'same', reason: sameHouse ? 'The same address' : 'The same postcode' };
}

function compareParents(submitted: SubmittedPerson, person: IndexPerson): Simple {
  const given = submitted.parentNames ?? [];
  if (given.length === 0 || person.parents.length === 0) return { agreement: 'missing', reason: 'No parent named on one side' };
  const written = (text: string): WrittenName => ({
    given: nameWords(text).slice(0, 1).join(' '),
    family: nameWords(text).slice(1).join(' ') || null,
  });
  const best = compareNames(given.map(written), person.parents.map(written));
  return best.agreement === 'same' || best.agreement === 'close'
    ? { agreement: 'same', reason: 'A parent of the same name' }
    : { agreement: 'different', reason: 'Parents of other names' };
}

/** Compares a submitted person with someone in the index, field by field. */
export function compare(submitted: SubmittedPerson, person: IndexPerson): Comparison {
  const bothUnborn = submitted.expectedOn && person.expectedOn;
  const sexes = submitted.sex && submitted.sex !== 'U' && person.sex !== 'U';
  return {
    name: compareNames(namesOf(submitted), person.names),
    born: bothUnborn
      ? compareExpected(submitted.expectedOn ?? '', person.expectedOn ?? '')
      : compareDates(submitted.dateOfBirth, person.dateOfBirth, person.dateOfBirthIs),
    sex: !sexes
      ? { agreement: 'missing', reason: 'Sex not known on one side' }
      : submitted.sex === person.sex
        ? { agreement: 'same', reason: 'The same sex' }
        : { agreement: 'different', reason: 'A different sex' },
    home: compareHomes(submitted, person),
    nhs: compareNumber('NHS number', submitted.nhsNumber, person.identifiers['nhs-number']),
    upn: compareNumber('UPN', submitted.upn, person.identifiers['upn']),
    parent: compareParents(submitted, person),
  };
}

const supported = (c: Comparison): boolean => c.home.agreement === 'same' || c.parent.agreement === 'same';

/** Warnings about brothers, sisters and twins: the same home and date of birth is evidence of a family, not of one person. */
export function familyWarnings(submitted: SubmittedPerson, person: IndexPerson, c: Comparison): string[] {
  const warnings: string[] = [];
  const given = submitted.givenName;
  if (c.name.agreement === 'family' && c.born.agreement === 'same')
    warnings.push('The same date of birth and family name but another given name: this may be a twin, not the same child.');
  else if (person.twin)
    warnings.push('This child has a twin, or someone with the same date of birth in the family. Check the given name before you decide.');
  if (c.name.agreement === 'family' && c.born.agreement === 'different' && supported(c))
    warnings.push('This may be a brother or sister: the same family, another given name and date of birth.');
  const better = person.household.find(
    (it) => it.given && given && sameGiven(it.given, given) && !person.names.some((name) => sameGiven(name.given, given)),
  );
  if (better) warnings.push(`${better.name} in the same household fits the given name better.`);
  return warnings;
}

const placeholders = new Set(['baby', 'twin', 'unborn', 'unknown', 'boy', 'girl', 'infant']);

/** Whether the given name alone tells a child from a twin: not missing, not "Baby" or "Twin 2", and the same as theirs. */
export function isGivenNameClear(submitted: SubmittedPerson, person: IndexPerson): boolean {
  const words = nameWords(submitted.givenName ?? '').filter((word) => !placeholders.has(word) && !/^\d+$/.test(word));
  return (
    words.length > 0 &&
    person.names.some((name) => sameGiven(name.given, words.join(' '))) &&
    !person.household.some((it) => it.dateOfBirth === person.dateOfBirth && sameGiven(it.given, words.join(' ')))
  );
}
