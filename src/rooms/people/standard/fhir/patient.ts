import { tells, type Agreement } from '../agreement.ts';
import { nhsNumberOf, type HeldPerson } from '../held-person.ts';
import {
  confidentialitySystem,
  nhsNumberSystem,
  verificationSystem,
  verificationUrl,
  type Address,
  type Gender,
  type HumanName,
  type Identifier,
  type Patient,
} from './r4.ts';

const genders: Readonly<Record<string, Gender>> = { F: 'female', M: 'male', U: 'unknown' };
const uses: Readonly<Record<string, HumanName['use']>> = { usual: 'usual', legal: 'official', previous: 'old', 'known as': 'nickname' };

const period = (from: string | null | undefined, to: string | null | undefined) =>
  from || to ? { period: { ...(from ? { start: from } : {}), ...(to ? { end: to } : {}) } } : {};

function namesFrom(person: HeldPerson): HumanName[] {
  return person.names
    .filter((one) => one.given || one.family)
    .map((one) => ({
      use: uses[one.kind] ?? 'temp',
      ...(one.family ? { family: one.family } : {}),
      ...(one.given ? { given: one.given.split(' ') } : {}),
      ...period(one.from, one.to),
    }));
}

/** The number in use, and whether the NHS has confirmed it: 01 present and verified, 02 present but not traced. */
function numberFrom(person: HeldPerson, value: string): Identifier {
  const [code, display] = person.numberSeen ? ['01', 'Number present and verified'] : ['02', 'Number present but not traced'];
  const coding = [{ system: verificationSystem, version: '1.0.0', code, display }];
  return { use: 'official', system: nhsNumberSystem, value, extension: [{ url: verificationUrl, valueCodeableConcept: { coding } }] };
}

/** "HA1, Greenhill" as an address of the district alone; nothing where it is withheld or not known. */
function areaFrom(person: HeldPerson): Address | null {
  const [outward, ward] = person.area.split(', ');
  if (!outward || !/^[A-Z]{1,2}\d[A-Z\d]?$/.test(outward)) return null;
  return { use: 'home', text: 'General area alone', postalCode: outward, ...(ward ? { district: ward } : {}) };
}

/** A person as a Patient: no fact the agreement does not name, never a street, and nothing of where someone shielded lives. */
export function patientFrom(person: HeldPerson, agreement: Agreement): Patient {
  const number = nhsNumberOf(person);
  const area = areaFrom(person);
  const security = person.shielded ? { code: 'R', display: 'restricted' } : { code: 'U', display: 'unrestricted' };
  return {
    resourceType: 'Patient',
    id: person.id,
    meta: {
      versionId: String(person.version),
      lastUpdated: new Date(person.changedAt).toISOString(),
      security: [{ system: confidentialitySystem, ...security }],
    },
    ...(tells(agreement, 'nhs-number') && number ? { identifier: [numberFrom(person, number)] } : {}),
    active: true,
    ...(tells(agreement, 'name') ? { name: namesFrom(person) } : {}),
    ...(tells(agreement, 'gender') ? { gender: genders[person.sex] ?? 'unknown' } : {}),
    ...(tells(agreement, 'birth-date') && person.dateOfBirth ? { birthDate: person.dateOfBirth } : {}),
    ...(tells(agreement, 'area') && area && !person.shielded ? { address: [area] } : {}),
    ...(person.replaces.length > 0
      ? { link: person.replaces.map((id) => ({ other: { reference: `Patient/${id}` }, type: 'replaces' as const })) }
      : {}),
  };
}

/** What stands at the id of a record that was joined to another: where it is now, and nothing else. */
export const joinedPatient = (id: string, now: string): Patient => ({
  resourceType: 'Patient',
  id,
  active: false,
  link: [{ other: { reference: `Patient/${now}` }, type: 'replaced-by' }],
});
