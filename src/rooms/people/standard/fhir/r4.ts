/** The parts of FHIR R4 (4.0.1) that the index speaks, as types. Every field but those FHIR demands may be missing. */
export interface Coding {
  system?: string;
  version?: string;
  code?: string;
  display?: string;
}
export interface CodeableConcept {
  coding?: readonly Coding[];
  text?: string;
}
export interface Period {
  start?: string;
  end?: string;
}
export interface Extension {
  url: string;
  valueCode?: string;
  valueString?: string;
  valueDecimal?: number;
  valueBoolean?: boolean;
  valueCodeableConcept?: CodeableConcept;
  extension?: readonly Extension[];
}
export interface Identifier {
  use?: 'usual' | 'official' | 'temp' | 'secondary' | 'old';
  system?: string;
  value?: string;
  period?: Period;
  extension?: readonly Extension[];
}
export interface HumanName {
  id?: string;
  use?: 'usual' | 'official' | 'temp' | 'nickname' | 'anonymous' | 'old' | 'maiden';
  text?: string;
  family?: string;
  given?: readonly string[];
  prefix?: readonly string[];
  suffix?: readonly string[];
  period?: Period;
}
export interface Address {
  id?: string;
  use?: 'home' | 'work' | 'temp' | 'old' | 'billing';
  text?: string;
  line?: readonly string[];
  city?: string;
  district?: string;
  postalCode?: string;
  period?: Period;
}
export interface ContactPoint {
  system?: 'phone' | 'fax' | 'email' | 'pager' | 'url' | 'sms' | 'other';
  value?: string;
  use?: string;
  period?: Period;
}
export type Gender = 'male' | 'female' | 'other' | 'unknown';

export interface Patient {
  resourceType: 'Patient';
  id?: string;
  meta?: { versionId?: string; lastUpdated?: string; security?: readonly Coding[] };
  extension?: readonly Extension[];
  identifier?: readonly Identifier[];
  active?: boolean;
  name?: readonly HumanName[];
  telecom?: readonly ContactPoint[];
  gender?: Gender;
  birthDate?: string;
  deceasedDateTime?: string;
  address?: readonly Address[];
  multipleBirthInteger?: number;
  link?: readonly { other: { reference: string }; type: 'replaced-by' | 'replaces' | 'refer' | 'seealso' }[];
}

export type Severity = 'fatal' | 'error' | 'warning' | 'information';
/** The codes of IssueType that are used here. */
export type IssueCode =
  | 'invalid'
  | 'structure'
  | 'required'
  | 'value'
  | 'security'
  | 'login'
  | 'forbidden'
  | 'suppressed'
  | 'processing'
  | 'not-found'
  | 'multiple-matches'
  | 'business-rule'
  | 'throttled'
  | 'too-long'
  | 'transient'
  | 'exception'
  | 'informational';
export interface Issue {
  severity: Severity;
  code: IssueCode;
  details?: CodeableConcept;
  diagnostics?: string;
  expression?: readonly string[];
}
export interface OperationOutcome {
  resourceType: 'OperationOutcome';
  id?: string;
  issue: readonly Issue[];
}

export interface BundleEntry {
  fullUrl?: string;
  resource: Patient | OperationOutcome;
  search?: { mode: 'match' | 'include' | 'outcome'; score?: number; extension?: readonly Extension[] };
}
export interface Bundle {
  resourceType: 'Bundle';
  id: string;
  type: 'searchset';
  timestamp: string;
  total: number;
  entry?: readonly BundleEntry[];
}

export const mediaType = 'application/fhir+json';
export const nhsNumberSystem = 'https://fhir.nhs.uk/Id/nhs-number';
export const verificationUrl = 'https://fhir.hl7.org.uk/StructureDefinition/Extension-UKCore-NHSNumberVerificationStatus';
export const verificationSystem = 'https://fhir.hl7.org.uk/CodeSystem/UKCore-NHSNumberVerificationStatus';
export const confidentialitySystem = 'http://terminology.hl7.org/CodeSystem/v3-Confidentiality';
export const matchGradeUrl = 'http://hl7.org/fhir/StructureDefinition/match-grade';
/** Our own: the evidence factor by factor, and how far the first is before the second. */
export const evidenceUrl = 'urn:goldthread:StructureDefinition:match-evidence';
export const marginUrl = 'urn:goldthread:StructureDefinition:match-margin';
/** Codes of errors in the manner of the Personal Demographics Service. */
export const spineErrorSystem = 'https://fhir.nhs.uk/R4/CodeSystem/Spine-ErrorOrWarningCode';
