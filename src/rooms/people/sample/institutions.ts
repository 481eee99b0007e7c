import type { SamplePractice, SampleSchool, SchoolKind } from './population-types.ts';
import { randomFrom } from './random.ts';
import { practiceNames, schoolNames } from './tables/invented-places.ts';
import { wards } from './tables/wards.ts';
import { dramaLandline } from './numbers.ts';

/** The borough's invented schools and practices: the same for the same seed, spread over the wards in turn. */
export type Institutions = { schools: readonly SampleSchool[]; practices: readonly SamplePractice[]; schoolsFor: SchoolsFor };
/** Schools of a kind: those of a ward first, where it has any. */
export type SchoolsFor = { near(kind: SchoolKind, ward: string): readonly SampleSchool[]; all(kind: SchoolKind): readonly SampleSchool[] };

const institutionStream = 0x5c4001;
const wardName = (at: number): string => wards[at % wards.length]?.name ?? '';

export function institutionsOf(seed: number): Institutions {
  const random = randomFrom(seed, institutionStream);
  const schools: SampleSchool[] = [];
  for (const [kind, names] of Object.entries(schoolNames) as [SchoolKind, readonly string[]][]) {
    names.forEach((name, at) => {
      const number = schools.length + 1;
      const mailbox = name
        .toLowerCase()
        .replace(/[^a-z]+/g, '-')
        .replace(/^-|-$/g, '');
      schools.push({
        id: random.uuid(),
        name,
        kind,
        ward: wardName(at * 5 + kind.length),
        urn: String(990000 + number),
        dfeNumber: String(9000 + number),
        phone: dramaLandline(100 + number),
        email: `safeguarding@${mailbox}.example.org`,
      });
    });
  }
  const practices = practiceNames.map((name, at) => ({ id: random.uuid(), name, ward: wardName(at), phone: dramaLandline(200 + at) }));
  return { schools, practices, schoolsFor: nearness(schools) };
}

function nearness(schools: readonly SampleSchool[]): SchoolsFor {
  const ofKind = Map.groupBy(schools, (school) => school.kind);
  const inWard = Map.groupBy(schools, (school) => `${school.kind} ${school.ward}`);
  const all = (kind: SchoolKind): readonly SampleSchool[] => ofKind.get(kind) ?? [];
  return { all, near: (kind, ward) => inWard.get(`${kind} ${ward}`) ?? all(kind) };
}
