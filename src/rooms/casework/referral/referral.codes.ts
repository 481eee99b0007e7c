/** Code lists of referrals: children in need census 2025/26, items "referral source" and "primary need"; decisions as the safeguarding dataset has them. */

export const referralSources: Readonly<Record<string, string>> = {
  '1A': 'Individual: family member',
  '1B': 'Individual: acquaintance',
  '1C': 'Individual: self',
  '1D': 'Individual: other',
  '2A': 'Schools',
  '2B': 'Education services',
  '3A': 'Health: GP',
  '3B': 'Health visitor',
  '3C': 'School nurse',
  '3D': 'Other primary health',
  '3E': 'Accident and emergency',
  '3F': 'Other health',
  '4': 'Housing',
  '5A': 'This council: social care',
  '5B': 'This council: other',
  '5C': 'Another council',
  '5D': 'This council: early help',
  '6': 'Police',
  '7': 'Other legal agency',
  '8': 'Other',
  '9': 'Anonymous',
  '10': 'Not known',
};

export const primaryNeeds: Readonly<Record<string, string>> = {
  N1: 'Abuse, neglect or exploitation',
  N2: 'Child’s disability or illness',
  N3: 'Parent’s disability or illness',
  N4: 'Family in acute stress',
  N5: 'Family dysfunction',
  N6: 'Socially unacceptable behaviour',
  N7: 'Low income',
  N8: 'Absent parenting',
  N9: 'Cases other than children in need',
  N0: 'Not stated',
};

export const referralDecisions = {
  ASSESSMENT: 'Single assessment',
  STRATEGY_S47: 'Strategy discussion (section 47)',
  EARLY_HELP: 'Early help',
  ADVICE_SIGNPOST: 'Advice or signposting',
  NFA: 'No further action',
  OTHER: 'Other',
} as const;

export type ReferralDecision = keyof typeof referralDecisions;
export const referralDecisionCodes = Object.keys(referralDecisions) as [ReferralDecision, ...ReferralDecision[]];

/** Outcomes of a strategy discussion (domain 3.8). */
export const strategyOutcomes = {
  S47_JOINT: 'Section 47 enquiry, jointly',
  S47_SINGLE_CSC: 'Section 47 enquiry by social care alone',
  POLICE_SINGLE_AGENCY: 'Police alone, with support',
  S17_ASSESSMENT: 'Assessment under section 17',
  EARLY_HELP: 'Early help',
  NFA: 'No further action',
  LEGAL_ACTION: 'Legal action',
  RECONVENE: 'Meet again',
} as const;
export type StrategyOutcome = keyof typeof strategyOutcomes;
export const strategyOutcomeCodes = Object.keys(strategyOutcomes) as [StrategyOutcome, ...StrategyOutcome[]];
