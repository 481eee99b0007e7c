import type { Loader } from '../../../platform/db/bulk-load.ts';
import { peopleSample, type Population, type SampleStaff, type Scene } from '../../people/sample.ts';
import { agencyFinder } from './agencies.ts';
import { healthTeams } from './feeds.ts';
import { firstPatch, loadPatch } from './patch.ts';
import { sampleStaff } from './staff.ts';

type Setting = { loader: Loader; seed: number; now: Date; asOf: string };

/** The town the samples play in: looked up once, and for each batch a scene with families and chance of its own. */
export function townOf({
  loader,
  seed,
  now,
  asOf,
}: Setting): (people: Population, batch: number, reserved: ReadonlySet<string>) => Promise<Scene> {
  const staff = sampleStaff(seed);
  const byKey = new Map(staff.map((it) => [it.key, it]));
  const agencyNamed = agencyFinder(seed);
  const find = (key: string): SampleStaff => {
    const found = byKey.get(key);
    if (!found) throw new Error(`Nobody in the demonstration is called ${key}`);
    return found;
  };
  const leadOf = new Map(staff.filter((it) => it.role === 'DSL').map((it) => [it.agencyId, it]));
  const visitorOf = new Map(staff.filter((it) => it.role === 'HV').map((it) => [it.teamId, it]));
  return async (people, batch, reserved) => {
    const random = peopleSample.randomFrom(seed ^ 0x5afe, batch);
    return {
      loader,
      people,
      staff: find,
      agencyNamed,
      random,
      now,
      batch,
      today: peopleSample.dayNumber(asOf),
      origins: [],
      families: peopleSample.familiesOf(people, reserved, random),
      patch: batch === 0 ? firstPatch(staff) : await loadPatch(loader, batch, asOf),
      healthVisitorOf: (ward) => visitorOf.get(peopleSample.healthTeamOf(ward, healthTeams)?.id ?? ''),
      safeguardingLeadOf: (schoolId) => leadOf.get(schoolId ?? ''),
    };
  };
}
