import type { DayNumber } from './days.ts';

/** A name beside the one a person uses, as some record has it. */
export type OtherName = { kind: 'legal' | 'known as' | 'previous'; given: string; family: string; source: string };

/** How the household came to be as it is; histories are chosen to fit. */
export type HouseholdShape = 'two parents' | 'lone mother' | 'lone father' | 'separated parents' | 'step family' | 'kinship' | 'foster';

/** People who live together, and the family help would be planned with. */
export type SampleHousehold = {
  id: string;
  /** 1 for the first household generated; also the family's reference, F-20001 and on. */
  number: number;
  name: string;
  shape: HouseholdShape;
  ward: string;
};

/** A person of the demonstration borough. Days are day numbers; see `isoDay`. */
export type SamplePerson = {
  id: string;
  householdId: string;
  part: 'child' | 'parent' | 'carer' | 'other adult' | 'unborn';
  /** False for an absent parent, who belongs to the family but lives elsewhere or nobody knows where. */
  livesHere: boolean;
  given: string | null;
  family: string;
  others: OtherName[];
  bornOn: DayNumber | null;
  bornOnIs: 'exact' | 'estimated';
  expectedOn: DayNumber | null;
  sex: 'F' | 'M' | 'U';
  ethnicity: string;
  firstLanguage: string;
  interpreterNeeded: boolean | null;
  religion: string | null;
  /** Census disability codes; empty for none known. */
  disabilities: string[];
  phone: string | null;
  email: string | null;
};

/** Read "person is KIND of related". Brothers, sisters and twins have a row each way; parents and carers one, to the child. */
export type SampleRelationship = {
  personId: string;
  relatedId: string;
  kind: 'mother' | 'father' | 'step-parent' | 'carer' | 'sibling' | 'twin' | 'grandparent' | 'partner' | 'former partner' | 'expecting';
  /** Null where nobody has said. */
  parentalResponsibility: boolean | null;
};

/** Where a person lives or lived: a real ward and postcode, an invented street and number. */
export type SampleAddress = {
  personId: string;
  line1: string;
  town: string;
  postcode: string;
  ward: string;
  from: DayNumber;
  to: DayNumber | null;
  source: string;
};

export type SampleIdentifier = {
  personId: string;
  kind: 'nhs-number' | 'upn';
  value: string;
  from: DayNumber | null;
  to: DayNumber | null;
  source: string;
};

export type SchoolKind = 'nursery' | 'primary' | 'secondary' | 'special' | 'alternative';

/** An invented school; its reference number lies above any that is issued. */
export type SampleSchool = {
  id: string;
  name: string;
  kind: SchoolKind;
  ward: string;
  urn: string;
  dfeNumber: string;
  phone: string;
  email: string;
};

/** A child on a school's roll. `yearGroup` 0 is reception, negative is nursery. */
export type SampleEnrolment = { childId: string; schoolId: string; yearGroup: number; from: DayNumber };

export type SamplePractice = { id: string; name: string; ward: string; phone: string };

export type SampleRegistration = { childId: string; practiceId: string; from: DayNumber };

/** The borough, or one batch of its households; schools and practices are the whole borough's in every batch. */
export type Population = {
  households: SampleHousehold[];
  people: SamplePerson[];
  relationships: SampleRelationship[];
  addresses: SampleAddress[];
  identifiers: SampleIdentifier[];
  schools: readonly SampleSchool[];
  enrolments: SampleEnrolment[];
  practices: readonly SamplePractice[];
  registrations: SampleRegistration[];
};
