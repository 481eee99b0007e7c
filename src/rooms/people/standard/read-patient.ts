import { Refusal, found, invalid } from '../../../platform/access/refusal.ts';
import type { MachineAsked, MachineCtx } from '../../../platform/identity/machine/api-route.ts';
import { checkNhsNumber } from '../identifier.ts';
import { joinedPatient, patientFrom } from './fhir/patient.ts';
import type { Patient } from './fhir/r4.ts';
import { agreementOf, personFor } from './machine-index.store.ts';

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

function readId(text: string): { id: string } | { number: string } {
  if (uuid.test(text)) return { id: text.toLowerCase() };
  const number = checkNhsNumber(text);
  if (number.valid) return { number: number.value };
  throw invalid([{ field: 'id', message: `Not an id of ours, nor an NHS number: ${number.reason}` }]);
}

/** `GET /fhir/Patient/{id or NHS number}`. A record that was joined to another says where it is now; a number that was superseded leads to
 *  whoever bore it. Throws notFound for nobody and for whoever is hidden or outside the agreement, not-allowed with whom to ask for a
 *  restricted record. The audit of whom it showed is written by the search role. */
export async function readPatient(ctx: MachineCtx, asked: MachineAsked): Promise<Patient> {
  const by = readId(asked.params['patient'] ?? '');
  const agreement = await agreementOf(ctx);
  const person = found(await personFor(ctx, by));
  if (person.contactInstead) throw new Refusal('not-allowed', `This record is restricted. Contact ${person.contactInstead}.`);
  if ('id' in by && by.id !== person.id) return joinedPatient(by.id, person.id);
  return patientFrom(person, agreement);
}
