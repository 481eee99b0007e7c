import { daysBetween, isRealDate, type PlainDate } from '../../../../platform/time/calendar-day.ts';
import { invalid, type FieldError } from '../../../../platform/access/refusal.ts';
import { normalisePostcode } from '../../postcode.ts';

/** A search in the manner of the Personal Demographics Service, read. A star ends a name or postcode of which only the start is known. */
export interface PatientSearch {
  family: string;
  given: readonly string[];
  /** First and last day of birth asked for; the same for one day. */
  bornFrom: PlainDate;
  bornTo: PlainDate;
  postcode: string | null;
  gender: 'F' | 'M' | 'U' | null;
  isExact: boolean;
  isFuzzy: boolean;
}

type Every = Readonly<Record<string, readonly string[]>>;

const known = ['family', 'given', 'birthdate', 'address-postalcode', 'gender', '_exact-match', '_fuzzy-match', '_history', '_max-results'];
const genders = { female: 'F', male: 'M', other: 'U', unknown: 'U' } as const;
/** A wider span of days is no date of birth. */
const widest = 400;

interface Born {
  from: PlainDate;
  to: PlainDate;
}

function bornOf(values: readonly string[], wrong: (field: string, message: string) => void): Born | null {
  const read = values.map((value) => /^(eq|ge|le)?(\d{4})-(\d{2})-(\d{2})$/.exec(value));
  if (values.length === 0) {
    wrong('birthdate', 'Give a date of birth: a family name alone would show strangers');
    return null;
  }
  if (read.some((one) => !one || !isRealDate(Number(one[2]), Number(one[3]), Number(one[4])))) {
    wrong('birthdate', 'birthdate must be a date such as eq2019-03-02, or ge and le with a date each');
    return null;
  }
  const day = (prefix: string): PlainDate | undefined => values.find((value) => value.startsWith(prefix))?.slice(-10);
  const one = values.find((value) => /^(eq)?\d/.test(value))?.slice(-10);
  const [from, to] = one ? [one, one] : [day('ge'), day('le')];
  if (!from || !to || values.length > 2 || (one && values.length > 1)) wrong('birthdate', 'Give one date of birth, or ge and le together');
  else if (from > to || daysBetween(from, to) > widest) wrong('birthdate', `The days from ge to le may be ${widest} at most`);
  else return { from, to };
  return null;
}

const switchOf = (value: string | undefined, field: string, wrong: (field: string, message: string) => void): boolean => {
  if (value !== undefined && value !== 'true' && value !== 'false') wrong(field, `${field} is true or false`);
  return value === 'true';
};

const starred = (value: string): boolean => /^[^*]{2,}\*?$/.test(value);

/** Reads the query of `GET /fhir/Patient`. Throws invalid with every parameter's problem. */
export function readSearch(every: Every): PatientSearch {
  const errors: FieldError[] = [];
  const wrong = (field: string, message: string): void => void errors.push({ field, message });
  const last = (field: string): string | undefined => every[field]?.at(-1)?.trim();
  for (const field of Object.keys(every)) if (!known.includes(field)) wrong(field, `${field} is no parameter of this search`);
  const family = last('family') ?? '';
  const given = (every['given'] ?? []).map((one) => one.trim()).filter(Boolean);
  if (!family) wrong('family', 'Give a family name');
  if (family && !starred(family)) wrong('family', 'A star stands at the end, after at least two letters');
  if (given.some((one) => one.length > 1 && !starred(one))) wrong('given', 'A star stands at the end, after at least two letters');
  const born = bornOf(every['birthdate'] ?? [], wrong);
  if (born && born.from !== born.to && given.length === 0) wrong('given', 'With more than one day of birth, give a given name as well');
  const [isExact, isFuzzy] = [switchOf(last('_exact-match'), '_exact-match', wrong), switchOf(last('_fuzzy-match'), '_fuzzy-match', wrong)];
  if (isExact && isFuzzy) wrong('_fuzzy-match', 'A search is exact or fuzzy, not both');
  if (isFuzzy && [family, ...given].some((one) => one.endsWith('*'))) wrong('_fuzzy-match', 'A fuzzy search takes no star');
  const gender = last('gender');
  if (gender !== undefined && !(gender in genders)) wrong('gender', 'gender is male, female, other or unknown');
  const results = last('_max-results');
  if (results !== undefined && !/^([1-9]|[1-4]\d|50)$/.test(results)) wrong('_max-results', '_max-results is a whole number from 1 to 50');
  const typed = last('address-postalcode') ?? null;
  const postcode = typed === null || typed.endsWith('*') ? typed : (normalisePostcode(typed) ?? null);
  if (typed !== null && (postcode === null || (typed.endsWith('*') && !starred(typed))))
    wrong('address-postalcode', 'address-postalcode is no postcode');
  if (errors.length > 0 || !born) throw invalid(errors);
  return {
    family,
    given,
    bornFrom: born.from,
    bornTo: born.to,
    postcode,
    gender: gender ? genders[gender as keyof typeof genders] : null,
    isExact,
    isFuzzy,
  };
}
