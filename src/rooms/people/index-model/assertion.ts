import type { RelationshipKind } from '../relationship.ts';

/** A kind of assertion, as the table has it. */
export const assertionKinds = [
  'link',
  'certainly not',
  'merge',
  'split',
  'name',
  'date of birth',
  'sex',
  'address',
  'contact point',
  'identifier',
  'relationship',
  'as recorded',
  'retract',
] as const;
export type AssertionKind = (typeof assertionKinds)[number];

/** Common to every fact. `on`: ISO day the source says it was true; left out or null where it did not say. `source`: where it came from,
 *  in words for the page ("School roll"); what a feed says carries the feed's name. Absent and null are the same: "not told". */
interface Said {
  on?: string | null;
  source?: string | null;
}

/** A name as given. `use` "usual" may become the name shown; the others are kept beside it. */
export interface NameFacts extends Said {
  use: 'usual' | 'legal' | 'known as' | 'previous' | 'as referred';
  given: string | null;
  middle?: string | null;
  family: string | null;
  /** The name they like to be called. */
  preferred?: string | null;
  script?: string | null;
  order?: 'given first' | 'family first' | 'unknown' | null;
}

/** A date of birth, or the expected day of an unborn baby; never both. */
export interface BirthFacts extends Said {
  born?: string | null;
  bornIs?: 'exact' | 'estimated' | 'unknown' | null;
  expectedOn?: string | null;
  /** Expected day as a range, where only a range is known. */
  expectedTo?: string | null;
  /** How many are expected or were born together, and which of them this is: "Baby Khan 1 of 2". */
  plurality?: number | null;
  place?: number | null;
  asWritten?: string | null;
  /** What became of a pregnancy, said with care; null for a live birth or while it is not known. */
  outcome?: BirthOutcome | null;
}
export type BirthOutcome = 'stillborn' | 'died after birth' | 'pregnancy ended';

export interface SexFacts extends Said {
  sex: 'F' | 'M' | 'U';
}

/** Where someone lives or lived. `to` null: it lasts as far as this source knows. */
export interface AddressFacts extends Said {
  line1: string;
  line2?: string | null;
  town?: string | null;
  postcode: string | null;
  ward?: string | null;
  from?: string | null;
  to?: string | null;
  shielded?: boolean | null;
}

export interface ContactPointFacts extends Said {
  kind: 'phone' | 'email';
  value: string;
  safe?: boolean | null;
  safeNote?: string | null;
  to?: string | null;
}

/** A number someone else issued; `to` once it was corrected or superseded (it stays). */
export interface IdentifierFacts extends Said {
  kind: 'nhs-number' | 'upn' | 'la-child-id' | 'uln' | 'other';
  value: string;
  from?: string | null;
  to?: string | null;
}

/** The person is KIND of the other (`way` "is"), or the other is KIND of the person (`way` "of"). Written under each, with one id. */
export interface RelationshipFacts extends Said {
  kind: RelationshipKind;
  way: 'is' | 'of';
  parentalResponsibility?: boolean | null;
  from?: string | null;
  to?: string | null;
}

/** `source_record_id` stands under this person. `replaces`: the earlier version of the same local identifier, whose facts become history.
 *  A fact with the same `source_record_id` holds as long as the record is linked here: taking back the link takes its facts along. */
export interface LinkFacts {
  replaces?: string | null;
}
/** Written under both with one id: `goes` under the one whose id leads to the other from now on, `stays` under the one who stays. */
export interface MergeFacts {
  part: 'stays' | 'goes';
}
/** Written under both with one id, `source_record_id` the record: it no longer stands under `from`, and stands under `to`. */
export interface SplitFacts {
  part: 'from' | 'to';
}
/** Written under both with one id. `reason`: known twins, or said by a person, or how a person was split. */
export interface ApartFacts {
  reason: 'twins' | 'born together' | 'said' | 'split' | 'sealed';
}

/** A row of one of the tables as it stood before assertions were kept; its id stays the row's id. */
export type Standing<Facts> = Facts & { id: string };
/** What stood before assertions were kept. */
export interface RecordedFacts {
  given: string | null;
  family: string | null;
  preferred: string | null;
  born: string | null;
  bornIs: 'exact' | 'estimated' | 'unknown';
  expectedOn: string | null;
  sex: 'F' | 'M' | 'U';
  names: readonly Standing<NameFacts>[];
  addresses: readonly Standing<AddressFacts>[];
  contactPoints: readonly Standing<ContactPointFacts>[];
  identifiers: readonly Standing<IdentifierFacts>[];
}

/** The exact shape of `facts` for each kind. */
export interface FactsOf {
  link: LinkFacts;
  'certainly not': ApartFacts;
  merge: MergeFacts;
  split: SplitFacts;
  name: NameFacts;
  'date of birth': BirthFacts;
  sex: SexFacts;
  address: AddressFacts;
  'contact point': ContactPointFacts;
  identifier: IdentifierFacts;
  relationship: RelationshipFacts;
  'as recorded': RecordedFacts;
  retract: Record<string, never>;
}

interface Row<Kind extends AssertionKind> {
  personId: string;
  /** 1 for the person's first. */
  place: number;
  /** The same on both rows of an assertion about two people; also the id of the row it makes in person_name and its sisters. */
  id: string;
  kind: Kind;
  /** Place of this person's assertion that is taken back; a retract may itself be taken back. */
  retracts: number | null;
  sourceRecordId: string | null;
  otherPersonId: string | null;
  facts: FactsOf[Kind];
  agencyId: string | null;
  /** The agency's type (agency.agency_type), for the priorities of sources; null for what was said here or by the matcher. */
  agencyType: string | null;
  isManual: boolean;
  why: string;
  /** ISO moment. */
  madeAt: string;
}
/** One assertion, as the fold reads it. */
export type Assertion = { [Kind in AssertionKind]: Row<Kind> }[AssertionKind];
export type AssertionOf<Kind extends AssertionKind> = Row<Kind>;

/** An assertion yet to be written about one person: a place, an id, who and when are given to it. */
export type NewFact = {
  [Kind in 'name' | 'date of birth' | 'sex' | 'address' | 'contact point' | 'identifier']: {
    kind: Kind;
    facts: FactsOf[Kind];
    why: string;
    sourceRecordId?: string | null;
    agencyId?: string | null;
  };
}['name' | 'date of birth' | 'sex' | 'address' | 'contact point' | 'identifier'];
