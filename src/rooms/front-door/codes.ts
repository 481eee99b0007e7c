/** Code lists of the front door. Shown in this order; codes are the children in need census's where it has them (domain 9.1). */

/** Assessment factors in use as structured reasons for a level: code and words. 18A and 19A must no longer be used. */
export const factors: readonly (readonly [string, string])[] = [
  ['16A', 'Neglect'], ['17A', 'Emotional abuse'], ['18C', 'Physical abuse by an adult'], ['18B', 'Physical abuse by a child'], ['19C', 'Sexual abuse by an adult'], ['19B', 'Sexual abuse by a child'],
  ['3A', 'Domestic abuse: child is a victim'], ['3B', 'Domestic abuse: parent or carer is a victim'], ['3C', 'Domestic abuse: another person at home'],
  ['1B', 'Parent or carer\'s alcohol misuse'], ['2B', 'Parent or carer\'s drug misuse'], ['4B', 'Parent or carer\'s mental health'], ['5B', 'Parent or carer\'s learning disability'], ['6B', 'Parent or carer\'s physical disability or illness'],
  ['1A', 'Child\'s alcohol misuse'], ['2A', 'Child\'s drug misuse'], ['4A', 'Child\'s mental health'], ['5A', 'Child\'s learning disability'], ['6A', 'Child\'s physical disability or illness'],
  ['1C', 'Another person\'s alcohol misuse at home'], ['2C', 'Another person\'s drug misuse at home'], ['4C', 'Another person\'s mental health at home'], ['5C', 'Another person\'s learning disability at home'], ['6C', 'Another person\'s disability or illness at home'],
  ['7A', 'Young carer'], ['8F', 'Privately fostered'], ['9A', 'Unaccompanied asylum-seeking child'], ['10A', 'Missing'], ['11A', 'Child sexual exploitation'], ['24A', 'Child criminal exploitation'],
  ['12A', 'Trafficking'], ['13A', 'Gangs'], ['14A', 'Socially unacceptable behaviour'], ['15A', 'Self-harm'], ['22A', 'Female genital mutilation'], ['23A', 'Abuse linked to faith or belief'], ['20', 'Other'],
];

export const factorLabel = (code: string): string => factors.find(([one]) => one === code)?.[1] ?? code;

/** Kinds of worry a referrer may tick (domain 3.3). */
export const concernCategories = [
  'Neglect', 'Emotional abuse', 'Physical abuse', 'Sexual abuse', 'Domestic abuse: child', 'Domestic abuse: parent', 'Domestic abuse: other',
  'Alcohol misuse: child', 'Alcohol misuse: parent', 'Alcohol misuse: other', 'Drug misuse: child', 'Drug misuse: parent', 'Drug misuse: other', 'Drug dealing: child', 'Drug dealing: parent', 'Drug dealing: other',
  'Mental health: child', 'Mental health: parent', 'Mental health: other', 'Learning disability: child', 'Learning disability: parent', 'Learning disability: other', 'Illness or disability: child', 'Illness or disability: parent', 'Illness or disability: other',
  'Offending: child', 'Offending: parent', 'Offending: other', 'Self-harm', 'School absence', 'Peer abuse', 'Cyber-bullying', 'Harmful sexual behaviour', 'Child sexual exploitation', 'Child criminal exploitation', 'County lines', 'Gangs', 'Trafficking',
  'Missing', 'Female genital mutilation', 'Abuse linked to faith', 'Anti-social behaviour', 'Contact dispute', 'Financial support', 'Housing', 'Immigration: child', 'Immigration: parent', 'Privately fostered', 'Young carer',
  'Adult who works with children', 'Transfer in', 'Child death', 'Other',
] as const;

/** Ethnicity codes of the census. */
export const ethnicities: readonly (readonly [string, string])[] = [
  ['WBRI', 'White British'], ['WIRI', 'White Irish'], ['WIRT', 'Traveller of Irish heritage'], ['WROM', 'Gypsy or Roma'], ['WOTH', 'Any other White background'],
  ['MWBC', 'White and Black Caribbean'], ['MWBA', 'White and Black African'], ['MWAS', 'White and Asian'], ['MOTH', 'Any other mixed background'],
  ['AIND', 'Indian'], ['APKN', 'Pakistani'], ['ABAN', 'Bangladeshi'], ['AOTH', 'Any other Asian background'], ['BCRB', 'Black Caribbean'], ['BAFR', 'Black African'], ['BOTH', 'Any other Black background'],
  ['CHNE', 'Chinese'], ['OOTH', 'Any other ethnic group'], ['REFU', 'Prefer not to say'], ['NOBT', 'Not known'],
];

/** Referral source of the census by the referrer's agency type; '10' is unknown. */
const sourceByAgency: Record<string, string> = {
  SCHOOL: '2A', LA_EDUCATION: '2B', EARLY_YEARS: '2B', GP: '3A', COMMUNITY_HEALTH: '3D', ACUTE: '3E', ICB: '3F', CAMHS: '3F', LA_HOUSING: '4', LA_SOCIAL_CARE: '5A', LA_ADULT: '5B', LA_YOT: '5B', LA_PUBLIC_HEALTH: '5B',
  LA_EARLY_HELP: '5D', POLICE: '6', PROBATION: '7', CAFCASS: '7', VCS: '8', PRIVATE_PROVIDER: '8', DWP: '8', CARER: '1D',
};

export const sourceOf = (agencyType: string | null, role: string | null): string => {
  if (role === 'HV') return '3B';
  if (role === 'SN') return '3C';
  return (agencyType && sourceByAgency[agencyType]) || (agencyType ? '8' : '10');
};

export const sourceWords: Record<string, string> = {
  '1A': 'Family member', '1B': 'Friend or neighbour', '1C': 'Self', '1D': 'Other individual', '2A': 'School', '2B': 'Education service', '3A': 'GP', '3B': 'Health visitor', '3C': 'School nurse', '3D': 'Other primary health',
  '3E': 'Accident and emergency', '3F': 'Other health', '4': 'Housing', '5A': 'Social care', '5B': 'Council, other', '5C': 'Another council', '5D': 'Early help', '6': 'Police', '7': 'Other legal agency', '8': 'Other', '9': 'Anonymous', '10': 'Not known',
};

/** How a member of the public says they know the child, as census sources. */
export const publicSources: readonly (readonly [string, string])[] = [
  ['1A', 'I am a parent, carer or relative'], ['1B', 'I am a friend or neighbour'], ['1C', 'I am the child or young person'], ['1D', 'I know them some other way'], ['8', 'I work with them'],
];

/** Primary need of the census (9.1), carried by a referral. */
export const primaryNeeds: readonly (readonly [string, string])[] = [
  ['N1', 'Abuse, neglect or exploitation'], ['N2', 'Child\'s disability or illness'], ['N3', 'Parent\'s disability or illness'], ['N4', 'Family in acute stress'], ['N5', 'Family dysfunction'],
  ['N6', 'Socially unacceptable behaviour'], ['N7', 'Low income'], ['N8', 'Absent parenting'], ['N9', 'Cases other than child in need'], ['N0', 'Not stated'],
];
