import { randomUUID } from 'node:crypto';
import { clauseCodes } from '../clauses.ts';
import type { Planting } from './planting.sample.ts';

/** Who asks, by a name that says how they stand to the families of the small world. */
export interface Asker {
  name: string;
  kind: 'staff' | 'public' | 'machine' | 'system' | 'nobody';
  staffId: string | null;
  visitorKey: string | null;
}

/** Everyone of the small world. */
export interface Cast {
  agencies: Record<string, string>;
  teams: Record<string, string>;
  staff: Record<string, string>;
  askers: Asker[];
}

const agencyTypes: Record<string, string> = {
  council: 'LA_SOCIAL_CARE',
  help: 'LA_EARLY_HELP',
  schoolA: 'SCHOOL',
  schoolB: 'SCHOOL',
  health: 'COMMUNITY_HEALTH',
  clinic: 'CAMHS',
  police: 'POLICE',
  charity: 'VCS',
  suspended: 'VCS',
  elsewhere: 'LA_ADULT',
};

const teamsOf: readonly (readonly [string, string, string])[] = [
  ['frontDoor', 'council', 'front-door'],
  ['nightTeam', 'council', 'out-of-hours'],
  ['helpNorth', 'help', 'early-help'],
  ['helpSouth', 'help', 'early-help'],
  ['socialEast', 'council', 'social-work'],
  ['socialWest', 'council', 'social-work'],
  ['shieldDesk', 'council', 'shield-desk'],
  ['indexDesk', 'council', 'index-desk'],
  ['safeguardingA', 'schoolA', 'safeguarding'],
  ['safeguardingB', 'schoolB', 'safeguarding'],
  ['healthTeam', 'health', 'health'],
  ['policeDesk', 'police', 'police'],
  ['commissioning', 'council', 'commissioning'],
  ['helpSuspended', 'suspended', 'early-help'],
];

/** Name of the asker: role, agency, team. The name is what the world's families speak of. */
const posts: readonly (readonly [string, string, string, string?])[] = [
  ['officer', 'CO', 'council', 'frontDoor'],
  ['officerInConflict', 'CO', 'council', 'frontDoor'],
  ['manager', 'MASH_M', 'council', 'frontDoor'],
  ['managerInConflict', 'MASH_M', 'council', 'frontDoor'],
  ['coordinator', 'EH_CO', 'help', 'helpNorth'],
  ['coordinatorInConflict', 'EH_CO', 'help', 'helpNorth'],
  ['lead', 'LP', 'help'],
  ['backup', 'LP', 'help'],
  ['offeredLead', 'LP', 'help'],
  ['formerLead', 'LP', 'help'],
  ['leadElsewhere', 'LP', 'help'],
  ['leadInConflict', 'LP', 'help'],
  ['schoolLead', 'LP', 'schoolB'],
  ['supporter', 'FSW', 'help'],
  ['supporterInTeam', 'FSW', 'help', 'helpNorth'],
  ['supporterSouth', 'FSW', 'help', 'helpSouth'],
  ['tafAccepted', 'HV', 'health', 'healthTeam'],
  ['tafInvited', 'VCS', 'charity'],
  ['tafDeclined', 'VCS', 'charity'],
  ['tafLeft', 'HV', 'health', 'healthTeam'],
  ['tafInConflict', 'SN', 'health'],
  ['nightWorker', 'SW', 'council', 'nightTeam'],
  ['nightWorkerInConflict', 'SW', 'council', 'nightTeam'],
  ['worker', 'SW', 'council', 'socialEast'],
  ['workerInTeam', 'SW', 'council', 'socialEast'],
  ['workerInConflict', 'SW', 'council', 'socialEast'],
  ['workerWest', 'SW', 'council', 'socialWest'],
  ['teamManager', 'TM', 'council', 'socialEast'],
  ['teamManagerWest', 'TM', 'council', 'socialWest'],
  ['emergency', 'SW', 'council', 'socialWest'],
  ['emergencyOver', 'SW', 'council', 'socialWest'],
  ['allowed', 'SW', 'council', 'socialWest'],
  ['allowedOver', 'SW', 'council', 'socialWest'],
  ['safeguardingLeadA', 'DSL', 'schoolA', 'safeguardingA'],
  ['safeguardingLeadB', 'DSL', 'schoolB', 'safeguardingB'],
  ['safeguardingLeadInConflict', 'DSL', 'schoolA', 'safeguardingA'],
  ['teacherA', 'REF', 'schoolA'],
  ['teacherA2', 'REF', 'schoolA'],
  ['visitor', 'HV', 'health', 'healthTeam'],
  ['visitorLookOver', 'HV', 'health', 'healthTeam'],
  ['clinician', 'CLIN', 'clinic'],
  ['policeOfficer', 'POL_PPD', 'police', 'policeDesk'],
  ['shieldOfficer', 'SHIELD', 'council', 'shieldDesk'],
  ['shieldOfficerInConflict', 'SHIELD', 'council', 'shieldDesk'],
  ['indexOfficer', 'INDEX', 'council', 'indexDesk'],
  ['indexReader', 'INDEX', 'council', 'indexDesk'],
  ['indexOfficerInConflict', 'INDEX', 'council', 'indexDesk'],
  ['handedTo', 'LP', 'help'],
  ['handedAndReturned', 'LP', 'help'],
  ['privacyOfficer', 'DPO', 'council'],
  ['privacyOfficerInConflict', 'DPO', 'council'],
  ['administrator', 'SYSADMIN', 'council'],
  ['director', 'DCS', 'council'],
  ['commissioner', 'COMM', 'council', 'commissioning'],
  ['formerMember', 'LP', 'help'],
  ['leaver', 'SW', 'council', 'socialEast'],
  ['suspendedWorker', 'VCS', 'suspended', 'helpSuspended'],
  ['notYet', 'SW', 'council', 'socialEast'],
];

