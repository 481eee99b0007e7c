import { checkNhsNumber, checkUpn, isTemporaryUpn } from '../identifier.ts';
import { readIso } from './dates.ts';
import type { LinkageRecord } from './linkage-record.ts';
import { notNames, weakGivenNames } from './spellings.ts';
import { fold } from './words.ts';

/** A record as it is compared. Lists are short; empty text and 0 mean nothing known. */
export interface PreparedRecord {
  id: string;
  source: string;
  /** Names as they were written, to be shown. */
  writtenGiven: string;
  writtenFamily: string;
  /** Given and middle names, the one that tells most first; at most five. Empty when there is none or only `Baby`. */
  given: readonly string[];
  /** True when the given name itself, middle names left out, is of several words that tell: Wei Ling, Abdool Essa. */
  compound: boolean;
  /** The given name's words closed up, so that Wei Ling and Weiling meet. */
  givenWhole: string;
  /** True when the only given name is one like Mohammed, or an initial: never enough to tell twins apart. */
  weak: boolean;
  /** True when the record holds no given name that tells anything. */
  nameless: boolean;
  /** True when what stands for a given name says that there is a twin: `Twin 2`, `Baby B`. */
  plural: boolean;
  family: readonly string[];
  familyWhole: string;
  /** Packed as 20090430; 0 when unknown. */
  born: number;
  sex: 0 | 1 | 2;
  postcode: string;
  /** Numbers of the house and flat as written, joined. */
  house: string;
  street: readonly string[];
  streetWhole: string;
  town: string;
  phone: string;
  email: string;
  /** Only numbers whose check fits. */
  nhsNumber: string;
  upn: string;
}

/** The words of a text, folded. */
export const wordsOf = (text: string): string[] => {
  const folded = fold(text);
  return folded === '' ? [] : folded.split(' ');
};

/** Given and middle names as they are compared. */
export interface GivenNames {
  given: readonly string[];
  whole: string;
  weak: boolean;
  plural: boolean;
  compound: boolean;
}

const pluralWords = /^(twins?|triplets?|\d+|one|two|three|first|second|third|i|ii|iii|[a-h])$/;

const rememberedNames = new Map<string, GivenNames>();

const tells = (name: string): boolean => name.length > 1 && !weakGivenNames.has(name);

/** Which of the given names tells most: the first that is neither weak (Mohammed) nor an initial, else the first. */
function ordered(names: readonly string[]): readonly string[] {
  const strong = names.findIndex(tells);
  if (strong <= 0) return names;
  return [names[strong]!, ...names.slice(0, strong), ...names.slice(strong + 1)];
}

/** Reads given and middle names; see `PreparedRecord`. */
export function readGiven(first: string, middle: string): GivenNames {
  const key = `${first}|${middle}`;
  const known = rememberedNames.get(key);
  if (known) return known;
  const firsts = wordsOf(first);
  const placeholder = firsts.some((word) => notNames.has(word));
  const kept = firsts.filter((word) => !notNames.has(word) && !(placeholder && word.length === 1) && !/^\d+$/.test(word));
  const all = [...new Set(placeholder && kept.length === 0 ? [] : [...kept, ...wordsOf(middle).filter((word) => !notNames.has(word))])];
  const given = ordered(all).slice(0, 5);
  const weak = given.length > 0 && (given[0]!.length === 1 || weakGivenNames.has(given[0]!));
  const plural = placeholder && firsts.some((word) => pluralWords.test(word));
  const made = { given, whole: kept.join(''), weak, plural, compound: kept.filter(tells).length > 1 };
  if (rememberedNames.size > 200_000) rememberedNames.clear();
  rememberedNames.set(key, made);
  return made;
}

const streetKinds = new Set(
  (
    'street st road rd avenue ave av close cl crescent cres lane ln drive dr court ct place pl gardens gdns way terrace terr square sq grove house flat ' +
    'apartment apt unit the circuit cct block room floor'
  ).split(' '),
);

/** Numbers and words of an address. */
export function readAddress(text: string): { house: string; street: string[]; whole: string } {
  const all = wordsOf(text);
  const numbers = all.filter((word) => /\d/.test(word));
  const street = all.filter((word) => !/\d/.test(word) && word.length > 1 && !streetKinds.has(word));
  return { house: numbers.join('/'), street: street.slice(0, 5), whole: street.join('') };
}

const sexes: Readonly<Record<string, 1 | 2>> = { f: 1, female: 1, girl: 1, woman: 1, m: 2, male: 2, boy: 2, man: 2 };

const plainNumber = (text: string): string => (/^\d*$/.test(text) ? text : text.replace(/\D+/g, ''));
/** The last nine digits of a telephone number; empty when it is none. */
export function readPhone(text: string): string {
  const digits = plainNumber(text);
  return digits.length < 6 || /^(\d)\1+$/.test(digits) ? '' : digits.slice(-9);
}

/** An NHS number whose check fits, else empty. */
export function readNhsNumber(text: string): string {
  const checked = checkNhsNumber(text);
  return checked.valid ? checked.value : '';
}

/** A lasting UPN whose check fits, else empty. */
export function readUpn(text: string): string {
  const checked = checkUpn(text);
  return checked.valid && !isTemporaryUpn(checked.value) ? checked.value : '';
}

/** 1 for girls, 2 for boys, 0 where it does not say. */
export const readSex = (text: string): 0 | 1 | 2 => sexes[text.trim().toLowerCase()] ?? 0;
export const readPostcode = (text: string): string => text.toLowerCase().replace(/[^a-z0-9]+/g, '');
export const readTown = (text: string): string => fold(text).replaceAll(' ', '');
export const readEmail = (text: string): string => text.trim().toLowerCase();

/** Reads a record's text once, as it will be compared; what cannot be read counts as missing. */
export function prepare(record: LinkageRecord): PreparedRecord {
  return prepareWithDate(record, record.dateOfBirth ? readIso(record.dateOfBirth) : 0);
}

/** As `prepare`, the date of birth already read (packed, 0 when unknown). */
export function prepareWithDate(record: LinkageRecord, born: number): PreparedRecord {
  const names = readGiven(record.givenName ?? '', record.middleName ?? '');
  const family = wordsOf(record.familyName ?? '');
  const address = record.addressLine ? readAddress(record.addressLine) : { house: '', street: [], whole: '' };
  return {
    id: record.id,
    source: record.source ?? '',
    writtenGiven: record.givenName ?? '',
    writtenFamily: record.familyName ?? '',
    given: names.given,
    givenWhole: names.whole,
    weak: names.weak,
    nameless: names.given.length === 0,
    plural: names.plural,
    compound: names.compound,
    family: family.slice(0, 4),
    familyWhole: family.join(''),
    born,
    sex: readSex(record.sex ?? ''),
    postcode: readPostcode(record.postcode ?? ''),
    house: address.house,
    street: address.street,
    streetWhole: address.whole,
    town: readTown(record.town ?? ''),
    phone: record.phone ? readPhone(record.phone) : '',
    email: readEmail(record.email ?? ''),
    nhsNumber: record.nhsNumber ? readNhsNumber(record.nhsNumber) : '',
    upn: record.upn ? readUpn(record.upn) : '',
  };
}
