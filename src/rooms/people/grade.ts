import type { Grade } from './candidate.ts';
import type { Evidence } from './linkage/evidence.ts';
import { decide, prepare, standardModel, type LinkageCandidate } from './linkage/decide.ts';
import type { LinkageRecord } from './linkage/linkage-record.ts';
import { compare, familyWarnings, isGivenNameClear, namesOf, type Comparison, type IndexPerson } from './match.ts';
import type { SubmittedPerson } from './person.ts';

/** How likely someone is the person described, why in a sentence, and the factors it rests on; null where the matcher compares nothing. */
export interface Graded {
  grade: Grade;
  because: string;
  warnings: string[];
  evidence: Evidence | null;
}

const rungs: readonly Grade[] = ['certain', 'probable', 'possible', 'unlikely'];
const lowerOf = (grade: Grade, at: Grade): Grade => (rungs.indexOf(grade) < rungs.indexOf(at) ? at : grade);

/** The person described as the matcher reads it, under each name they go by. */
function described(submitted: SubmittedPerson): LinkageRecord[] {
  return namesOf(submitted).map((name, at) => ({
    id: `described:${at}`,
    givenName: name.given,
    familyName: name.family,
    sex: submitted.sex ?? null,
    dateOfBirth: submitted.dateOfBirth,
    addressLine: submitted.address?.line1 ?? null,
    town: submitted.address?.town ?? null,
    postcode: submitted.address?.postcode ?? null,
    nhsNumber: submitted.nhsNumber ?? null,
    upn: submitted.upn ?? null,
  }));
}

/** A person of the index as the matcher reads them: each name beside each of the newest homes, at most four. A number is only known to be the
 *  same or not; which it is, is not told. */
function held(person: IndexPerson, submitted: SubmittedPerson, id: string): LinkageRecord[] {
  const many = Math.min(Math.max(person.names.length, person.addresses.length, 1), 4);
  const number = (kind: string, given: string | null | undefined): string | null =>
    person.identifiers[kind] === 'same' ? (given ?? null) : null;
  return Array.from({ length: many }, (_none, at) => {
    const name = person.names[Math.min(at, person.names.length - 1)];
    const home = person.addresses[Math.min(at, person.addresses.length - 1)];
    return {
      id: `${id}:${at}`,
      givenName: name?.given ?? null,
      familyName: name?.family ?? null,
      sex: person.sex,
      dateOfBirth: person.dateOfBirth,
      addressLine: home?.line1 ?? null,
      postcode: home?.postcode ?? null,
      nhsNumber: number('nhs-number', submitted.nhsNumber),
      upn: number('upn', submitted.upn),
    };
  });
}

/** Two unborn babies are never weighed: their dates are ranges and they have no names. A person says, by the dates and the mother. */
function gradeUnborn(c: Comparison): Omit<Graded, 'warnings'> {
  const near = ['same', 'near'].includes(c.born.agreement) && (c.parent.agreement === 'same' || c.home.agreement === 'same');
  return near
    ? { grade: 'possible', because: 'Expected at the same time, with the same mother or home.', evidence: null }
    : { grade: 'unlikely', because: 'Unborn babies are told apart by their mother and the expected date.', evidence: null };
}

function lowered(
  graded: Omit<Graded, 'warnings'>,
  submitted: SubmittedPerson,
  person: IndexPerson,
  c: Comparison,
): Omit<Graded, 'warnings'> {
  let { grade, because } = graded;
  const lower = (to: Grade, words: string): void => {
    if (lowerOf(grade, to) !== grade) because += ` ${words}`;
    grade = lowerOf(grade, to);
  };
  const numbered = c.nhs.agreement === 'same' || c.upn.agreement === 'same';
  const isNamed = ['same', 'close'].includes(c.name.agreement);
  if (numbered && !isNamed) lower('probable', 'The number is the same, under another name.');
  if (numbered && !isNamed && c.born.agreement !== 'same')
    lower('possible', 'The date of birth disagrees too: the number may be mistyped.');
  if (!numbered && !['same', 'near'].includes(c.born.agreement))
    lower('probable', 'Without a date of birth to compare, a father and his son of one name look alike.');
  if (c.name.agreement === 'family') lower('unlikely', 'The given name is another: brothers, sisters and twins share the rest.');
  if (c.nhs.agreement === 'different') lower('possible', 'Lowered: the NHS numbers differ.');
  if (c.upn.agreement === 'different' && c.nhs.agreement !== 'same') lower('possible', 'Lowered: the UPNs differ.');
  if (c.sex.agreement === 'different') lower('possible', 'Lowered: the sex differs.');
  if (person.twin && !numbered && !isGivenNameClear(submitted, person))
    lower('possible', 'Lowered: a twin cannot be told apart without the given name.');
  return { ...graded, grade, because };
}

const inWords: Readonly<Record<Grade, string>> = {
  certain: 'The evidence is strong and nobody else shown comes near.',
  probable: 'More speaks for the same child than against.',
  possible: 'They may be the same child; the evidence does not settle it.',
  unlikely: 'More speaks against the same child than for it.',
};

function gradeFor(score: number, isLeader: boolean, band: string): Grade {
  if (isLeader && band === 'link') return 'certain';
  if (score >= 0) return 'probable';
  return score >= standardModel.bands.review ? 'possible' : 'unlikely';
}

/** Grades everyone a person described may be, by the matcher: three classes (same person, same family, unrelated), the leader's lead over the next,
 *  twins and different numbers lowering it in words. Nothing is decided. */
export function gradeAll<P extends IndexPerson & { id: string }>(submitted: SubmittedPerson, people: readonly P[]): Map<string, Graded> {
  const born = people.filter((one) => !one.expectedOn && !submitted.expectedOn);
  const candidates: LinkageCandidate[] = born.map((one) => ({
    personId: one.id,
    records: held(one, submitted, one.id).map(prepare),
    twin: one.twin,
    certainlyNot: false,
  }));
  const decisions = described(submitted).map((record) => decide(standardModel, prepare(record), candidates));
  const graded = people.map((one): [string, Graded] => {
    const c = compare(submitted, one);
    const answers = decisions.flatMap((it) => {
      const evidence = it.candidates.find((candidate) => candidate.personId === one.id)?.evidence;
      return evidence
        ? [{ evidence, grade: gradeFor(evidence.score, it.leader === one.id, it.band), because: it.leader === one.id ? it.because : null }]
        : [];
    });
    const best = answers.toSorted((a, b) => b.evidence.score - a.evidence.score)[0];
    const because = best?.because && best.grade !== 'certain' ? `${best.because}.` : inWords[best?.grade ?? 'unlikely'];
    const first =
      submitted.expectedOn || one.expectedOn
        ? gradeUnborn(c)
        : { grade: best?.grade ?? ('unlikely' as const), because, evidence: best?.evidence ?? null };
    return [one.id, { ...lowered(first, submitted, one, c), warnings: familyWarnings(submitted, one, c) }];
  });
  return new Map(graded);
}