/** People at work today in one post who held, will hold or hold elsewhere another that must not count: it ended, it has not begun, its
 *  agency is suspended. Name, today's role and agency; the other role, agency and team; the days from today on which that begins and ends. */
const otherPosts: readonly (readonly [string, string, string, string, string, string, number, number | null])[] = [
  ['formerlyManager', 'REF', 'elsewhere', 'MASH_M', 'council', 'frontDoor', -900, -5],
  ['laterManager', 'REF', 'elsewhere', 'MASH_M', 'council', 'frontDoor', 10, null],
  ['managerOfSuspended', 'REF', 'elsewhere', 'EH_CO', 'suspended', 'helpSuspended', -900, null],
  ['formerlyInTeam', 'FSW', 'help', 'FSW', 'help', 'helpNorth', -900, -5],
];

/** Roles that nobody above holds without any relation: one plain person each, so that every role is asked for. */
const plainRoles = [
  'INDEX',
  'REF',
  'DSL',
  'SENCO',
  'HV',
  'SN',
  'MIDW',
  'GP',
  'CLIN',
  'POL_PPD',
  'PROB',
  'YOT',
  'HOUS',
  'ADULT_MH',
  'ADULT_SM',
  'IDVA',
  'VCS',
  'CO',
  'FIS',
  'MASH_M',
  'EH_CO',
  'LP',
  'FSW',
  'SW',
  'TM',
  'SM_HOS',
  'COMM',
  'CONTRACT',
  'PERF',
  'DCS',
  'DPO',
  'QA_AUD',
  'SYSADMIN',
  'SHIELD',
  'PARTNER_M',
  'AG_ADM',
  'SCRUT',
];

const day = (fromToday: number): string => new Date(Date.now() + fromToday * 86_400_000).toISOString().slice(0, 10);

/** Agencies, teams and everyone who works in them; nobody has anything to do with any family yet. */
export async function plantPeople(plant: Planting): Promise<Cast> {
  const agencies: Record<string, string> = {};
  for (const [name, type] of Object.entries(agencyTypes)) {
    agencies[name] = await plant.put('agency', {
      name: `Agency ${name}`,
      agency_type: type,
      agreement_reference: 'ISA-1',
      agreement_signed_on: '2020-01-01',
      dpia_reference: 'DPIA-1',
      live_from: '2020-01-01',
      clauses: clauseCodes,
      suspended_reason: null,
      phone: null,
      email: null,
    });
  }
  const teams: Record<string, string> = {};
  for (const [name, agency, purpose] of teamsOf)
    teams[name] = await plant.put('team', { agency_id: agencies[agency], name: `Team ${name}`, purpose, phone: null, email: null });
  const staff: Record<string, string> = {};
  const post = async (name: string, role: string, agency: string, team?: string): Promise<void> => {
    const id = randomUUID();
    await plant.put('staff', { id, display_name: `Staff ${name}`, job_title: role, email: null, phone: null, is_synthetic: true });
    await plant.put('membership', {
      staff_id: id,
      agency_id: agencies[agency],
      team_id: team ? teams[team] : null,
      role,
      valid_from: name === 'notYet' ? day(10) : '2020-01-01',
      valid_to: name === 'formerMember' ? day(-5) : null,
    });
    if (name === 'leaver') await plant.change('staff', id, { left_on: day(-5) });
    staff[name] = id;
  };
  for (const [name, role, agency, team] of posts) await post(name, role, agency, team);
  for (const [name, role, agency, other, place, team, from, to] of otherPosts) {
    await post(name, role, agency);
    await plant.put('membership', {
      staff_id: staff[name],
      agency_id: agencies[place],
      team_id: teams[team],
      role: other,
      valid_from: day(from),
      valid_to: to === null ? null : day(to),
    });
  }
  for (const role of plainRoles) await post(`plain ${role}`, role, 'elsewhere');
  await plant.change('agency', agencies['suspended'] ?? '', {
    suspended_at: new Date().toISOString(),
    suspended_reason: 'Agreement lapsed',
  });
  const askers: Asker[] = Object.entries(staff).map(([name, staffId]) => ({ name, kind: 'staff', staffId, visitorKey: null }));
  for (const kind of ['public', 'machine', 'system', 'nobody'] as const)
    askers.push({ name: kind, kind, staffId: null, visitorKey: kind === 'public' ? 'visitor-of-the-world' : null });
  return { agencies, teams, staff, askers };
}
