import type { Clause } from '../../../access/clauses.ts';
import type { PlainDate } from '../../../time/calendar-day.ts';

/** An organisation whose people use Goldthread, as its administrator keeps it. */
export interface Agency {
  id: string;
  name: string;
  type: AgencyType;
  agreementReference: string | null;
  agreementSignedOn: PlainDate | null;
  dpiaReference: string | null;
  liveFrom: PlainDate | null;
  /** What its agreement lets it send and see today; none without an agreement. */
  clauses: Clause[];
  agreementUntil: PlainDate | null;
  suspendedAt: Date | null;
  suspendedReason: string | null;
  phone: string | null;
  email: string | null;
  version: number;
  changedAt: Date | null;
  changedBy: string | null;
  people: number;
}

/** Kinds of agency (code list 9.3) in words. */
export const agencyTypes = {
  LA_SOCIAL_CARE: 'Council: social care',
  LA_EARLY_HELP: 'Council: early help',
  LA_EDUCATION: 'Council: education',
  LA_HOUSING: 'Council: housing',
  LA_YOT: 'Council: youth justice',
  LA_ADULT: 'Council: adult services',
  LA_PUBLIC_HEALTH: 'Council: public health',
  POLICE: 'Police',
  ICB: 'Integrated care board',
  ACUTE: 'Hospital',
  COMMUNITY_HEALTH: 'Community health',
  CAMHS: 'Child and adolescent mental health',
  GP: 'GP practice',
  SCHOOL: 'School',
  EARLY_YEARS: 'Early years setting',
  PROBATION: 'Probation',
  CAFCASS: 'Cafcass',
  DWP: 'Work and pensions',
  VCS: 'Voluntary sector',
  PRIVATE_PROVIDER: 'Private provider',
  CARER: 'Carer organisation',
  SAFEGUARDING_PARTNERS: 'Safeguarding partners',
} as const;
export type AgencyType = keyof typeof agencyTypes;
export const agencyTypeCodes = Object.keys(agencyTypes) as [AgencyType, ...AgencyType[]];

export type AgencyState = 'working' | 'waiting for its agreement' | 'not live yet' | 'suspended';

/** Where an agency stands today. Its people may sign in only while it is working (S-006). */
export function stateOf(agency: Pick<Agency, 'suspendedAt' | 'clauses' | 'liveFrom'>, today: PlainDate): AgencyState {
  if (agency.suspendedAt) return 'suspended';
  if (agency.clauses.length === 0) return 'waiting for its agreement';
  return agency.liveFrom && agency.liveFrom <= today ? 'working' : 'not live yet';
}
