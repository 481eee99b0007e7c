import type { Loader } from '../../../platform/db/bulk-load.ts';
import { peopleSample, type Patch, type SampleStaff } from '../../people/sample.ts';
import { agencyId, teamId } from './agencies.ts';
import { sampleId } from './sample-id.ts';
import { staffId } from './staff.ts';

const given = 'Alice Samir Joy Peter Leila Kwame Ewa Rahul Fiona Ibrahim Grace Marta Owen Tara Nasreen Luca Beth Kofi Irina Hari'.split(
  ' ',
);
const family =
  'Archer Bello Chaudhri Dawes Ellery Fonseka Gould Haines Ibsen Jarvis Kaplan Lowe Marlow Nwosu Orton Pell Quaye Rowe Sandhu Tilley'.split(
    ' ',
  );

/** How many of each work a patch of two thousand children: Harrow had 13.7 cases to a social worker in 2025. */
const posts = [
  ['lead', 'Family help lead practitioner', 'LP', 'early-help', 4],
  ['coordinator', 'Early help co-ordinator', 'EH_CO', 'early-help', 1],
  ['support', 'Family support worker', 'FSW', 'early-help', 2],
  ['social-worker', 'Social worker', 'SW', 'social-care', 4],
  ['manager', 'Team manager, assessment', 'TM', 'social-care', 1],
] as const;

/** The first patch is worked by the personas and the colleagues named beside them. */
export function firstPatch(staff: readonly SampleStaff[]): Patch {
  const of = (role: string): SampleStaff[] => staff.filter((it) => it.role === role);
  return { leads: of('LP'), coordinators: of('EH_CO'), familyWorkers: of('FSW'), socialWorkers: of('SW'), managers: of('TM') };
}

/** Writes the two teams of a further patch and the people in them, named by chance. */
export async function loadPatch(loader: Loader, batch: number, asOf: string): Promise<Patch> {
  const teams = { 'early-help': teamId('early-help', `patch-${batch}`), 'social-care': teamId('social-care', `patch-${batch}`) };
  await loader.copy(
    'team',
    ['id', 'agency_id', 'name', 'purpose', 'phone'],
    [
      [teams['early-help'], agencyId('early-help'), `Early help, patch ${batch}`, 'early-help', peopleSample.dramaLandline(700 + batch)],
      [
        teams['social-care'],
        agencyId('social-care'),
        `Assessment team, patch ${batch}`,
        'social-work',
        peopleSample.dramaLandline(800 + batch),
      ],
    ],
  );
  const random = peopleSample.randomFrom(batch, 0x9a7c4);
  const staff = posts.flatMap(([key, jobTitle, role, agency, many]) =>
    Array.from({ length: many }, (_, at): SampleStaff => ({
      id: staffId(`${key}-${batch}-${at}`),
      key: `${key}-${batch}-${at}`,
      name: `${random.pick(given)} ${random.pick(family)}`,
      jobTitle,
      role,
      agencyId: agencyId(agency),
      agencyName: agency,
      teamId: teams[agency],
      phone: peopleSample.dramaLandline(batch * 12 + at),
    })),
  );
  await loader.copy(
    'staff',
    ['id', 'display_name', 'job_title', 'email', 'phone', 'is_synthetic'],
    staff.map((it) => [it.id, it.name, it.jobTitle, `${it.key}@example.org`, it.phone, true]),
  );
  await loader.copy(
    'membership',
    ['id', 'staff_id', 'agency_id', 'team_id', 'role', 'valid_from'],
    staff.map((it) => [sampleId(`membership ${it.key}`), it.id, it.agencyId, it.teamId, it.role, `${Number(asOf.slice(0, 4)) - 1}-09-01`]),
  );
  return firstPatch(staff);
}
