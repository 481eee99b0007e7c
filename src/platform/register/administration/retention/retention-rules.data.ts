/** How long each class of record is kept unless an authority decides otherwise (domain list 2.6; to be checked against local policy). */
export interface RetentionRule {
  recordClass: string;
  keepYears: number;
  countedFrom: string;
  basis: 'statutory' | 'local' | 'professional';
  source: string;
  legalHold: boolean;
}

const rule = (
  recordClass: string,
  keepYears: number,
  countedFrom: string,
  basis: RetentionRule['basis'],
  source: string,
): RetentionRule => ({
  recordClass,
  keepYears,
  countedFrom,
  basis,
  source,
  legalHold: false,
});

export const retentionDefaults: readonly RetentionRule[] = [
  rule('contact-no-further-action', 3, 'closure', 'professional', 'Common local authority schedules; confirm locally'),
  rule('referral-no-further-action', 6, 'closure', 'professional', 'Common local authority schedules; confirm locally'),
  rule(
    'early-help',
    6,
    'closure, or the 25th birthday where that is later by local policy',
    'local',
    'Common local authority schedules; confirm locally',
  ),
  rule('child-in-need', 25, 'date of birth', 'local', 'Local policy: to age 25'),
  rule('child-protection', 35, 'date of birth', 'local', 'Local policy: to age 25 or 35; the longer is kept until the authority decides'),
  rule(
    'looked-after',
    75,
    'date of birth (15 years from death before 18)',
    'statutory',
    'Care Planning, Placement and Case Review (England) Regulations 2010, regulation 50',
  ),
  rule('adoption', 100, 'adoption order', 'statutory', 'Disclosure of Adoption Information (Post-Commencement Adoptions) Regulations 2005'),
  rule('foster-carer', 10, 'end of approval', 'statutory', 'Fostering Services (England) Regulations 2011, regulation 32'),
  rule('audit-log', 7, 'last event', 'local', 'Local policy; longer where the record it is about is kept longer'),
  rule('direct-payment-ledger', 7, 'end of the financial year', 'professional', 'Financial regulations: six years and the current one'),
];
