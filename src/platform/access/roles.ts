/** Roles people hold in an agency and what each may do: the first of two layers of access (the second is row-level security).
 *  Codes and powers follow domain list 2.2; a permission opens a route, never a row. */

export const roleNames = {
  REF: 'Professional referrer',
  DSL: 'Designated safeguarding lead',
  SENCO: 'SEN co-ordinator',
  HV: 'Health visitor',
  SN: 'School nurse',
  MIDW: 'Midwife',
  GP: 'GP',
  CLIN: 'Clinician',
  POL_PPD: 'Police public protection officer',
  PROB: 'Probation officer',
  YOT: 'Youth justice worker',
  HOUS: 'Housing officer',
  ADULT_MH: 'Adult mental health worker',
  ADULT_SM: 'Substance misuse worker',
  IDVA: 'Domestic abuse adviser',
  VCS: 'Voluntary sector worker',
  CO: 'Contact officer',
  FIS: 'Family information officer',
  MASH_M: 'Front door manager',
  EH_CO: 'Early help co-ordinator',
  LP: 'Lead professional',
  FSW: 'Family support worker',
  SW: 'Social worker',
  TM: 'Team manager',
  SM_HOS: 'Head of service',
  COMM: 'Commissioner',
  CONTRACT: 'Contract manager',
  PERF: 'Performance analyst',
  DCS: 'Director',
  DPO: 'Privacy officer (DPO)',
  QA_AUD: 'Practice auditor',
  SYSADMIN: 'Administrator',
  SHIELD: 'Shield desk officer',
  INDEX: 'Index desk officer',
  SCRUT: 'Independent scrutineer',
  PARTNER_M: 'Partnership manager',
  AG_ADM: 'Agency administrator',
} as const;

export type Role = keyof typeof roleNames;

const everyone = Object.keys(roleNames) as Role[];
const partners: Role[] = [
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
];
/** Who may be part of a team around a family (domain list 2.2: schools, health and partner workers, never the police or a mere referrer). */
const familyWorkers: Role[] = [
  ...(['LP', 'FSW', 'SW', 'TM', 'EH_CO', 'DSL', 'SENCO'] as const),
  ...(['HV', 'SN', 'MIDW', 'GP', 'CLIN'] as const),
  ...(['PROB', 'YOT', 'HOUS', 'ADULT_MH', 'ADULT_SM', 'IDVA', 'VCS'] as const),
];

