import { feedPaths } from '../feeds/open-api.ts';
import { purposeCodes, recordTypes } from './agreement.ts';

const problem = {
  description: 'A problem in words (RFC 9457)',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
};
const outcome = {
  description: 'OperationOutcome',
  content: { 'application/fhir+json': { schema: { $ref: '#/components/schemas/OperationOutcome' } } },
};
const turnedAway = (answer: object): object => ({ '401': answer, '403': answer, '429': answer, '503': answer });
const fhirAnswer = (words: string, name: string) => ({
  '200': { description: words, content: { 'application/fhir+json': { schema: { $ref: `#/components/schemas/${name}` } } } },
});
const query = (name: string, description: string, required = false) => ({
  name,
  in: 'query',
  required,
  description,
  schema: { type: 'string' },
});
const text = { type: 'string' };
const moment = { type: 'string', format: 'date-time' };
const resource = (name: string) => ({
  type: 'object',
  required: ['resourceType'],
  properties: { resourceType: { type: 'string', enum: [name] } },
});

const heldWords = [
  'Kinds of record held about whoever bears an NHS number, by whom, when first and last seen, and whom to ask. Never content.',
  'An empty list is the one answer for an unknown number, a kind of record the agreement does not cover, and a child who may not be told of.',
].join(' ');

const held = {
  post: {
    operationId: 'recordsHeld',
    summary: 'What is held on this child',
    description: heldWords,
    security: [{ token: ['record.find'] }],
    requestBody: { required: true, content: { 'application/json': { schema: { $ref: '#/components/schemas/HeldQuestion' } } } },
    responses: {
      '200': { description: 'What is held', content: { 'application/json': { schema: { $ref: '#/components/schemas/HeldAnswer' } } } },
      '409': problem,
      '422': problem,
      ...turnedAway(problem),
    },
  },
};

const paths = {
  ...feedPaths,
  '/api/v1/records-held': held,
  '/fhir/Patient/$match': {
    post: {
      operationId: 'matchPatient',
      summary: 'Who this person may be',
      description: 'FHIR R4 Patient/$match: Parameters with resource, onlyCertainMatches, onlySingleMatch and count.',
      security: [{ token: ['patient.match'] }],
      requestBody: { required: true, content: { 'application/fhir+json': { schema: { $ref: '#/components/schemas/Parameters' } } } },
      responses: { ...fhirAnswer('A searchset, the likeliest first', 'Bundle'), '422': outcome, ...turnedAway(outcome) },
    },
  },
  '/fhir/Patient': {
    get: {
      operationId: 'findPatient',
      summary: 'The one person who fits',
      description: 'Several who fit are an OperationOutcome with the code TOO_MANY_MATCHES and the status 200.',
      security: [{ token: ['patient.read'] }],
      parameters: [
        query('family', 'Family name', true),
        query('given', 'Given name; may stand more than once'),
        query('birthdate', 'eq2019-03-02, or ge and le with a day each', true),
        query('address-postalcode', 'Postcode'),
        query('gender', 'male, female, other or unknown'),
        query('_exact-match', 'true or false'),
        query('_fuzzy-match', 'true or false'),
        query('_max-results', 'From 1 to 50'),
      ],
      responses: { ...fhirAnswer('A searchset of one or none', 'Bundle'), '400': outcome, ...turnedAway(outcome) },
    },
  },
  '/fhir/Patient/{id}': {
    get: {
      operationId: 'readPatient',
      summary: 'One person by our id or NHS number',
      security: [{ token: ['patient.read'] }],
      parameters: [{ name: 'id', in: 'path', required: true, schema: text }],
      responses: { ...fhirAnswer('The person', 'Patient'), '400': outcome, '404': outcome, ...turnedAway(outcome) },
    },
  },
};

const schemas = {
  HeldQuestion: {
    type: 'object',
    required: ['sui', 'purpose'],
    properties: {
      sui: { type: 'string', pattern: '^\\d{10}$', description: 'NHS number' },
      recordTypes: { type: 'array', minItems: 1, items: { type: 'string', enum: recordTypes } },
      purpose: { type: 'string', enum: purposeCodes },
    },
  },
  HeldAnswer: {
    type: 'object',
    required: ['sui', 'records'],
    properties: { sui: text, records: { type: 'array', items: { $ref: '#/components/schemas/HeldRecord' } } },
  },
  HeldRecord: {
    type: 'object',
    required: ['custodianId', 'custodianName', 'systemId', 'recordType', 'firstSeenUtc', 'lastSeenUtc', 'provenance', 'contact'],
    properties: {
      custodianId: { type: 'string', format: 'uuid' },
      custodianName: text,
      systemId: text,
      recordType: { type: 'string', enum: recordTypes },
      firstSeenUtc: moment,
      lastSeenUtc: moment,
      provenance: { type: 'string', enum: ['AlreadyHeldByCustodian'] },
      contact: {
        type: 'object',
        required: ['name'],
        properties: { name: text, phone: { ...text, nullable: true }, email: { ...text, nullable: true } },
      },
    },
  },
  Problem: {
    type: 'object',
    required: ['title', 'status', 'detail'],
    properties: {
      type: text,
      title: text,
      status: { type: 'integer' },
      detail: text,
      instance: text,
      errors: { type: 'array', items: { type: 'object', required: ['field', 'message'], properties: { field: text, message: text } } },
    },
  },
  Parameters: resource('Parameters'),
  Patient: resource('Patient'),
  Bundle: resource('Bundle'),
  OperationOutcome: resource('OperationOutcome'),
};

/** OpenAPI 3.0.3 of what partners' systems may ask. `origin` is where this index is. */
export const openApi = (origin: string): unknown => ({
  openapi: '3.0.3',
  info: {
    title: 'The child index',
    version: '1.0.0',
    description: 'Who a child is and which kinds of record are held, for partner agencies with an agreement.',
  },
  servers: [{ url: origin }],
  paths,
  components: {
    schemas,
    securitySchemes: {
      token: {
        type: 'oauth2',
        description: 'Client credentials at the issuer named in the agreement; the token’s audience is this origin.',
        flows: {
          clientCredentials: {
            tokenUrl: `${origin}/token`,
            scopes: {
              'patient.match': 'Ask who someone may be',
              'patient.read': 'Find and read one person',
              'record.find': 'Ask what is held',
              'feed.send': 'Send files and records of your feed, and read their receipts',
            },
          },
        },
      },
    },
  },
});
