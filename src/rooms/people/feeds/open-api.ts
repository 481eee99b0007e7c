import { sendScope } from './api.ts';

const receipt = {
  type: 'object',
  required: ['id', 'feed', 'name', 'bytes', 'sha256', 'complete', 'receivedAt', 'state'],
  properties: {
    id: { type: 'string', format: 'uuid' },
    feed: { type: 'string', format: 'uuid' },
    name: { type: 'string' },
    bytes: { type: 'integer' },
    sha256: { type: 'string' },
    complete: { type: 'boolean' },
    factsOn: { type: 'string', format: 'date', nullable: true },
    receivedAt: { type: 'string', format: 'date-time' },
    state: { type: 'string', enum: ['kept', 'running', 'stopped', 'done', 'failed'] },
    failure: { type: 'string', nullable: true },
    rows: { type: 'object', nullable: true, properties: { taken: { type: 'integer' }, sentBack: { type: 'integer' } } },
  },
};
const answers = {
  '200': { description: 'The receipt', content: { 'application/json': { schema: receipt } } },
  '401': { description: 'The token opens nothing' },
  '403': { description: 'The token has not the scope' },
  '404': { description: 'No feed of this machine' },
  '422': { description: 'The file cannot be read, in words' },
};
const inPath = (name: string) => ({ name, in: 'path', required: true, schema: { type: 'string', format: 'uuid' } });
const inQuery = (name: string, description: string) => ({ name, in: 'query', required: false, description, schema: { type: 'string' } });
const security = [{ token: [sendScope] }];

/** The addresses of feeds, as OpenAPI paths. */
export const feedPaths = {
  '/api/v1/feeds/{id}/files': {
    post: {
      operationId: 'sendFile',
      summary: 'Send a file of your feed',
      security,
      parameters: [
        inPath('id'),
        inQuery('name', 'File name'),
        inQuery('factsOn', 'Day on which it was true, like 2026-11-20'),
        inQuery('complete', 'true when it names everyone the feed covers: whoever it no longer names is then gone'),
      ],
      requestBody: {
        required: true,
        content: { 'text/csv': { schema: { type: 'string' } }, 'application/x-ndjson': { schema: { type: 'string' } } },
      },
      responses: { ...answers, '413': { description: 'The file is too large' } },
    },
  },
  '/api/v1/feeds/{id}/records': {
    post: {
      operationId: 'sendRecords',
      summary: 'Send up to a thousand records of your feed',
      security,
      parameters: [inPath('id')],
      requestBody: {
        required: true,
        content: {
          'application/json': {
            schema: {
              type: 'object',
              required: ['records'],
              properties: {
                records: { type: 'array', minItems: 1, maxItems: 1000, items: { type: 'object' } },
                factsOn: { type: 'string', format: 'date' },
              },
            },
          },
        },
      },
      responses: answers,
    },
  },
  '/api/v1/feeds/{id}/files/{fileId}': {
    get: {
      operationId: 'readReceipt',
      summary: 'The receipt of a file',
      security,
      parameters: [inPath('id'), inPath('fileId')],
      responses: answers,
    },
  },
  '/api/v1/feeds/{id}/files/{fileId}/rejects': {
    get: {
      operationId: 'readRejects',
      summary: 'The rows that were sent back, with every reason',
      security,
      parameters: [inPath('id'), inPath('fileId')],
      responses: {
        ...answers,
        '200': {
          description: 'Columns and rows',
          content: {
            'application/json': {
              schema: {
                type: 'object',
                required: ['columns', 'rows'],
                properties: {
                  columns: { type: 'array', items: { type: 'string' } },
                  rows: {
                    type: 'array',
                    items: {
                      type: 'object',
                      required: ['row', 'cells', 'fields', 'reasons'],
                      properties: {
                        row: { type: 'integer' },
                        cells: { type: 'array', items: { type: 'string' } },
                        fields: { type: 'array', items: { type: 'string' } },
                        reasons: { type: 'array', items: { type: 'string' } },
                      },
                    },
                  },
                },
              },
            },
          },
        },
      },
    },
  },
};
