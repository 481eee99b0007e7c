import { peopleSample, type SampleFamily, type SamplePerson, type SampleStaff, type Scene } from '../../people/sample.ts';

/** Who raised a contact, as its row has it. */
export type Referrer = {
  channel: string;
  source_code: string;
  referrer_staff_id: string | null;
  referrer_agency_id: string | null;
  referrer_name: string | null;
  referrer_role: string;
  referrer_agency_name: string | null;
  referrer_phone: string | null;
  referrer_email: string | null;
  relationship_to_child: string;
  anonymous: boolean;
  wishes_feedback: boolean;
};

const named = (source_code: string, channel: string, facts: Partial<Referrer>): Referrer => ({
  channel,
  source_code,
  referrer_staff_id: null,
  referrer_agency_id: null,
  referrer_name: null,
  referrer_role: '',
  referrer_agency_name: null,
  referrer_phone: null,
  referrer_email: null,
  relationship_to_child: '',
  anonymous: false,
  wishes_feedback: true,
  ...facts,
});

const signedIn = (source: string, channel: string, staff: SampleStaff, agencyName: string, relationship: string): Referrer =>
  named(source, channel, {
    referrer_staff_id: staff.id,
    referrer_agency_id: staff.agencyId,
    referrer_name: staff.name,
    referrer_role: staff.jobTitle,
    referrer_agency_name: agencyName,
    referrer_phone: staff.phone,
    referrer_email: `${staff.key}@example.org`,
    relationship_to_child: relationship,
  });

const others: Record<string, readonly [role: string, agency: string, relationship: string, channel: string]> = {
  '3A': ['GP', 'Copperleaf Surgery', 'Family doctor', 'EMAIL'],
  '3E': ['Emergency nurse', 'Borough hospital', 'Saw the child in the emergency department', 'PHONE'],
  '5A': ['Social worker, out of hours', 'Council children’s social care', 'Duty worker', 'OUT_OF_HOURS'],
  '5D': ['Family support worker', 'Council early help', 'Works with the family', 'WEB'],
  '8': ['Family mentor', 'Thread Together (charity)', 'Works with the family', 'WEB'],
  '3B': ['Health visitor', 'Borough community health trust', 'Health visitor', 'EMAIL'],
};
const callers = [
  'Maria Alves',
  'Kevin Doyle',
  'Sunita Rai',
  'Jean Baptiste',
  'Halina Mazur',
  'Omar Said',
  'Pat Reeves',
  'Lorna Grant',
] as const;

/** The referrer behind a source: a persona where the child is theirs, else someone of that agency or of the public. */
export function referrerFor(scene: Scene, source: string, family: SampleFamily, child: SamplePerson): Referrer {
  const { random } = scene;
  const phone = peopleSample.dramaLandline(600 + random.below(300));
  if (source === '6')
    return scene.batch === 0
      ? signedIn('6', 'POLICE_FEED', scene.staff('police-officer'), 'Borough police', 'Officers attended')
      : named('6', 'POLICE_FEED', {
          referrer_name: 'Public protection desk',
          referrer_role: 'Police public protection desk',
          referrer_agency_name: 'Borough police',
          referrer_agency_id: scene.agencyNamed('police'),
          referrer_phone: phone,
          relationship_to_child: 'Officers attended',
        });
  if (source === '2A') return schoolReferrer(scene, family, child, phone);
  const visitor = source === '3B' ? scene.healthVisitorOf(family.household.ward) : undefined;
  if (visitor) return signedIn('3B', 'WEB', visitor, 'Borough community health trust', 'Health visitor');
  const known = others[source];
  if (known)
    return named(source, known[3], {
      referrer_name: random.pick(callers),
      referrer_role: known[0],
      referrer_agency_name: known[1],
      relationship_to_child: known[2],
      referrer_phone: phone,
    });
  if (source === '9')
    return named('9', 'WEB', {
      anonymous: true,
      wishes_feedback: false,
      relationship_to_child: 'Lives near by',
      referrer_role: 'Member of the public',
    });
  return named(source, random.chance(0.6) ? 'PHONE' : 'WEB', {
    referrer_name: random.pick(callers),
    referrer_role: 'Member of the public',
    relationship_to_child: source === '1A' ? 'Aunt' : 'Neighbour',
    referrer_phone: peopleSample.dramaMobile(random.below(1000)),
  });
}

function schoolReferrer(scene: Scene, family: SampleFamily, child: SamplePerson, phone: string): Referrer {
  const school = family.schoolOf(child.id) ?? family.children.map((it) => family.schoolOf(it.id)).find((it) => it !== undefined);
  const lead = scene.safeguardingLeadOf(school?.id);
  if (lead && school) return signedIn('2A', 'WEB', lead, school.name, 'Child is at our school');
  return named('2A', 'EMAIL', {
    referrer_name: scene.random.pick(callers),
    referrer_role: 'Designated safeguarding lead',
    referrer_agency_name: school?.name ?? 'A school',
    referrer_agency_id: school?.id ?? null,
    referrer_phone: school?.phone ?? phone,
    relationship_to_child: 'Child is at our school',
  });
}
