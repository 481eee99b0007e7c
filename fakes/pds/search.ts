import { badSearch, invalidValue, missing, tooMany, type Told } from './outcome.ts';
import { patientResource, type FakePatient } from './patients.ts';

type Query = Readonly<Record<string, readonly string[]>>;

const letterGroups: Readonly<Record<string, string>> = { bfpv: '1', cgjkqsxz: '2', dt: '3', l: '4', mn: '5', r: '6' };
const digitOf = (letter: string): string => Object.entries(letterGroups).find(([group]) => group.includes(letter))?.[1] ?? '';

/** Soundex (United States National Archives), which the service's fuzzy search hears names by. */
export function soundex(name: string): string {
  const letters = name.toLowerCase().replace(/[^a-z]/g, '');
  let code = '';
  let last = digitOf(letters[0] ?? '');
  for (const letter of letters.slice(1)) {
    const digit = digitOf(letter);
    if (digit && digit !== last) code += digit;
    if (!'hw'.includes(letter)) last = digit;
  }
  return `${letters[0] ?? ''}${code}000`.slice(0, 4);
}

const plain = (text: string): string => text.toLowerCase().replace(/[\s'-]/g, '');
const fits = (asked: string, held: string): boolean =>
  asked.endsWith('*') ? plain(held).startsWith(plain(asked.slice(0, -1))) : plain(held) === plain(asked);
const sounds = (asked: string, held: string): boolean => soundex(asked) === soundex(held);

/** 1 where the name is as asked, less where it only sounds so, 0 where it does not fit. */
function nameScore(
  asked: { family: string; given: readonly string[] },
  held: { family: string; given: readonly string[] },
  isFuzzy: boolean,
): number {
  let score = 1;
  if (!fits(asked.family, held.family)) {
    if (!isFuzzy || !sounds(asked.family, held.family)) return 0;
    score -= 0.05;
  }
  const heard = asked.given.map((one) => {
    if (held.given.some((name) => fits(one, name)) || fits(one, held.given.join(' '))) return 1;
    return isFuzzy && held.given.some((name) => sounds(one, name)) ? 0.95 : 0;
  });
  if (heard.includes(0)) return 0;
  return heard.includes(0.95) ? score - 0.05 : score;
}

function bornFits(values: readonly string[], born: string): boolean {
  return values.every((value) => {
    const day = value.slice(-10);
    if (value.startsWith('ge')) return born >= day;
    return value.startsWith('le') ? born <= day : born === day;
  });
}

interface Asked {
  family: string;
  given: readonly string[];
  birthdate: readonly string[];
  gender: string | undefined;
  postcode: string | undefined;
  isFuzzy: boolean;
  /** Earlier names and homes are looked through as well. */
  history: boolean;
}

/** How well a person fits, 0 to 1; 0 is not at all. */
function scoreOf(asked: Asked, patient: FakePatient): number {
  if (patient.isInvalidated || patient.supersededBy || !bornFits(asked.birthdate, patient.born)) return 0;
  if (asked.gender && patient.sex !== asked.gender) return 0;
  const homes = asked.history ? patient.homes : patient.homes.slice(0, 1);
  const { postcode } = asked;
  if (postcode && !homes.some((home) => fits(postcode, home.postcode))) return 0;
  const names = [{ given: patient.given, family: patient.family }, ...(asked.history ? (patient.otherNames ?? []) : [])];
  const turned = asked.isFuzzy ? names.map(({ given, family }) => ({ given: [family], family: given.join(' ') })) : [];
  return Math.max(0, ...[...names, ...turned].map((name) => nameScore(asked, name, asked.isFuzzy)));
}

const dateShape = /^(eq|ge|le)?\d{4}-\d{2}-\d{2}$/;

/** `GET /Patient` in application-restricted mode: one person, nobody, or too many, never a list. */
export function answerSearch(patients: readonly FakePatient[], query: Query): Told {
  const [family] = query['family'] ?? [];
  const birthdate = query['birthdate'] ?? [];
  if (!family) return badSearch;
  if (birthdate.length === 0) return missing('birthdate');
  if (!birthdate.every((one) => dateShape.test(one))) return invalidValue('birthdate');
  const isSet = (name: string): boolean => query[name]?.[0] === 'true';
  if (isSet('_exact-match') && isSet('_fuzzy-match')) return badSearch;
  const asked: Asked = {
    family,
    given: query['given'] ?? [],
    birthdate,
    gender: query['gender']?.[0],
    postcode: (query['address-postalcode'] ?? query['address-postcode'])?.[0],
    isFuzzy: isSet('_fuzzy-match'),
    history: isSet('_fuzzy-match') || isSet('_history'),
  };
  const found = patients.map((patient) => ({ patient, score: scoreOf(asked, patient) })).filter(({ score }) => score > 0);
  if (found.length > 1) return tooMany;
  const [only] = found;
  const entry = only
    ? [
        {
          fullUrl: `https://api.service.nhs.uk/personal-demographics/FHIR/R4/Patient/${only.patient.number}`,
          search: { score: Math.round(only.score * 10_000) / 10_000 },
          resource: patientResource(only.patient),
        },
      ]
    : undefined;
  return {
    status: 200,
    body: {
      resourceType: 'Bundle',
      type: 'searchset',
      timestamp: '2026-11-22T12:00:00+00:00',
      total: found.length,
      ...(entry ? { entry } : {}),
    },
  };
}
