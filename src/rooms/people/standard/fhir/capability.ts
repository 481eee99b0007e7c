import { evidenceUrl, marginUrl, matchGradeUrl, mediaType } from './r4.ts';

const parameters = [
  ['family', 'string', 'Family name; a star after at least two letters stands for the rest. Needed.'],
  ['given', 'string', 'Given name, once or more.'],
  ['birthdate', 'date', 'eq with a day, or ge and le with a day each, 400 days apart at most. Needed.'],
  ['address-postalcode', 'string', 'Postcode of any address held.'],
  ['gender', 'token', 'male, female, other or unknown.'],
  ['_exact-match', 'special', 'true: names exactly as given.'],
  ['_fuzzy-match', 'special', 'true: names alike in sound or spelling, or in another order.'],
  ['_max-results', 'number', 'From 1 to 50. Several people are never told, whatever it says.'],
] as const;

const matchWords = [
  'search.score runs from 0 to 1: the odds of the model as a share, given only with the evidence behind them',
  `(extension ${evidenceUrl}: each field in words with its weight in natural log odds).`,
  `${matchGradeUrl} is certain only where a machine may join by itself; probable and possible need a person.`,
  `${marginUrl} is how far the first is before the second.`,
].join(' ');

/** CapabilityStatement (FHIR R4): what the addresses under /fhir do. `origin` is where this index is. */
export const capabilityStatement = (origin: string): unknown => ({
  resourceType: 'CapabilityStatement',
  id: 'goldthread-index',
  url: `${origin}/fhir/metadata`,
  version: '1',
  name: 'GoldthreadChildIndex',
  title: 'The child index',
  status: 'active',
  experimental: false,
  date: '2026-11-22',
  description: 'Who a child is, for systems of partner agencies with an agreement. Identity alone: no record of help is here.',
  kind: 'instance',
  implementation: { description: 'The child index of a local authority', url: `${origin}/fhir` },
  fhirVersion: '4.0.1',
  format: [mediaType, 'json'],
  rest: [
    {
      mode: 'server',
      security: {
        cors: false,
        service: [{ coding: [{ system: 'http://terminology.hl7.org/CodeSystem/restful-security-service', code: 'OAuth' }] }],
        description: 'A bearer token by client credentials, for this origin, with the scope patient.match or patient.read.',
      },
      resource: [
        {
          type: 'Patient',
          interaction: [{ code: 'read' }, { code: 'search-type' }],
          versioning: 'no-version',
          readHistory: false,
          searchParam: parameters.map(([name, type, documentation]) => ({ name, type, documentation })),
          operation: [
            {
              name: 'match',
              definition: 'http://hl7.org/fhir/OperationDefinition/Patient-match',
              documentation: matchWords,
            },
          ],
        },
      ],
    },
  ],
});
