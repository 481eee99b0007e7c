import { fullDate } from '../../../../platform/time/plain-dates.ts';
import { compareDates } from '../../compare-dates.ts';
import { showNhsNumber } from '../../identifier.ts';
import { foldName } from '../../name-folding.ts';
import { answerOfAddresses, type AddressAnswer } from './compare-addresses.ts';
import { homeOf, namesOf, type OurChild } from './our-child.ts';
import type { TheirPatient } from './their-patient.ts';

export const comparedFields = ['NHS number', 'given name', 'family name', 'date of birth', 'sex', 'address'] as const;
export type ComparedField = (typeof comparedFields)[number];

/** One fact beside the same fact at the NHS. Both as text; a date as YYYY-MM-DD, an address in one line with its postcode last. */
export interface Difference {
  field: ComparedField;
  answer: AddressAnswer;
  ours: string | null;
  theirs: string | null;
}

const simple = (field: ComparedField, ours: string | null, theirs: string | null, isSame: boolean): Difference => ({
  field,
  ours,
  theirs,
  answer: isSame ? 'same' : !ours && !theirs ? 'same' : !ours ? 'missing here' : !theirs ? 'missing there' : 'different',
});

const alikeInLetters = (one: string | null, others: readonly (string | null)[]): boolean =>
  one !== null && others.some((other) => other !== null && foldName(other) === foldName(one));

/** Compares a child with what the NHS holds, fact by fact. A name that is among their other names here is the same. Where either side keeps
 *  the address from view, or the date of birth leaves a doubt whose it is, addresses are not compared. Pure. */
export function reconcile(child: OurChild, theirs: TheirPatient): Difference[] {
  const names = namesOf(child);
  const their = theirs.names.find((one) => one.isNow) ?? theirs.names[0];
  const [given, family] = [their?.given.join(' ') || null, their?.family ?? null];
  const all = [
    simple('NHS number', child.number, theirs.number, child.number === theirs.number),
    simple(
      'given name',
      child.given,
      given,
      alikeInLetters(
        given,
        names.map((one) => one.given),
      ),
    ),
    simple(
      'family name',
      child.family,
      family,
      alikeInLetters(
        family,
        names.map((one) => one.family),
      ),
    ),
    simple('date of birth', child.dateOfBirth, theirs.dateOfBirth, child.dateOfBirth === theirs.dateOfBirth),
    simple('sex', child.sex === 'U' ? null : child.sex, theirs.sex === 'U' ? null : theirs.sex, child.sex === theirs.sex),
  ];
  const doubted = !['same', 'near'].includes(compareDates(child.dateOfBirth, theirs.dateOfBirth, child.dateOfBirthIs).agreement);
  return child.shielded || theirs.isSensitive || doubted ? all : [...all, addressDifference(child, theirs)];
}

function addressDifference(child: OurChild, theirs: TheirPatient): Difference {
  const ours = child.addresses.map((one) => ({ lines: [one.line1 ?? ''], postcode: one.postcode, isNow: one.current }));
  const [home, now] = [homeOf(child), theirs.addresses.find((one) => one.isNow)];
  const inOneLine = (parts: readonly (string | null | undefined)[]): string | null => parts.filter(Boolean).join(', ') || null;
  return {
    field: 'address',
    answer: answerOfAddresses(ours, theirs.addresses),
    ours: home ? inOneLine([home.line1, home.town, home.postcode]) : null,
    theirs: now ? inOneLine([...now.lines, now.postcode]) : null,
  };
}

/** Whether a person is asked about it: what the NHS lacks, and a home of ours that is in their history, ask nothing of anyone here. */
export const isOpen = ({ answer }: Pick<Difference, 'answer'>): boolean =>
  !['same', 'missing there', 'ours is one of theirs'].includes(answer);

const sexWords: Readonly<Record<string, string>> = { F: 'Female', M: 'Male' };

/** A value as it is shown: a date and a number as people read them. */
export function shown(field: ComparedField, value: string | null): string | null {
  if (value === null) return null;
  if (field === 'date of birth') return fullDate(value);
  if (field === 'NHS number') return showNhsNumber(value);
  return field === 'sex' ? (sexWords[value] ?? value) : value;
}

export const answerWords: Readonly<Record<AddressAnswer, string>> = {
  same: 'The same',
  different: 'Different',
  'missing here': 'Not held here',
  'missing there': 'Not held by the NHS',
  'histories meet': 'Both lived at one place at some time',
  'ours is one of theirs': 'Our address is an earlier one at the NHS',
  'theirs is one of ours': 'Theirs is an earlier address here',
  uncertain: 'Cannot be told: flats or ranges of numbers',
};
