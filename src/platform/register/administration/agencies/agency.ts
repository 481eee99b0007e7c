import type { FieldError } from '../../../access/refusal.ts';
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
} as const;
export type AgencyType = keyof typeof agencyTypes;
export const agencyTypeCodes = Object.keys(agencyTypes) as [AgencyType, ...AgencyType[]];

export type AgencyState = 'working' | 'waiting for its agreement' | 'not live yet' | 'suspended';

/** Where an agency stands today. Its people may sign in only while it is working (S-006). */
export function stateOf(
  agency: Pick<Agency, 'suspendedAt' | 'agreementSignedOn' | 'dpiaReference' | 'liveFrom'>,
  today: PlainDate,
): AgencyState {
  if (agency.suspendedAt) return 'suspended';
  if (!agency.agreementSignedOn || !agency.dpiaReference) return 'waiting for its agreement';
  return agency.liveFrom && agency.liveFrom <= today ? 'working' : 'not live yet';
}

type Agreement = Pick<Agency, 'agreementReference' | 'agreementSignedOn' | 'dpiaReference' | 'liveFrom'>;

/** What stands against these facts, field by field: an agreement has a reference and a day, nobody goes live before it and the
 *  impact assessment are recorded, or before it was signed (S-006). */
export function agreementProblems(given: Agreement): FieldError[] {
  const problems: FieldError[] = [];
  if (given.agreementSignedOn && !given.agreementReference)
    problems.push({ field: 'agreementReference', message: 'Enter the reference of the signed agreement' });
  if (given.agreementReference && !given.agreementSignedOn)
    problems.push({ field: 'agreementSignedOn', message: 'Enter the day the agreement was signed' });
  if (given.liveFrom && !given.agreementSignedOn)
    problems.push({ field: 'liveFrom', message: 'The agency cannot go live before its agreement is recorded' });
  if (given.liveFrom && !given.dpiaReference)
    problems.push({
      field: 'dpiaReference',
      message: 'Enter the reference of the data protection impact assessment before the agency goes live',
    });
  if (given.liveFrom && given.agreementSignedOn && given.liveFrom < given.agreementSignedOn)
    problems.push({ field: 'liveFrom', message: 'The first day must be the same as or after the day the agreement was signed' });
  return problems;
}
