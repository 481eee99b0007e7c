/** Code lists of early help: states (domain 3.6), closure codes, domains of the common assessment (domain 4.3), family needs (domain 6.1). */

export const episodeStates = {
  REQUESTED: 'Asked for',
  AGREED: 'Agreed with the family',
  ASSESSING: 'Assessing',
  ASSESSED: 'Assessed',
  TAF_FORMED: 'Team formed',
  PLAN_ACTIVE: 'Plan agreed',
  REVIEW: 'Plan under review',
  CLOSING: 'Closing asked for',
  CLOSED: 'Closed',
  NOT_AGREED: 'Not agreed',
  STEPPED_UP: 'Stepped up to social care',
  MOVED_OUT: 'Moved away',
} as const;
export type EpisodeState = keyof typeof episodeStates;
export const episodeStateCodes = Object.keys(episodeStates) as [EpisodeState, ...EpisodeState[]];

export const closureCodes = {
  NEEDS_MET: 'Needs met',
  PARTLY_MET_UNIVERSAL: 'Partly met, everyday services continue',
  AGREEMENT_WITHDRAWN: 'Family withdrew its agreement',
  NOT_ENGAGED: 'Family did not take part',
  STEPPED_UP_CIN: 'Stepped up: child in need',
  STEPPED_UP_CP: 'Stepped up: child protection',
  BECAME_LAC: 'Child came into our care',
  MOVED_AREA: 'Moved away',
  DUPLICATE: 'Recorded twice',
  AGED_OUT: 'Too old for the service',
  DIED: 'Died',
} as const;
export type ClosureCode = keyof typeof closureCodes;
export const closureCodeList = Object.keys(closureCodes) as [ClosureCode, ...ClosureCode[]];

export type DomainSection = 'The children' | 'Parents and carers' | 'Family and surroundings';
export interface AssessmentDomain {
  code: string;
  section: DomainSection;
  name: string;
  prompt: string;
}

/** The nineteen domains of the common assessment framework, in its order. */
export const assessmentDomains: readonly AssessmentDomain[] = [
  {
    code: 'general-health',
    section: 'The children',
    name: 'General health',
    prompt: 'Conditions, appointments, immunisations, sleep, food, teeth',
  },
  { code: 'physical-development', section: 'The children', name: 'Physical development', prompt: 'Growing, moving, seeing, hearing' },
  {
    code: 'speech-language',
    section: 'The children',
    name: 'Speech, language and communication',
    prompt: 'Understanding and being understood, home languages',
  },
  {
    code: 'emotional-social',
    section: 'The children',
    name: 'Emotional and social development',
    prompt: 'Feeling safe, coping, closeness, friends',
  },
  { code: 'behaviour', section: 'The children', name: 'Behaviour', prompt: 'Self-control, risk, what it tells us' },
  {
    code: 'identity',
    section: 'The children',
    name: 'Identity and self-image',
    prompt: 'Belonging, culture, faith, how they see themselves',
  },
  {
    code: 'relationships',
    section: 'The children',
    name: 'Family and social relationships',
    prompt: 'Who matters to them, caring for others',
  },
  {
    code: 'self-care',
    section: 'The children',
    name: 'Looking after themselves',
    prompt: 'Dressing, washing, getting about, independence for their age',
  },
  { code: 'understanding', section: 'The children', name: 'Understanding and problem-solving', prompt: 'Reasoning, play, curiosity' },
  { code: 'participation', section: 'The children', name: 'Taking part in learning', prompt: 'Attendance, punctuality, lateness, access' },
  {
    code: 'progress',
    section: 'The children',
    name: 'Progress and achievement',
    prompt: 'How learning is going, special educational needs',
  },
  { code: 'aspirations', section: 'The children', name: 'Hopes for the future', prompt: 'Ambition, confidence, motivation' },
  {
    code: 'basic-care',
    section: 'Parents and carers',
    name: 'Basic care, safety and protection',
    prompt: 'Food, warmth, hygiene, keeping safe',
  },
  { code: 'emotional-warmth', section: 'Parents and carers', name: 'Warmth and stability', prompt: 'Affection, praise, steadiness' },
  {
    code: 'guidance',
    section: 'Parents and carers',
    name: 'Guidance, boundaries and stimulation',
    prompt: 'Rules, talk, play, encouragement',
  },
  {
    code: 'family-history',
    section: 'Family and surroundings',
    name: 'Family history and wellbeing',
    prompt: 'Illness, loss, separation, violence, substances',
  },
  { code: 'wider-family', section: 'Family and surroundings', name: 'Wider family', prompt: 'Who helps, who could' },
  {
    code: 'housing-money',
    section: 'Family and surroundings',
    name: 'Housing, work and money',
    prompt: 'Home, employment, benefits, debt',
  },
  {
    code: 'community',
    section: 'Family and surroundings',
    name: 'Neighbourhood and community',
    prompt: 'Places to go, services, faith groups, isolation',
  },
];
export const domainCodes = assessmentDomains.map((domain) => domain.code) as [string, ...string[]];

/** Needs of the national family needs framework (Supporting Families 2022), by code. */
export const familyNeeds: Readonly<Record<string, string>> = {
  '1.1': 'Attendance under 90% over two terms',
  '1.2': 'Severely absent (under 50%)',
  '1.3': 'Excluded or not in suitable full-time education',
  '1.4': 'Special educational needs not met',
  '2.1': 'Expectant or new parents needing extra help',
  '2.2': 'Under five: physical health needs not met',
  '2.3': 'Under five: developmental needs not met',
  '3.1': 'Child’s mental health',
  '3.2': 'Adult’s mental health',
  '3.3': 'Learning disability, neurodiversity or physical health affecting the family',
  '4.1': 'Adult’s substance use',
  '4.2': 'Child’s substance use',
  '5.1': 'Parenting support',
  '5.2': 'Harmful conflict between parents',
  '5.3': 'Child violent in the home',
  '5.4': 'Unsupported young carer',
  '6.1': 'Abuse or neglect in the household',
  '6.2': 'Going missing',
  '6.3': 'Sexual exploitation',
  '6.4': 'Criminal exploitation',
  '6.5': 'Radicalisation',
  '6.6': 'Harm outside the family',
  '7.1': 'Adult crime or anti-social behaviour in 12 months',
  '7.2': 'Child at risk of crime',
  '7.3': 'Child crime or anti-social behaviour in 12 months',
  '8.1': 'Victim of domestic abuse in the family',
  '8.2': 'Perpetrator of domestic abuse in the family',
  '8.3': 'Child affected by domestic abuse',
  '9.1': 'Temporary accommodation at risk',
  '9.2': 'Unsuitable housing or risk of homelessness',
  '9.3': '16 or 17 and excluded from home',
  '10.1': 'Workless adult',
  '10.2': 'Unmanageable debt or poverty',
  '10.3': 'Young person not in education, work or training',
};
export const needCodes = Object.keys(familyNeeds) as [string, ...string[]];

export const sharingAgencies = [
  'School or nursery',
  'Health visitor or school nurse',
  'GP',
  'Mental health',
  'Housing',
  'Police',
  'Voluntary organisations',
  'Adult services',
] as const;
export const ragWords = { G: 'On track', A: 'Some worry', R: 'Off track', B: 'Done' } as const;
export type Rag = keyof typeof ragWords;
export const ragCodes = ['G', 'A', 'R', 'B'] as const;
