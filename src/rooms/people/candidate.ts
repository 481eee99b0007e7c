import { ageInWords } from '../../platform/time/age.ts';
import type { PlainDate } from '../../platform/time/calendar-day.ts';
import { fullDate, shortMoment } from '../../platform/time/plain-dates.ts';
import type { ComparedRow, Likeness } from '../../platform/web/patterns/side-by-side.tsx';
import { compareNames } from './compare-names.ts';
import { gradeAll, type Graded } from './grade.ts';
import type { Evidence } from './linkage/evidence.ts';
import { compare, namesOf, type Comparison, type IndexPerson } from './match.ts';
import type { SubmittedPerson, WrittenName } from './person.ts';

/** How sure the comparison is, from the matcher's evidence (grade.ts); never a bare score, never a decision. */
export type Grade = 'certain' | 'probable' | 'possible' | 'unlikely';

/** Someone in the index who may be the person described, with the reasons field by field. */
export interface Candidate {
  personId: string;
  name: string;
  /** Postcode district and ward, or "Address withheld". */
  area: string;
  dateOfBirth: PlainDate | null;
  sex: 'F' | 'M' | 'U';
  grade: Grade;
  /** Why this grade, in a sentence. */
  because: string;
  /** The factors the grade rests on; null for a restricted record and for the unborn. */
  evidence: Evidence | null;
  /** Left is what was described, right what the index holds. */
  fields: readonly ComparedRow[];
  /** Twins, brothers and sisters, earlier decisions: read before deciding. */
  warnings: readonly string[];
  /** Others in the household: "Bilal Hassan (child, 6 years)". */
  household: readonly string[];
  /** Services now involved, sensitive ones never counted. */
  involvementCount: number;
  /** For a restricted record: whom to ask. Then no field but the name is given. */
  contactInstead: string | null;
  /** What was decided before about the same submitted person: "not sure, by Leila Haddad on 24 Nov at 2:02pm". */
  decided: string | null;
}

/** What the search role hands over about one person. */
export type IndexEntry = Omit<IndexPerson, 'household'> & {
  id: string;
  preferred?: string | null;
  contactInstead?: string;
  /** Of a restricted person, of whom no number is told: a number that was given is theirs. */
  sameNumber?: boolean;
  involvementCount: number;
  notTheSameAs: readonly string[];
  decided?: { decision: string; by: string; at: string } | null;
  household: readonly { name: string; given: string | null; dateOfBirth: PlainDate | null; part: string }[];
};

const written = (name: WrittenName | undefined): string => [name?.given, name?.family].filter(Boolean).join(' ') || 'Name not known';
const likeness: Readonly<Record<string, Likeness>> = {
  same: 'exact',
  close: 'close',
  near: 'close',
  year: 'close',
  given: 'different',
  family: 'different',
  none: 'different',
  different: 'different',
  missing: 'missing',
};
const sexes = { F: 'Female', M: 'Male', U: null } as const;
const dayOf = (date: PlainDate | null | undefined, expected: PlainDate | null | undefined): string | null =>
  date ? fullDate(date) : expected ? `Expected ${fullDate(expected)}` : null;

/** Whether a restricted person may be named at all: the name fits, or a number given is theirs. A likeness in sound or family name alone is
 *  no reason to show the name of someone whose record is closed. */
export function mayBeOffered(submitted: SubmittedPerson, entry: IndexEntry): boolean {
  if (!entry.contactInstead || entry.sameNumber) return true;
  return ['same', 'close'].includes(compareNames(namesOf(submitted), entry.names).agreement);
}

