import { randomUUID } from 'node:crypto';
import type { Cast } from '../../platform/access/cast.ts';
import type { StaffActor } from '../../platform/access/ctx.ts';

/** A family and the people around it, for tests of this room. Everyone and everything is made up. */
export interface Scene {
  familyId: string;
  amina: string;
  bilal: string;
  mother: string;
  earlyHelpTeam: string;
  socialWorkTeam: string;
  school: string;
  coordinator: StaffActor;
  worker: StaffActor;
  teamManager: StaffActor;
  socialWorker: StaffActor;
  socialWorkManager: StaffActor;
  frontDoorManager: StaffActor;
  contactOfficer: StaffActor;
  dsl: StaffActor;
  otherDsl: StaffActor;
  healthVisitor: StaffActor;
  outsider: StaffActor;
}

export async function setScene(cast: Cast): Promise<Scene> {
  const council = await cast.agency('LA_EARLY_HELP', 'Council early help');
  const care = await cast.agency('LA_SOCIAL_CARE', 'Council social care');
  const school = await cast.agency('SCHOOL', 'Marlowe Primary');
  const otherSchool = await cast.agency('SCHOOL', 'Hilltop Primary');
  const health = await cast.agency('COMMUNITY_HEALTH', 'Community health');
  const earlyHelpTeam = await cast.team(council, 'early-help', 'Central early help');
  const socialWorkTeam = await cast.team(care, 'social-work', 'Assessment team');
  const frontDoor = await cast.team(care, 'front-door', 'Front door');
  const otherTeam = await cast.team(council, 'early-help', 'West early help');
  const family = await makeFamily(cast, 'Hassan');
  return {
    ...family,
    earlyHelpTeam,
    socialWorkTeam,
    school,
    coordinator: await cast.staff('EH_CO', { agencyId: council, teamId: earlyHelpTeam, name: 'Cora Coordinator' }),
    worker: await cast.staff('FSW', { agencyId: council, teamId: earlyHelpTeam, name: 'Fay Worker' }),
    teamManager: await cast.staff('TM', { agencyId: council, teamId: earlyHelpTeam, name: 'Tom Manager' }),
    socialWorker: await cast.staff('SW', { agencyId: care, teamId: socialWorkTeam, name: 'Sol Worker' }),
    socialWorkManager: await cast.staff('TM', { agencyId: care, teamId: socialWorkTeam, name: 'Sam Manager' }),
    frontDoorManager: await cast.staff('MASH_M', { agencyId: care, teamId: frontDoor, name: 'Mo Decider' }),
    contactOfficer: await cast.staff('CO', { agencyId: care, teamId: frontDoor, name: 'Con Officer' }),
    dsl: await cast.staff('DSL', { agencyId: school, name: 'Dee Safeguarding' }),
    otherDsl: await cast.staff('DSL', { agencyId: otherSchool, name: 'Other Safeguarding' }),
    healthVisitor: await cast.staff('HV', { agencyId: health, name: 'Hana Visitor' }),
    outsider: await cast.staff('FSW', { agencyId: council, teamId: otherTeam, name: 'Olly Outside' }),
  };
}

/** A mother and two children. */
export async function makeFamily(cast: Cast, name: string): Promise<{ familyId: string; amina: string; bilal: string; mother: string }> {
  const amina = await cast.person({ given_name: 'Amina', family_name: name, date_of_birth: '2018-03-02' });
  const bilal = await cast.person({ given_name: 'Bilal', family_name: name, date_of_birth: '2021-06-10', sex: 'M' });
  const mother = await cast.person({ given_name: 'Salma', family_name: name, date_of_birth: '1990-01-05' });
  const familyId = randomUUID();
  await cast.behind
    .insertInto('family')
    .values({ id: familyId, reference: `F-${familyId.slice(0, 6)}`, name: `${name} family` })
    .execute();
  const member = (person_id: string, part: string) => ({ family_id: familyId, person_id, part });
  await cast.behind
    .insertInto('family_member')
    .values([member(amina, 'child'), member(bilal, 'child'), member(mother, 'parent')])
    .execute();
  return { familyId, amina, bilal, mother };
}

/** Opens who the people are to a member of staff, as a look-up or a roll would; nothing of the help. */
export async function introduce(cast: Cast, who: StaffActor, personIds: readonly string[]): Promise<void> {
  const agency_id = who.memberships[0]?.agencyId ?? '';
  await cast.behind
    .insertInto('involvement')
    .values(
      personIds.map((person_id) => ({
        person_id,
        agency_id,
        staff_id: who.staffId,
        role: 'known',
        opens: 'identity',
        started_on: '2026-01-01',
        source: 'Test',
        confirmed_at: new Date('2026-01-01T00:00:00Z'),
      })),
    )
    .execute();
}