/** Permission -> roles that hold it. */
const holders = {
  'today.view': everyone,
  'concern.raise': [...partners, 'CO', 'MASH_M', 'EH_CO', 'LP', 'FSW', 'SW', 'TM', 'FIS'],
  'concern.follow': [...partners, 'CO', 'MASH_M', 'EH_CO', 'LP', 'FSW', 'SW', 'TM', 'FIS'],
  'front-door.queue': ['CO', 'MASH_M'],
  /** Disputes a decision (domain 2.8): any professional. Whose post answers at a later stage may look; the scrutineer judges the last. */
  'disagreement.raise': [...partners, 'CO', 'MASH_M', 'EH_CO', 'LP', 'FSW', 'SW', 'TM'],
  'disagreement.view': [...partners, 'CO', 'MASH_M', 'EH_CO', 'LP', 'FSW', 'SW', 'TM', 'SM_HOS', 'DCS', 'SCRUT'],
  'contact.view': ['CO', 'MASH_M', 'TM', 'SW', 'LP', 'FSW', 'EH_CO'],
  'front-door.screen': ['CO', 'MASH_M'],
  'front-door.decide': ['MASH_M'],
  /** May be on duty for a discipline and answer what it is asked (S-002): partners and the council's own teams. */
  'duty.view': [...partners.filter((role) => role !== 'REF'), 'CO', 'MASH_M', 'EH_CO', 'LP', 'FSW', 'SW', 'TM', 'FIS'],
  'duty.roster': ['MASH_M'],
  /** Hand-overs to child protection (S-005): both sides, and the head of service once nobody accepted in time. */
  'protection.view': ['CO', 'MASH_M', 'SW', 'TM', 'SM_HOS'],
  /** Figures of the front door: those who work there may take them apart; the others see figures alone (domain 2.1 AGGREGATE). */
  'front-door.figures': ['CO', 'MASH_M', 'DCS', 'PERF', 'COMM'],
  'front-door.targets': ['MASH_M', 'DCS'],
  /** Opens no page: a place in the navigation for those who do not come by the front door. */
  'front-door.figures-alone': ['DCS', 'PERF', 'COMM'],
  /** Answers the hub for an agency (domain 2.3 B): any partner but a mere referrer. */
  'hub.answer': partners.filter((role) => role !== 'REF'),
  /** S-004: a police officer's own desk, for what their force notifies and is asked. */
  'police.desk': ['POL_PPD'],
  /** The emergency duty team: social workers and their managers, in a team for it (domain S-007). */
  'out-of-hours.work': ['SW', 'TM'],
  /** Tells the front door of the health of a child in care (domain S-009). */
  'health-concern.raise': ['HV', 'SN', 'MIDW', 'GP', 'CLIN', 'SW', 'TM'],
  'referral.inbox': ['SW', 'TM', 'MASH_M'],
  'referral.accept': ['TM'],
  'index.look': [
    'CO',
    'MASH_M',
    'EH_CO',
    'LP',
    'FSW',
    'SW',
    'TM',
    'HV',
    'SN',
    'MIDW',
    'GP',
    'CLIN',
    'POL_PPD',
    'QA_AUD',
    'DCS',
    'SHIELD',
    'INDEX',
  ],
  'person.view': [...familyWorkers, 'CO', 'MASH_M', 'POL_PPD', 'QA_AUD', 'DCS', 'SHIELD', 'INDEX'],
  'person.correct': ['CO', 'MASH_M', 'EH_CO', 'LP', 'FSW', 'SW', 'TM'],
  'early-help.view': [...familyWorkers, 'MASH_M'],
  'early-help.work': [...familyWorkers],
  'early-help.allocate': ['EH_CO', 'TM'],
  'early-help.approve': ['EH_CO', 'TM'],
  /** S-010: every practitioner decides whether to share; the privacy officer reads decisions, the shield desk those about the shielded. */
  'sharing.view': [...familyWorkers, 'CO', 'MASH_M', 'SHIELD', 'DPO'],
  'sharing.record': [...familyWorkers, 'CO', 'MASH_M', 'SHIELD'],
  'outcomes.view': everyone,
  'outcomes.manage': ['COMM', 'DCS'],
  'who-has-seen.view': ['DPO', 'QA_AUD', 'TM', 'SW', 'LP', 'EH_CO'],
  'audit.view': ['DPO', 'QA_AUD'],
  'break-glass.use': ['SW', 'TM', 'MASH_M'],
  'break-glass.review': ['DPO'],
  'broker.decide': ['DPO'],
  'nhs-number.view': ['INDEX', 'PERF'],
  'nhs-number.work': ['INDEX'],
  'nhs-number.decide': ['INDEX', 'CO', 'MASH_M', 'EH_CO', 'LP', 'FSW', 'SW', 'TM'],
  'agreement.view': ['DPO', 'SYSADMIN'],
  'agreement.manage': ['DPO'],
  'shield.desk': ['SHIELD'],
  'index.desk': ['INDEX', 'SHIELD'],
  'index.feeds': ['INDEX'],
  'index.quality': ['INDEX', 'PERF', 'QA_AUD', 'DPO', 'DCS'],
  'restriction.manage': ['DPO', 'SM_HOS', 'TM'],
  'admin.view': ['SYSADMIN', 'DPO', 'PERF', 'PARTNER_M'],
  'admin.people': ['SYSADMIN'],
  'admin.agencies': ['SYSADMIN', 'PARTNER_M'],
  'partners.view': ['PARTNER_M', 'DPO', 'SYSADMIN'],
  'partners.manage': ['PARTNER_M'],
  'agency.people': ['AG_ADM'],
  'admin.settings': ['SYSADMIN'],
  'admin.dictionary': ['SYSADMIN', 'DPO', 'PERF'],
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof holders;

/** Every permission the given roles hold together. */
export function permissionsOf(roles: readonly Role[]): ReadonlySet<Permission> {
  const held = new Set<Permission>();
  for (const [permission, allowed] of Object.entries(holders) as [Permission, readonly Role[]][]) {
    if (roles.some((role) => allowed.includes(role))) held.add(permission);
  }
  return held;
}

/** The roles that hold a permission, for the access matrix and the administrator's page. */
export const holdersOf = (permission: Permission): readonly Role[] => holders[permission];
export const allPermissions = Object.keys(holders) as Permission[];
