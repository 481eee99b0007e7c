/** What each agency is asked (form 4.17, agency return): few questions, most answered by one choice, so that a return takes minutes.
 *  A ready answer becomes an item of the return in those words; what is typed beside it goes with it. */

export type ItemKind = 'fact' | 'opinion';

export interface Question {
  key: string;
  ask: string;
  hint?: string;
  /** Whether an answer is a fact or the agency's opinion, unless whoever answers says otherwise. An allegation is always said by hand. */
  kind: ItemKind;
  /** Asked once of the family, or for each child, or for each adult. */
  of: 'family' | 'each child' | 'each adult';
  /** Ready answers; the last is always an explicit nothing known. */
  ready: readonly string[];
  /** Several ready answers may be true at once. */
  several?: true;
  /** What is known must carry its grade and handling code (police intelligence). */
  graded?: true;
  /** May leave the hub only when its owner says so, item by item. */
  careful?: true;
}

export interface QuestionSet {
  key: Discipline;
  name: string;
  /** Types of agency that are asked these (domain list 9.3). */
  agencyTypes: readonly string[];
  questions: readonly Question[];
}

export const disciplines = [
  'police',
  'health',
  'education',
  'housing',
  'probation',
  'adult-mental-health',
  'substance-misuse',
  'domestic-abuse',
  'youth-justice',
  'early-years',
  'voluntary',
] as const;
export type Discipline = (typeof disciplines)[number];

/** The explicit nothing every question offers last: silence is never an answer. */
export const nothing = 'Nothing known';
const involvement: Question = {
  key: 'involved',
  ask: 'Are you working with them now, and who is?',
  kind: 'fact',
  of: 'family',
  ready: ['Working with them now', 'Worked with them before, not now', nothing],
};
const strengths: Question = {
  key: 'strengths',
  ask: 'What is going well, or keeps the child safe?',
  kind: 'opinion',
  of: 'family',
  several: true,
  ready: ['A trusted adult at hand', 'Takes up help that is offered', nothing],
};
const worker: Question = {
  key: 'visit-risk',
  ask: 'Is anyone visiting at risk?',
  kind: 'fact',
  of: 'family',
  several: true,
  ready: ['Visit in pairs', 'Dog at the address', 'Weapons known', nothing],
};

