import type { Loader } from '../../../platform/db/bulk-load.ts';
import { dayNumber, isoDay, yearOfDays } from './days.ts';
import type { Population } from './population-types.ts';
import { wards } from './tables/wards.ts';

/** Sources of facts the borough's involvements come from, by what they tell. */
export type SampleFeeds = {
  rolls: string;
  practices: string;
  healthVisiting: string;
  lastLoaded: { rolls: Date; practices: Date; healthVisiting: Date };
};
/** A health visiting team of the community health agency and the number people ring. */
export type SampleHealthTeam = { id: string; agencyId: string; name: string; phone: string };

const schoolRoles = 'on school roll';

/** The health visiting team of a ward: the wards are shared out in turn. */
export function healthTeamOf(ward: string, teams: readonly SampleHealthTeam[]): SampleHealthTeam | undefined {
  return teams[wards.findIndex((it) => it.name === ward) % teams.length];
}

/**
 * Writes who is involved with the children of a batch by feed: school rolls (open identity to the school), practices and, for
 * under-fives, the ward's health visiting team. Schools and practices are agencies of the same id.
 */
export async function loadInvolvements(
  loader: Loader,
  batch: Population,
  feeds: SampleFeeds,
  teams: readonly SampleHealthTeam[],
  asOf: string,
): Promise<void> {
  const schools = new Map(batch.schools.map((it) => [it.id, it]));
  const practices = new Map(batch.practices.map((it) => [it.id, it]));
  const columns = [
    'person_id',
    'agency_id',
    'team_id',
    'practitioner_name',
    'practitioner_phone',
    'role',
    'opens',
    'started_on',
    'feed_id',
    'source',
    'confirmed_at',
    'because_kind',
  ] as const;
  await loader.copy(
    'involvement',
    columns,
    batch.enrolments.map((it) => {
      const school = schools.get(it.schoolId);
      return [
        it.childId,
        it.schoolId,
        null,
        `${school?.name ?? ''} office`,
        school?.phone ?? null,
        schoolRoles,
        'identity',
        isoDay(it.from),
        feeds.rolls,
        'School roll',
        feeds.lastLoaded.rolls,
        'roll',
      ];
    }),
  );
  await loader.copy(
    'involvement',
    columns,
    batch.registrations.map((it) => {
      const practice = practices.get(it.practiceId);
      return [
        it.childId,
        it.practiceId,
        null,
        practice?.name ?? '',
        practice?.phone ?? null,
        'GP practice',
        'nothing',
        isoDay(it.from),
        feeds.practices,
        'GP list',
        feeds.lastLoaded.practices,
        'roll',
      ];
    }),
  );
  const wardOf = new Map(batch.households.map((it) => [it.id, it.ward]));
  const fifthBirthday = dayNumber(asOf) - Math.floor(5 * yearOfDays);
  const underFives = batch.people.filter((it) => it.part === 'child' && (it.bornOn ?? 0) > fifthBirthday);
  await loader.copy(
    'involvement',
    columns,
    underFives.flatMap((child) => {
      const team = healthTeamOf(wardOf.get(child.householdId) ?? '', teams);
      if (!team) return [];
      return [
        [
          child.id,
          team.agencyId,
          team.id,
          team.name,
          team.phone,
          'health visitor',
          'identity',
          isoDay(child.bornOn ?? 0),
          feeds.healthVisiting,
          'Health visiting caseload',
          feeds.lastLoaded.healthVisiting,
          'roll',
        ],
      ];
    }),
  );
}
