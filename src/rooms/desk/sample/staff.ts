import type { Role } from '../../../platform/access/roles.ts';
import type { Loader } from '../../../platform/db/bulk-load.ts';
import type { SampleStaff } from '../../people/sample.ts';
import { agencyFinder, teamId } from './agencies.ts';
import { personas, type Persona } from './personas.ts';
import { sampleId } from './sample-id.ts';

export const staffId = (key: string): string => sampleId(`staff ${key}`);

const teamOf = (persona: Persona): string | null => (persona.team === undefined ? null : teamId(persona.agency, persona.team));

const rolesOf = (key: string): Role[] =>
  personas.filter((it) => it.key === key).flatMap((it) => (it.also ? [it.role, it.also] : [it.role]));

/** The people who work in the borough, as histories name them. */
export function sampleStaff(seed: number): readonly SampleStaff[] {
  const agencyNamed = agencyFinder(seed);
  return personas.map((it) => ({
    id: staffId(it.key),
    key: it.key,
    name: it.name,
    jobTitle: it.jobTitle,
    role: it.role,
    agencyId: agencyNamed(it.agency),
    agencyName: it.agency,
    teamId: teamOf(it),
    phone: it.phone,
  }));
}

/** Writes staff and the roles they hold. One is away, with cover, so that every list shows it. */
export async function loadStaff(loader: Loader, seed: number, asOf: string, awayUntil: string): Promise<void> {
  const staff = sampleStaff(seed);
  await loader.copy(
    'staff',
    ['id', 'display_name', 'job_title', 'email', 'phone', 'is_synthetic'],
    staff.map((it) => [it.id, it.name, it.jobTitle, `${it.key}@example.org`, it.phone, true]),
  );
  await loader.query('update staff set away_until = $2, cover_staff_id = $3 where id = $1', [
    staffId('lead-practitioner-2'),
    awayUntil,
    staffId('lead-practitioner'),
  ]);
  await loader.copy(
    'membership',
    ['id', 'staff_id', 'agency_id', 'team_id', 'role', 'valid_from'],
    staff.flatMap((it) =>
      rolesOf(it.key).map((role) => [
        sampleId(`membership ${it.key}${role === it.role ? '' : ` ${role}`}`),
        it.id,
        it.agencyId,
        it.teamId,
        role,
        `${Number(asOf.slice(0, 4)) - 1}-09-01`,
      ]),
    ),
  );
}
