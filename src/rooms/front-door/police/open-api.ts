import { channels, colours, dashRisks, incidentTypes, personRoles, shareRules } from './notification.ts';

const text = { type: 'string' };
const told = { type: 'string', nullable: true };
const day = { type: 'string', format: 'date', nullable: true };
const moment = { type: 'string', format: 'date-time' };
const code = (values: readonly string[], nullable = true) => ({ type: 'string', enum: values, ...(nullable ? { nullable } : {}) });
const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const json = (schema: unknown) => ({ 'application/json': { schema } });
const problems = {
  '401': { description: 'The token opens nothing' },
  '403': { description: 'The token has not the scope' },
  '422': { description: 'What is wrong, field by field', content: { 'application/problem+json': { schema: ref('Problem') } } },
  '429': { description: 'More calls in this minute than agreed; try again after Retry-After' },
  '503': { description: 'Not taken; try again after Retry-After' },
};
const security = [{ token: ['police.notify'] }];

const schemas = {
  Notification: {
    type: 'object',
    additionalProperties: false,
    required: ['policeRef', 'incidentAt', 'incidentType'],
    properties: {
      policeRef: { ...text, maxLength: 60, description: 'Your reference: the same again is the same receipt, other words are an update' },
      incidentAt: moment,
      reportedAt: { ...moment, nullable: true },
      incidentType: code(incidentTypes, false),
      location: { type: 'object', nullable: true, properties: { line1: told, town: told, postcode: told, uprn: told } },
      circumstances: { ...told, maxLength: 10_000 },
      persons: { type: 'array', maxItems: 40, items: ref('Person') },
      childrenVoice: told,
      officerView: told,
      dashRisk: code(dashRisks),
      marac: { type: 'boolean', default: false },
      maracOn: day,
      actionTaken: told,
      priorIncidents12m: { type: 'integer', minimum: 0, maximum: 999, nullable: true },
      bragGrade: code(colours),
      shareRestrictions: { type: 'array', items: code(shareRules, false) },
      shareNote: told,
    },
  },
  Person: {
    type: 'object',
    additionalProperties: false,
    required: ['role'],
    properties: {
      role: code(personRoles, false),
      givenName: told,
      familyName: told,
      description: told,
      dateOfBirth: day,
      ageInWords: told,
      sex: code(['F', 'M', 'U']),
      school: told,
      phone: told,
      injuries: told,
      safeContact: ref('SafeContact'),
    },
  },
  SafeContact: {
    type: 'object',
    nullable: true,
    additionalProperties: false,
    description: 'Ways never to use, and the hours at which one way is safe',
    properties: {
      never: { type: 'array', items: code(channels, false) },
      onlyBy: code(channels),
      onlyFrom: { ...told, example: '09:30' },
      onlyTo: { ...told, example: '14:30' },
      note: told,
    },
  },
  Receipt: {
    type: 'object',
    required: ['id', 'policeRef', 'version', 'update', 'receivedAt', 'state'],
    properties: {
      id: { type: 'string', format: 'uuid' },
      policeRef: text,
      version: { type: 'integer' },
      update: { type: 'boolean' },
      receivedAt: moment,
      state: code(['received', 'at the front door'], false),
    },
  },
  BatchResult: {
    type: 'object',
    required: ['at', 'became'],
    properties: {
      at: { type: 'integer', description: 'Place in the list that was sent, from 0' },
      became: code(['new', 'update', 'same', 'rejected'], false),
      policeRef: told,
      receipt: ref('Receipt'),
      errors: { type: 'array', items: { type: 'object', properties: { field: text, message: text } } },
    },
  },
  Problem: {
    type: 'object',
    required: ['title', 'status', 'detail'],
    properties: {
      title: text,
      status: { type: 'integer' },
      detail: text,
      errors: { type: 'array', items: { type: 'object', properties: { field: text, message: text } } },
    },
  },
};

const paths = {
  '/api/v1/police/notifications': {
    post: {
      operationId: 'notify',
      summary: 'Notify the front door of one incident',
      security,
      requestBody: { required: true, content: json(ref('Notification')) },
      responses: { ...problems, '200': { description: 'The receipt', content: json(ref('Receipt')) } },
    },
  },
  '/api/v1/police/notifications/batch': {
    post: {
      operationId: 'notifyBatch',
      summary: 'Notify of up to 500 incidents; good ones go in, bad ones come back with reasons',
      security,
      requestBody: {
        required: true,
        content: json({
          type: 'object',
          required: ['notifications'],
          properties: { notifications: { type: 'array', minItems: 1, maxItems: 500, items: ref('Notification') } },
        }),
      },
      responses: {
        ...problems,
        '200': {
          description: 'What became of each, in the order sent',
          content: json({ type: 'object', required: ['results'], properties: { results: { type: 'array', items: ref('BatchResult') } } }),
        },
      },
    },
  },
  '/api/v1/police/notifications/{id}': {
    get: {
      operationId: 'readReceipt',
      summary: 'A receipt again',
      security,
      parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'string', format: 'uuid' } }],
      responses: {
        ...problems,
        '200': { description: 'The receipt', content: json(ref('Receipt')) },
        '404': { description: 'No receipt of this force' },
      },
    },
  },
};

/** OpenAPI 3.0.3 of what police forces send. `origin` is where this hub is. */
export const openApi = (origin: string): unknown => ({
  openapi: '3.0.3',
  info: {
    title: 'Police notifications',
    version: '1.0.0',
    description: 'Incidents that concern children, from the police desk to the front door (form 4.2).',
  },
  servers: [{ url: origin }],
  paths,
  components: {
    schemas,
    securitySchemes: {
      token: {
        type: 'oauth2',
        description: 'Client credentials at the issuer named in the agreement; the token’s audience is this origin.',
        flows: { clientCredentials: { tokenUrl: `${origin}/token`, scopes: { 'police.notify': 'Notify, and read receipts' } } },
      },
    },
  },
});