export const questionSets: readonly QuestionSet[] = [
  {
    key: 'police',
    name: 'Police',
    agencyTypes: ['POLICE'],
    questions: [
      {
        key: 'domestic-abuse',
        ask: 'Domestic abuse reported at this address or between these adults in the last 12 months?',
        kind: 'fact',
        of: 'family',
        ready: ['One incident', 'Two or three incidents', 'Four or more incidents', nothing],
      },
      {
        key: 'convictions',
        ask: 'Relevant convictions, cautions or current bail',
        hint: 'Only what bears on a child’s safety',
        kind: 'fact',
        of: 'each adult',
        several: true,
        ready: ['Violence', 'Sexual offences', 'Drugs supply', 'On bail with conditions', nothing],
        careful: true,
      },
      {
        key: 'orders',
        ask: 'Orders in force',
        kind: 'fact',
        of: 'each adult',
        several: true,
        ready: ['Non-molestation order', 'Sexual harm prevention order', 'Stalking protection order', nothing],
      },
      {
        key: 'intelligence',
        ask: 'Intelligence the hub should weigh',
        hint: 'Give its grade and handling code',
        kind: 'opinion',
        of: 'family',
        ready: [nothing],
        graded: true,
        careful: true,
      },
      {
        key: 'missing',
        ask: 'Missing episodes, or found with adults or in places of concern',
        kind: 'fact',
        of: 'each child',
        several: true,
        ready: ['Missing once', 'Missing more than once', 'Found in a place of concern', nothing],
      },
      {
        key: 'protection',
        ask: 'Was anyone taken into police protection?',
        kind: 'fact',
        of: 'each child',
        ready: ['Yes, now', 'Yes, before', 'No', nothing],
      },
      worker,
    ],
  },
  {
    key: 'health',
    name: 'Health',
    agencyTypes: ['COMMUNITY_HEALTH', 'GP', 'ACUTE', 'ICB', 'CAMHS'],
    questions: [
      involvement,
      {
        key: 'attendances',
        ask: 'Injuries or emergency attendances that worry you',
        kind: 'fact',
        of: 'each child',
        several: true,
        ready: ['One attendance', 'Several attendances', 'Injury not explained', nothing],
      },
      {
        key: 'not-brought',
        ask: 'Was the child brought to appointments and immunisations?',
        kind: 'fact',
        of: 'each child',
        ready: ['Brought as arranged', 'Missed some', 'Missed most', nothing],
      },
      {
        key: 'growth',
        ask: 'Growth, development and any condition',
        kind: 'fact',
        of: 'each child',
        ready: ['As expected for age', 'Being followed up', 'Not as expected', nothing],
      },
      {
        key: 'adult-health',
        ask: 'Does an adult’s health affect how the child is cared for?',
        kind: 'opinion',
        of: 'each adult',
        ready: ['No', 'Somewhat', 'A great deal', nothing],
        careful: true,
      },
      {
        key: 'pregnancy',
        ask: 'Is anyone in the household pregnant, and booked?',
        kind: 'fact',
        of: 'family',
        ready: ['Pregnant and booked', 'Pregnant, not booked', 'No', nothing],
      },
      strengths,
    ],
  },
  {
    key: 'education',
    name: 'Education',
    agencyTypes: ['SCHOOL', 'LA_EDUCATION'],
    questions: [
      {
        key: 'attendance',
        ask: 'Attendance this year',
        kind: 'fact',
        of: 'each child',
        ready: ['95% or more', '90% to 95%', '50% to 90%', 'Under 50%', 'Not on a roll', nothing],
      },
      {
        key: 'exclusion',
        ask: 'Suspensions or exclusions',
        kind: 'fact',
        of: 'each child',
        ready: ['Suspended this year', 'Permanently excluded', 'None', nothing],
      },
      {
        key: 'send',
        ask: 'Special educational needs',
        kind: 'fact',
        of: 'each child',
        several: true,
        ready: ['Education, health and care plan', 'SEN support', 'None', nothing],
      },
      {
        key: 'presentation',
        ask: 'How does the child come to school: clothes, food, tiredness, mood?',
        kind: 'opinion',
        of: 'each child',
        several: true,
        ready: ['No concern', 'Sometimes hungry or tired', 'Often hungry or tired', 'Changed lately', nothing],
      },
      {
        key: 'disclosures',
        ask: 'Has the child said anything about being harmed or frightened?',
        hint: 'In the child’s own words',
        kind: 'fact',
        of: 'each child',
        ready: ['Yes', 'No', nothing],
      },
      {
        key: 'collected',
        ask: 'Who brings and collects the child, and how do they get on?',
        kind: 'opinion',
        of: 'each child',
        ready: ['Warm', 'No concern', 'Tense', nothing],
      },
      strengths,
    ],
  },
  {
    key: 'housing',
    name: 'Housing',
    agencyTypes: ['LA_HOUSING'],
    questions: [
      {
        key: 'tenancy',
        ask: 'What do you know of the home?',
        kind: 'fact',
        of: 'family',
        ready: ['Council tenancy', 'Housing association', 'Temporary accommodation', 'Owned or rented privately', nothing],
      },
      {
        key: 'who-lives-there',
        ask: 'Who do you have as living there?',
        kind: 'fact',
        of: 'family',
        ready: ['As the request says', 'Others too', nothing],
      },
      {
        key: 'condition',
        ask: 'Condition of the home, as seen',
        kind: 'fact',
        of: 'family',
        several: true,
        ready: ['No concern', 'Overcrowded', 'In disrepair', 'Unsafe for a child', nothing],
      },
      {
        key: 'arrears',
        ask: 'Arrears or possession',
        kind: 'fact',
        of: 'family',
        ready: ['None', 'Arrears', 'Notice served', nothing],
      },
      {
        key: 'disturbance',
        ask: 'Reports of disturbance or anti-social behaviour',
        kind: 'fact',
        of: 'family',
        ready: ['None', 'Made against them', 'Made by them', nothing],
      },
      worker,
    ],
  },
  {
    key: 'probation',
    name: 'Probation',
    agencyTypes: ['PROBATION'],
    questions: [
      {
        key: 'supervised',
        ask: 'Is an adult supervised by you?',
        kind: 'fact',
        of: 'each adult',
        ready: ['Yes, in the community', 'Yes, in custody', 'Until this year', nothing],
      },
      {
        key: 'risk',
        ask: 'Assessed risk of serious harm to children',
        kind: 'opinion',
        of: 'each adult',
        ready: ['Low', 'Medium', 'High', 'Very high', 'Not assessed', nothing],
        careful: true,
      },
      {
        key: 'conditions',
        ask: 'Licence or order conditions about children or an address',
        kind: 'fact',
        of: 'each adult',
        several: true,
        ready: ['No contact with children', 'Contact only as agreed', 'Not at this address', 'None', nothing],
      },
      {
        key: 'engagement',
        ask: 'How do they keep to supervision?',
        kind: 'opinion',
        of: 'each adult',
        ready: ['Well', 'Partly', 'Not', nothing],
      },
      worker,
    ],
  },
  {
    key: 'adult-mental-health',
    name: 'Adult mental health',
    agencyTypes: ['LA_ADULT', 'CAMHS', 'ICB', 'COMMUNITY_HEALTH'],
    questions: [
      {
        key: 'known',
        ask: 'Is an adult of the family known to you?',
        kind: 'fact',
        of: 'each adult',
        ready: ['Open to a team', 'Closed in the last year', nothing],
        careful: true,
      },
      {
        key: 'parenting',
        ask: 'How does it touch their caring for a child, just now?',
        kind: 'opinion',
        of: 'each adult',
        ready: ['It does not', 'On some days', 'Much of the time', nothing],
        careful: true,
      },
      {
        key: 'crisis',
        ask: 'Crisis or admission in the last 12 months',
        kind: 'fact',
        of: 'each adult',
        ready: ['None', 'Crisis contact', 'Admission', nothing],
        careful: true,
      },
      {
        key: 'child-seen',
        ask: 'Has your service seen the child, and what was noticed?',
        kind: 'opinion',
        of: 'each child',
        ready: ['Seen, no concern', 'Seen, some concern', 'Not seen', nothing],
      },
      strengths,
    ],
  },
  {
    key: 'substance-misuse',
    name: 'Substance misuse',
    agencyTypes: ['VCS', 'LA_PUBLIC_HEALTH'],
    questions: [
      {
        key: 'in-treatment',
        ask: 'Is an adult in treatment with you?',
        kind: 'fact',
        of: 'each adult',
        ready: ['In treatment', 'Left in the last year', nothing],
        careful: true,
      },
      {
        key: 'pattern',
        ask: 'Use now, and how it touches the child',
        kind: 'opinion',
        of: 'each adult',
        ready: ['Abstinent', 'Reducing', 'Unchanged', 'Increasing', nothing],
        careful: true,
      },
      {
        key: 'storage',
        ask: 'Medicine or drugs at home within a child’s reach?',
        kind: 'fact',
        of: 'family',
        ready: ['Locked box in use', 'No locked box', nothing],
      },
      strengths,
    ],
  },
  {
    key: 'domestic-abuse',
    name: 'Domestic abuse service',
    agencyTypes: ['VCS'],
    questions: [
      {
        key: 'support',
        ask: 'Is anyone supported by you?',
        hint: 'Never tell where somebody stays',
        kind: 'fact',
        of: 'each adult',
        ready: ['Supported now', 'Supported before', nothing],
        careful: true,
      },
      {
        key: 'dash',
        ask: 'Risk as last assessed (DASH)',
        kind: 'opinion',
        of: 'each adult',
        ready: ['Standard', 'Medium', 'High, heard at MARAC', 'Not assessed', nothing],
        careful: true,
      },
      {
        key: 'safe-contact',
        ask: 'How and when is it safe to reach the person harmed?',
        kind: 'fact',
        of: 'family',
        ready: ['Only through us', 'By day only', 'No restriction known', nothing],
        careful: true,
      },
      {
        key: 'child-view',
        ask: 'What has the child seen, heard or said?',
        kind: 'fact',
        of: 'each child',
        several: true,
        ready: ['Present at incidents', 'Not present, knows of it', nothing],
      },
      strengths,
    ],
  },
  {
    key: 'youth-justice',
    name: 'Youth justice',
    agencyTypes: ['LA_YOT'],
    questions: [
      {
        key: 'order',
        ask: 'Is the young person working with you?',
        kind: 'fact',
        of: 'each child',
        ready: ['On an order', 'Out-of-court disposal', 'Prevention work', nothing],
      },
      {
        key: 'exploitation',
        ask: 'Signs of exploitation, gangs or county lines',
        kind: 'opinion',
        of: 'each child',
        ready: ['None seen', 'Some', 'Strong', nothing],
        careful: true,
      },
      {
        key: 'safety',
        ask: 'Assessed safety and wellbeing',
        kind: 'opinion',
        of: 'each child',
        ready: ['Low concern', 'Medium concern', 'High concern', 'Very high concern', 'Not assessed', nothing],
      },
      {
        key: 'adults-around',
        ask: 'Who are the adults and friends around them?',
        kind: 'opinion',
        of: 'each child',
        ready: [nothing],
      },
      strengths,
    ],
  },
  {
    key: 'early-years',
    name: 'Early years',
    agencyTypes: ['EARLY_YEARS'],
    questions: [
      {
        key: 'attends',
        ask: 'Does the child come, and how often?',
        kind: 'fact',
        of: 'each child',
        ready: ['As booked', 'Often away', 'Left lately', nothing],
      },
      {
        key: 'development',
        ask: 'Development against what is expected',
        kind: 'opinion',
        of: 'each child',
        ready: ['As expected', 'Some delay', 'Marked delay', nothing],
      },
      {
        key: 'care',
        ask: 'How does the child come: clean, fed, rested, dressed for the weather?',
        kind: 'opinion',
        of: 'each child',
        ready: ['No concern', 'Sometimes not', 'Often not', nothing],
      },
      {
        key: 'marks',
        ask: 'Marks or injuries noted',
        kind: 'fact',
        of: 'each child',
        ready: ['None', 'Noted and explained', 'Noted, not explained', nothing],
      },
      strengths,
    ],
  },
  {
    key: 'voluntary',
    name: 'Voluntary sector',
    agencyTypes: ['VCS', 'PRIVATE_PROVIDER'],
    questions: [
      involvement,
      {
        key: 'seen',
        ask: 'What have you seen or been told?',
        kind: 'fact',
        of: 'family',
        ready: ['No concern', 'Some concern', nothing],
      },
      {
        key: 'view',
        ask: 'What do you make of it?',
        kind: 'opinion',
        of: 'family',
        ready: [nothing],
      },
      strengths,
    ],
  },
];

/** The questions of a discipline. */
export function questionsFor(discipline: string): QuestionSet {
  const set = questionSets.find((one) => one.key === discipline);
  if (!set) throw new Error(`No question set for ${discipline}`);
  return set;
}

/** Which sets an agency of this type may be asked. */
export const setsFor = (agencyType: string): readonly QuestionSet[] => questionSets.filter((set) => set.agencyTypes.includes(agencyType));
