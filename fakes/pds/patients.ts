/** An invented person as the fake holds them. Numbers are from 999 000 0000 on, which are never issued. Days are YYYY-MM-DD. */
export interface FakePatient {
  number: string;
  given: readonly string[];
  family: string;
  born: string;
  sex: 'female' | 'male' | 'unknown';
  /** The home of now first. */
  homes: readonly { lines: readonly string[]; postcode: string; to?: string }[];
  otherNames?: readonly { given: readonly string[]; family: string }[];
  /** Marked sensitive: where they are is told to nobody. */
  isSensitive?: boolean;
  /** The number they bear now, where this one has been superseded. */
  supersededBy?: string;
  /** The number was withdrawn, as after an adoption. */
  isInvalidated?: boolean;
}

const url = {
  number: 'https://fhir.nhs.uk/Id/nhs-number',
  status: 'https://fhir.hl7.org.uk/StructureDefinition/Extension-UKCore-NHSNumberVerificationStatus',
  statusCodes: 'https://fhir.hl7.org.uk/CodeSystem/UKCore-NHSNumberVerificationStatus',
  confidentiality: 'http://terminology.hl7.org/CodeSystem/v3-Confidentiality',
};

/** A Patient as the Personal Demographics Service answers it; of someone sensitive no address. `history` adds what is over. */
export function patientResource(patient: FakePatient, history = false): Record<string, unknown> {
  const security = patient.isSensitive ? { code: 'R', display: 'restricted' } : { code: 'U', display: 'unrestricted' };
  const coding = [{ system: url.statusCodes, version: '1.0.0', code: '01', display: 'Number present and verified' }];
  const old = history ? (patient.otherNames ?? []) : [];
  const homes = history ? patient.homes : patient.homes.slice(0, 1);
  return {
    resourceType: 'Patient',
    id: patient.number,
    identifier: [{ system: url.number, value: patient.number, extension: [{ url: url.status, valueCodeableConcept: { coding } }] }],
    meta: { versionId: '2', security: [{ system: url.confidentiality, ...security }] },
    name: [
      { id: '123', use: 'usual', period: { start: patient.born }, given: patient.given, family: patient.family },
      ...old.map((name, at) => ({ id: `old${at}`, use: 'old', period: { start: patient.born, end: '2024-01-01' }, ...name })),
    ],
    gender: patient.sex,
    birthDate: patient.born,
    ...(patient.isSensitive || homes.length === 0
      ? {}
      : {
          address: homes.map((home, at) => ({
            id: `${456 + at}`,
            use: 'home',
            period: { start: patient.born, ...(home.to ? { end: home.to } : {}) },
            line: home.lines,
            postalCode: home.postcode,
          })),
        }),
  };
}
