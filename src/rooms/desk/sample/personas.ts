import type { Role } from '../../../platform/access/roles.ts';

/** Where a persona works: an agency and a team of `agencies.ts`, or a school by name. */
type Post = { agency: string; team?: string };

/** An invented person of the demonstration: colleagues hold cases, personas can also be signed in as with one click. */
export type Persona = Post & {
  /** Subject at the demonstration's sign-in, and the handle in tests: contact-officer. */
  key: string;
  name: string;
  jobTitle: string;
  role: Role;
  phone: string;
  /** What their day looks like, for the sign-in page; null for a colleague nobody signs in as. */
  day: string | null;
};

/** Everyone who works in the demonstration borough. All names are invented; any likeness is chance. */
export const personas: readonly Persona[] = [
  { key: 'contact-officer', name: 'Priya Raman', jobTitle: 'Contact officer', role: 'CO', agency: 'social-care', team: 'front-door', phone: '020 7946 0301', day: 'Screens what arrives at the front door' },
  { key: 'front-door-manager', name: 'Helen Osei', jobTitle: 'Front door manager', role: 'MASH_M', agency: 'social-care', team: 'front-door', phone: '020 7946 0302', day: 'Decides on contacts, child by child' },
  { key: 'early-help-coordinator', name: 'Farah Siddiqui', jobTitle: 'Early help co-ordinator', role: 'EH_CO', agency: 'early-help', team: 'early-help-north', phone: '020 7946 0303', day: 'Finds a lead professional for each family' },
  { key: 'lead-practitioner', name: 'Tom Hennessy', jobTitle: 'Family help lead practitioner', role: 'LP', agency: 'early-help', team: 'early-help-north', phone: '020 7946 0304', day: 'Leads a family through assessment, plan and review' },
  { key: 'family-support-worker', name: 'Nadia Warsame', jobTitle: 'Family support worker', role: 'FSW', agency: 'early-help', team: 'early-help-north', phone: '020 7946 0305', day: 'Works through plan actions with families' },
  { key: 'social-worker', name: 'Joanna Kowalczyk', jobTitle: 'Social worker', role: 'SW', agency: 'social-care', team: 'assessment-east', phone: '020 7946 0306', day: 'Holds children in need and assessments' },
  { key: 'team-manager', name: 'Marcus Bailey', jobTitle: 'Team manager, assessment', role: 'TM', agency: 'social-care', team: 'assessment-east', phone: '020 7946 0307', day: 'Accepts referrals and allocates work' },
  { key: 'primary-dsl', name: 'Anita Desai', jobTitle: 'Deputy head and designated safeguarding lead', role: 'DSL', agency: 'Larkspur Primary School', team: 'safeguarding', phone: '020 7946 0308', day: 'Raises concerns at a primary school' },
  { key: 'secondary-dsl', name: 'Gareth Pugh', jobTitle: 'Designated safeguarding lead', role: 'DSL', agency: 'Birchfold High School', team: 'safeguarding', phone: '020 7946 0309', day: 'Raises concerns at a secondary school' },
  { key: 'health-visitor', name: 'Grace Mensah', jobTitle: 'Health visitor', role: 'HV', agency: 'community-health', team: 'health-0', phone: '020 7946 0310', day: 'Sees every child under five in five wards' },
  { key: 'police-officer', name: 'Sarah Whitlock', jobTitle: 'Police public protection desk officer', role: 'POL_PPD', agency: 'police', team: 'police-desk', phone: '020 7946 0311', day: 'Sends notifications about children to the front door' },
  { key: 'voluntary-worker', name: 'Yusuf Farah', jobTitle: 'Family mentor', role: 'VCS', agency: 'thread-together', team: 'mentors', phone: '020 7946 0312', day: 'Works with families for a charity' },
  { key: 'commissioner', name: 'Claire Donnelly', jobTitle: 'Joint commissioner, children', role: 'COMM', agency: 'social-care', team: 'commissioning', phone: '020 7946 0313', day: 'Follows outcomes; sees no child by name' },
  { key: 'director', name: 'Meena Thakrar', jobTitle: 'Director of children’s services', role: 'DCS', agency: 'social-care', phone: '020 7946 0314', day: 'Traces goals to the borough’s outcomes' },
  { key: 'privacy-officer', name: 'Peter Lindqvist', jobTitle: 'Privacy officer (DPO)', role: 'DPO', agency: 'council', phone: '020 7946 0315', day: 'Reviews who has seen what, and emergency access' },
  { key: 'administrator', name: 'Amir Haddad', jobTitle: 'System administrator', role: 'SYSADMIN', agency: 'council', phone: '020 7946 0316', day: 'Looks after people, agencies and settings; reads no records' },
  { key: 'shield-officer', name: 'Ruth Adler', jobTitle: 'Shield desk officer', role: 'SHIELD', agency: 'social-care', team: 'shield-desk', phone: '020 7946 0317', day: 'Decides about children who must not be found' },
  { key: 'contact-officer-2', name: 'Daniel Okafor', jobTitle: 'Contact officer', role: 'CO', agency: 'social-care', team: 'front-door', phone: '020 7946 0318', day: null },
  { key: 'early-help-coordinator-south', name: 'Bridget Nolan', jobTitle: 'Early help co-ordinator', role: 'EH_CO', agency: 'early-help', team: 'early-help-south', phone: '020 7946 0319', day: null },
  { key: 'lead-practitioner-2', name: 'Shreya Mistry', jobTitle: 'Family help lead practitioner', role: 'LP', agency: 'early-help', team: 'early-help-north', phone: '020 7946 0320', day: null },
  { key: 'lead-practitioner-3', name: 'Elena Dobre', jobTitle: 'Family help lead practitioner', role: 'LP', agency: 'early-help', team: 'early-help-south', phone: '020 7946 0321', day: null },
  { key: 'lead-practitioner-4', name: 'Andre Lindo', jobTitle: 'Family help lead practitioner', role: 'LP', agency: 'early-help', team: 'early-help-south', phone: '020 7946 0322', day: null },
  { key: 'family-support-worker-2', name: 'Kate Bishop', jobTitle: 'Family support worker', role: 'FSW', agency: 'early-help', team: 'early-help-south', phone: '020 7946 0323', day: null },
  { key: 'social-worker-2', name: 'Temitope Balogun', jobTitle: 'Social worker', role: 'SW', agency: 'social-care', team: 'assessment-east', phone: '020 7946 0324', day: null },
  { key: 'social-worker-3', name: 'Rosa Lindqvist-Amari', jobTitle: 'Social worker', role: 'SW', agency: 'social-care', team: 'assessment-west', phone: '020 7946 0325', day: null },
  { key: 'team-manager-west', name: 'Sunil Kotecha', jobTitle: 'Team manager, assessment', role: 'TM', agency: 'social-care', team: 'assessment-west', phone: '020 7946 0326', day: null },
  { key: 'health-visitor-2', name: 'Maryam Noori', jobTitle: 'Health visitor', role: 'HV', agency: 'community-health', team: 'health-1', phone: '020 7946 0327', day: null },
];
