import type { Evidence, LinkageDecision } from '../linkage/evidence.ts';
import { decide, prepare, standardModel, weigh, type LinkageCandidate, type PreparedRecord } from '../linkage/decide.ts';
import type { LinkageRecord } from '../linkage/linkage-record.ts';
import { recordOf, type AskedPerson } from './asked-person.ts';
import { nhsNumberOf, type HeldPerson } from './held-person.ts';

/** FHIR's match grades: http://hl7.org/fhir/R4/valueset-match-grade.html */
export type MatchGrade = 'certain' | 'probable' | 'possible' | 'certainly-not';

/** Someone who may be the person asked about. */
export interface Identified {
  person: HeldPerson;
  grade: MatchGrade;
  evidence: Evidence;
  /** How far before the next, in log odds; only of the first. */
  margin: number | null;
}

/** Every way the person may be described: each name with the home that is nearest to what was asked. */
function descriptionsOf(person: HeldPerson, asked: AskedPerson): LinkageRecord[] {
  const home = person.addresses.find((one) => one.postcode === asked.postcode) ?? person.addresses.find((one) => one.to === null);
  const upns = person.identifiers.filter((one) => one.kind === 'upn').map((one) => one.value);
  const nhs = person.identifiers.filter((one) => one.kind === 'nhs-number').map((one) => one.value);
  const names = person.names.length > 0 ? person.names : [{ given: null, family: null }];
  return names.slice(0, 6).map((name) => {
    const [given = null, ...middle] = (name.given ?? '').split(' ').filter(Boolean);
    return {
      id: person.id,
      givenName: given,
      middleName: middle.join(' ') || null,
      familyName: name.family,
      sex: person.sex,
      dateOfBirth: person.dateOfBirth,
      addressLine: home?.line1 ?? null,
      town: home?.town ?? null,
      postcode: home?.postcode ?? null,
      nhsNumber: nhs.find((one) => one === asked.nhsNumber) ?? nhsNumberOf(person),
      upn: upns.find((one) => one === asked.upn) ?? upns[0] ?? null,
    };
  });
}

const bestOf = (asked: PreparedRecord, records: readonly PreparedRecord[]): PreparedRecord[] =>
  records
    .map((record) => ({ record, score: weigh(standardModel, asked, record).score }))
    .toSorted((one, other) => other.score - one.score)
    .slice(0, 1)
    .map(({ record }) => record);

function gradeOf(decision: LinkageDecision, personId: string, evidence: Evidence): MatchGrade | null {
  if (evidence.veto) return 'certainly-not';
  if (personId === decision.leader) {
    if (decision.band === 'link') return 'certain';
    return evidence.score >= standardModel.bands.link ? 'probable' : 'possible';
  }
  return evidence.score >= standardModel.bands.review ? 'possible' : null;
}

/** Weighs everyone handed over against what was asked, most likely first. Certain is what the machine may join by itself: likely enough,
 *  far enough before the next, no twin that the given name does not tell apart. Probable and possible need a person to look. Someone it
 *  certainly is not is told only where the very number that was sent is theirs. */
export function identify(asked: AskedPerson, people: readonly HeldPerson[]): Identified[] {
  const record = prepare(recordOf(asked));
  const byId = new Map(people.map((person) => [person.id, person]));
  const candidates: LinkageCandidate[] = people.map((person) => ({
    personId: person.id,
    records: bestOf(record, descriptionsOf(person, asked).map(prepare)),
    twin: person.twin,
    certainlyNot: false,
  }));
  const decision = decide(standardModel, record, candidates);
  return decision.candidates.flatMap(({ personId, evidence }) => {
    const person = byId.get(personId);
    const grade = person && gradeOf(decision, personId, evidence);
    if (!person || !grade || (grade === 'certainly-not' && !isTheirNumber(asked, person))) return [];
    return [{ person, grade, evidence, margin: personId === decision.leader ? decision.margin : null }];
  });
}

const isTheirNumber = (asked: AskedPerson, person: HeldPerson): boolean =>
  person.identifiers.some((one) => one.value === asked.nhsNumber || one.value === asked.upn);
