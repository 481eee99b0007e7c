/** The concern as it grows in its draft: fields as typed, people as `p1-givenName` and so on. Reads them back into a Concern. */
import type { Typed } from '../../../../platform/web/route.ts';
import { readDate } from '../../../../platform/time/date-input.ts';
import type { Concern, KnownOrNot, NamedPerson } from '../../concern.ts';

/** Most people one concern can name. */
export const mostPeople = 20;

const text = (typed: Typed, name: string): string | null => {
  const value = typed[name];
  return (Array.isArray(value) ? value[0] : value)?.trim() || null;
};
const known = (typed: Typed, name: string): KnownOrNot => {
  const value = text(typed, name);
  return value === 'yes' || value === 'no' ? value : 'not known';
};
const list = (typed: Typed, name: string): string[] => [typed[name] ?? []].flat().filter((one) => one.length > 0);

/** A date from its three boxes; null when empty or not a real date (the person's own page has already said so). */
export function typedDate(typed: Typed, name: string): string | null {
  const read = readDate(
    { day: text(typed, `${name}-day`) ?? '', month: text(typed, `${name}-month`) ?? '', year: text(typed, `${name}-year`) ?? '' },
    { label: 'Date', optional: true },
  );
  return read.ok ? read.value : null;
}

/** The places (1, 2, 3 …) of the people named so far. */
export const placesOf = (typed: Typed): number[] =>
  Array.from({ length: mostPeople }, (_none, at) => at + 1).filter((at) => text(typed, `p${at}-part`) !== null);

/** One named person, from the fields of their place. */
export function personAt(typed: Typed, at: number): NamedPerson {
  const of = (name: string) => text(typed, `p${at}-${name}`);
  const part = of('part');
  const sex = of('sex');
  return {
    part: part === 'adult' || part === 'unborn' ? part : 'child',
    givenName: of('givenName'),
    familyName: of('familyName'),
    alsoKnownAs: of('alsoKnownAs'),
    description: of('description'),
    dateOfBirth: part === 'unborn' ? null : typedDate(typed, `p${at}-dob`),
    expectedOn: part === 'unborn' ? typedDate(typed, `p${at}-dob`) : null,
    ageInWords: of('ageInWords'),
    sex: sex === 'F' || sex === 'M' ? sex : 'U',
    ethnicity: of('ethnicity'),
    firstLanguage: of('firstLanguage'),
    interpreter: known(typed, `p${at}-interpreter`),
    disabilities: of('disabilities'),
    nhsNumber: of('nhsNumber'),
    upn: of('upn'),
    gp: of('gp'),
    school: of('school'),
    line1: of('line1'),
    town: of('town'),
    postcode: of('postcode')?.toUpperCase() ?? null,
    livesWith: of('livesWith'),
    phone: of('phone'),
    relationship: of('relationship'),
    holdsResponsibility: known(typed, `p${at}-holdsResponsibility`),
    livesHere: known(typed, `p${at}-livesHere`),
  };
}

/** The whole concern as typed so far. */
export function concernOf(typed: Typed): Concern {
  const level = text(typed, 'levelBelieved');
  return {
    referrer: {
      name: text(typed, 'yourName'),
      role: text(typed, 'yourRole'),
      agencyName: text(typed, 'yourAgency'),
      phone: text(typed, 'yourPhone'),
      email: text(typed, 'yourEmail'),
      relationship: text(typed, 'relationship'),
      anonymous: text(typed, 'anonymous') === 'yes',
      wishesFeedback: text(typed, 'wishesFeedback') !== 'no',
      publicSource: text(typed, 'publicSource'),
    },
    urgency: {
      immediateDanger: text(typed, 'immediateDanger') === 'yes',
      whereaboutsKnown: known(typed, 'whereaboutsKnown'),
      lastSeen: text(typed, 'lastSeen'),
      safeToContactParents: known(typed, 'safeToContactParents'),
      riskToWorker: text(typed, 'riskToWorker'),
    },
    people: placesOf(typed).map((at) => personAt(typed, at)),
    worry: {
      categories: list(typed, 'categories'),
      whatHappened: text(typed, 'whatHappened'),
      whenWhere: text(typed, 'whenWhere'),
      childSaid: text(typed, 'childSaid'),
      impact: text(typed, 'impact'),
      history: text(typed, 'history'),
    },
    strengths: {
      workingWell: text(typed, 'workingWell'),
      supportTried: text(typed, 'supportTried'),
      whatWouldHelp: text(typed, 'whatWouldHelp'),
      levelBelieved: level && /^[1-4]$/.test(level) ? Number(level) : null,
      levelWhy: text(typed, 'levelWhy'),
    },
    agreement: {
      parentsInformed: known(typed, 'parentsInformed'),
      agreementObtained: known(typed, 'agreementObtained'),
      byWhom: text(typed, 'agreementByWhom'),
      whyNot: text(typed, 'agreementWhyNot'),
      childTold: text(typed, 'childTold'),
    },
  };
}
