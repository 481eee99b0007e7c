import { apiForm, apiRoute, type ApiRoute, type OpenDocument } from '../../../platform/identity/machine/api-route.ts';
import { capabilityStatement } from './fhir/capability.ts';
import { matchShape } from './fhir/match-request.ts';
import { fhir, fhirOperation } from './fhir/outcome.ts';
import { mediaType } from './fhir/r4.ts';
import { findPatients } from './find-patients.ts';
import { matchPatient } from './match-patient.ts';
import { openApi } from './open-api.ts';
import { readPatient } from './read-patient.ts';
import { heldShape, whatIsHeld } from './records-held.ts';

/** No answer leaves before this many milliseconds: finding somebody takes longer than finding nobody. */
const notBefore = 25;

/** What partners' systems may ask of the index. Every one needs a scope of its own and an agreement in force. */
export const standardApi: readonly ApiRoute[] = [
  {
    ...apiForm('/fhir/Patient/$match', 'patient.match', 'people.standard.match', matchShape, (ctx, _asked, request) =>
      matchPatient(ctx, request),
    ),
    speaks: fhirOperation,
    notBefore,
  },
  { ...apiRoute('/fhir/Patient', 'patient.read', 'people.standard.search', findPatients), speaks: fhir, notBefore },
  { ...apiRoute('/fhir/Patient/:patient', 'patient.read', 'people.standard.read', readPatient), speaks: fhir, notBefore },
  { ...apiForm('/api/v1/records-held', 'record.find', 'people.standard.held', heldShape, whatIsHeld), notBefore },
];

/** What anyone who wants to connect may read. */
export const standardDocuments: readonly OpenDocument[] = [
  { path: '/fhir/metadata', mediaType, document: capabilityStatement },
  { path: '/api/v1/openapi.json', mediaType: 'application/json', document: openApi },
];
