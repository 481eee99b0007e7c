/** An information-sharing agreement with an agency: clauses, signatures, impact assessment, and where it stands (S-006). */
import type { Clause } from '../../../access/clauses.ts';
import type { FieldError } from '../../../access/refusal.ts';
import type { Role } from '../../../access/roles.ts';
import { addDays, type PlainDate } from '../../../time/calendar-day.ts';

export interface Agreement {
  id: string;
  agencyId: string;
  number: number;
  reference: string;
  clauses: Clause[];
  purposes: string;
  lawfulBasis: string;
  retention: string;
  startsOn: PlainDate;
  reviewOn: PlainDate;
  endsOn: PlainDate | null;
  theirsBy: string | null;
  theirsOn: PlainDate | null;
  oursBy: string | null;
  oursOn: PlainDate | null;
  dpiaReference: string | null;
  standsFrom: Date | null;
  endedAt: Date | null;
  endedWhy: string | null;
  version: number;
}

export type AgreementState = 'to be signed' | 'impact assessment missing' | 'ready to stand' | 'stands' | 'ended';

/** Where an agreement stands; it binds nobody before both signed and the impact assessment is recorded. */
export function agreementState(one: Pick<Agreement, 'theirsOn' | 'oursOn' | 'dpiaReference' | 'standsFrom' | 'endedAt'>): AgreementState {
  if (one.endedAt) return 'ended';
  if (one.standsFrom) return 'stands';
  if (!one.theirsOn || !one.oursOn) return 'to be signed';
  return one.dpiaReference ? 'ready to stand' : 'impact assessment missing';
}

/** What stands against a draft, field by field. `today` is London's. */
export function agreementProblems(given: Pick<Agreement, 'clauses' | 'startsOn' | 'reviewOn' | 'endsOn'>, today: PlainDate): FieldError[] {
  const problems: FieldError[] = [];
  if (given.clauses.length === 0) problems.push({ field: 'clauses', message: 'Select at least one thing the agency may do' });
  if (given.reviewOn < given.startsOn) problems.push({ field: 'reviewOn', message: 'The review must be on or after the first day' });
  if (given.reviewOn > addDays(given.startsOn, 2 * 366))
    problems.push({ field: 'reviewOn', message: 'An agreement is looked at again within two years of its first day' });
  if (given.endsOn && given.endsOn < given.startsOn)
    problems.push({ field: 'endsOn', message: 'The last day must be on or after the first day' });
  if (given.endsOn && given.endsOn < today) problems.push({ field: 'endsOn', message: 'The last day must be today or later' });
  return problems;
}

/** Words a small group's agreement starts from, in plain English; the partnership manager may change each. */
export const starterWords = {
  purposes: 'To notice early when a child or family needs help, and to help them together, so that nobody has to tell their story twice.',
  lawfulBasis: [
    'Public task (UK GDPR Article 6(1)(e)) and, for health and other sensitive facts, substantial public interest (Article 9(2)(g);',
    'Data Protection Act 2018, Schedule 1, paragraph 18, safeguarding of children and of individuals at risk).',
    'Children Act 2004, sections 10 and 11; Working Together to Safeguard Children.',
  ].join(' '),
  retention: 'Each side keeps what it is sent as long as its own records of the family, and destroys it with them.',
} as const;

/** Roles an agency's administrator may give under these clauses: the partners' own, and family work where the agreement has it. */
export const rolesUnder = (clauses: readonly Clause[]): Role[] => [
  ...partnerRoles,
  ...(clauses.includes('families') ? (['LP', 'FSW'] as const) : []),
];
const partnerRoles = [
  ...(['REF', 'DSL', 'SENCO', 'HV', 'SN', 'MIDW', 'GP', 'CLIN', 'POL_PPD'] as const),
  ...(['PROB', 'YOT', 'HOUS', 'ADULT_MH', 'ADULT_SM', 'IDVA', 'VCS', 'AG_ADM'] as const),
];