/** Compares and grades one person of the index and puts it in words. Pure; `today` gives ages. */
export function candidateFrom(submitted: SubmittedPerson, entry: IndexEntry, today: PlainDate, graded?: Graded): Candidate {
  if (entry.contactInstead) return restrictedCandidate(entry, entry.contactInstead, today);
  const comparison = compare(submitted, entry);
  const known = graded ?? gradeAll(submitted, [entry]).get(entry.id);
  const { grade, because, warnings, evidence } = known ?? { grade: 'unlikely', because: '', warnings: [], evidence: null };
  const earlier = entry.notTheSameAs.map((name) => `Someone decided before that this is certainly not the same person as ${name}.`);
  return {
    personId: entry.id,
    name: written({ given: entry.preferred ?? entry.names[0]?.given ?? null, family: entry.names[0]?.family ?? null }),
    area: entry.area,
    dateOfBirth: entry.dateOfBirth,
    sex: entry.sex,
    grade,
    because,
    evidence,
    fields: rowsOf(submitted, entry, comparison),
    warnings: [...warnings, ...earlier],
    involvementCount: entry.involvementCount,
    contactInstead: null,
    decided: decidedInWords(entry, today),
    household: entry.household.map(
      (one) => `${one.name} (${one.part}${one.dateOfBirth && one.part === 'child' ? `, ${ageInWords(one.dateOfBirth, today)}` : ''})`,
    ),
  };
}

const decidedInWords = ({ decided }: IndexEntry, today: PlainDate): string | null =>
  decided ? `${decided.decision}, by ${decided.by} on ${shortMoment(new Date(decided.at), today)}` : null;

function restrictedCandidate(entry: IndexEntry, contact: string, today: PlainDate): Candidate {
  return {
    personId: entry.id,
    name: written(entry.names[0]),
    area: '',
    dateOfBirth: null,
    sex: 'U',
    grade: 'possible',
    because: 'A restricted record: only the name may be shown.',
    evidence: null,
    fields: [],
    warnings: [],
    household: [],
    involvementCount: 0,
    contactInstead: `This record is restricted. Contact ${contact} before you decide.`,
    decided: decidedInWords(entry, today),
  };
}

/** Reasons that say no more than the tag beside them. */
const said = new Set([
  'The same name',
  'The same date of birth',
  'The same sex',
  'The same address',
  'The same NHS number',
  'The same UPN',
]);

function rowsOf(submitted: SubmittedPerson, entry: IndexEntry, c: Comparison): ComparedRow[] {
  const row = (field: string, left: string | null, right: string | null, compared: { agreement: string; reason: string }): ComparedRow => ({
    field,
    left,
    right,
    likeness: likeness[compared.agreement] ?? 'missing',
    reason: said.has(compared.reason) ? undefined : compared.reason,
  });
  const home = entry.addresses.find((it) => it.current);
  const held = (kind: string, given: string | null | undefined): string | null => {
    if (!entry.identifiers[kind]) return null;
    return entry.identifiers[kind] === 'same' ? 'The same number' : given ? 'Another number is held' : 'A number is held';
  };
  return [
    row(
      'Name',
      namesOf(submitted).map(written).join('; '),
      entry.names
        .map(written)
        .filter((name, at, all) => all.indexOf(name) === at)
        .join('; '),
      c.name,
    ),
    row('Date of birth', dayOf(submitted.dateOfBirth, submitted.expectedOn), dayOf(entry.dateOfBirth, entry.expectedOn), c.born),
    row('Sex', sexes[submitted.sex ?? 'U'], sexes[entry.sex], c.sex),
    row(
      'Address',
      [submitted.address?.line1, submitted.address?.postcode].filter(Boolean).join(', ') || null,
      entry.area === 'Address withheld' ? entry.area : [home?.line1, home?.postcode].filter(Boolean).join(', ') || null,
      c.home,
    ),
    row('NHS number', submitted.nhsNumber ?? null, held('nhs-number', submitted.nhsNumber), c.nhs),
    row('UPN', submitted.upn ?? null, held('upn', submitted.upn), c.upn),
    row('Parents', (submitted.parentNames ?? []).join('; ') || null, entry.parents.join('; ') || null, c.parent),
  ];
}
