/** Code lists of a share decision (domain 2.4; reliability note on the Children Act 2004 section 16LA; DfE information sharing advice 2024).
 *  Codes are kept with the decision; words may be improved. The law behind them is for an authority's own advisers to confirm. */

export const verdicts = [
  ['SHARE', 'Share all of it'],
  ['PARTIAL', 'Share part of it'],
  ['WITHHOLD', 'Share none of it'],
] as const;
export type Verdict = (typeof verdicts)[number][0];

export const itemKinds = ['fact', 'opinion', 'allegation'] as const;
export type ItemKind = (typeof itemKinds)[number];

/** Function of the recipient that the information serves. */
export const functions = [
  ['CA1989-S47', 'Finding out whether a child suffers significant harm (Children Act 1989, section 47)'],
  ['CA1989-S17', 'Help for a child in need (Children Act 1989, section 17)'],
  ['EARLY-HELP', 'Early help for the family'],
  ['CA2004-S11', 'Safeguarding as part of their own work (Children Act 2004, section 11)'],
  ['EA2002-S175', 'A school’s or college’s duty to safeguard (Education Act 2002, section 175)'],
  ['NHS-CARE', 'Care or treatment by the NHS'],
  ['POLICE', 'Protecting life, preventing or detecting crime'],
  ['PROBATION', 'Supervising someone who is a risk to a child'],
  ['YOUTH-JUSTICE', 'Preventing offending by a young person'],
  ['HOUSING', 'Housing the family safely'],
  ['COURT', 'A decision of a court'],
  ['REGULATOR', 'Inspection or regulation'],
  ['OTHER', 'Another function'],
] as const;
export type FunctionCode = (typeof functions)[number][0];

export const article6 = [
  ['6-1-E', 'Public task: 6(1)(e)'],
  ['6-1-C', 'Legal obligation: 6(1)(c)'],
  ['6-1-D', 'Vital interests, somebody’s life: 6(1)(d)'],
  ['6-1-F', 'Legitimate interests, not for public authorities: 6(1)(f)'],
  ['6-1-A', 'Consent, seldom right for a public authority: 6(1)(a)'],
] as const;
export type Article6 = (typeof article6)[number][0];

export const article9 = [
  ['NONE', 'Nothing in it is special category information'],
  ['9-2-G', 'Substantial public interest: 9(2)(g)'],
  ['9-2-H', 'Health or social care: 9(2)(h)'],
  ['9-2-C', 'Vital interests: 9(2)(c)'],
  ['9-2-F', 'Legal claims or courts: 9(2)(f)'],
  ['9-2-B', 'Social protection law: 9(2)(b)'],
  ['9-2-I', 'Public health: 9(2)(i)'],
  ['9-2-A', 'Explicit consent: 9(2)(a)'],
] as const;
export type Article9 = (typeof article9)[number][0];

/** Conditions of the Data Protection Act 2018, Schedule 1. */
export const dpaConditions = [
  ['NONE', 'None is needed'],
  ['S1-18', 'Safeguarding children and people at risk: paragraph 18'],
  ['S1-2', 'Health or social care: paragraph 2'],
  ['S1-6', 'Statutory and government purposes: paragraph 6'],
  ['S1-1', 'Social protection law: paragraph 1'],
  ['S1-10', 'Preventing or detecting unlawful acts: paragraph 10'],
  ['S1-17', 'Counselling: paragraph 17'],
  ['S1-33', 'Legal claims: paragraph 33'],
] as const;
export type DpaCondition = (typeof dpaConditions)[number][0];

export const statutes = [
  ['CA2004-S16LA', 'Duty to share information: Children Act 2004, section 16LA'],
  ['CA2004-S10', 'Co-operation to improve well-being: Children Act 2004, section 10'],
  ['CA2004-S11', 'Safeguarding and promoting welfare: Children Act 2004, section 11'],
  ['CA1989-S17', 'Child in need: Children Act 1989, section 17'],
  ['CA1989-S27', 'Help between authorities: Children Act 1989, section 27'],
  ['CA1989-S47', 'Enquiries into significant harm: Children Act 1989, section 47'],
  ['EA2002-S175', 'Schools and colleges: Education Act 2002, section 175'],
  ['CDA1998-S115', 'Crime and disorder: Crime and Disorder Act 1998, section 115'],
  ['POLICE', 'Policing purposes at common law'],
  ['ORDER', 'An order of a court'],
  ['OTHER', 'Another law'],
] as const;
export type Statute = (typeof statutes)[number][0];

/** What the common-law duty of confidence rests on, apart from data protection (domain 2.4). */
export const confidences = [
  ['not confidential', 'It was not given in confidence'],
  ['public interest', 'The public interest in protecting the child outweighs the confidence'],
  ['required by law', 'The law requires it'],
  ['agreement', 'Whoever it was told by agrees'],
] as const;
export type Confidence = (typeof confidences)[number][0];

export const detriments = [
  ['no more detrimental', 'No: sharing does no more harm to the child than not sharing'],
  ['more detrimental', 'Yes: sharing would harm the child more than not sharing'],
  ['not asked', 'The question was not asked'],
] as const;
export type Detriment = (typeof detriments)[number][0];

export const grounds = [
  ['DETRIMENT', 'Sharing it would harm the child more than not sharing'],
  ['NOT-RELEVANT', 'It is not relevant to safeguarding or promoting the child’s welfare'],
  ['NOT-FUNCTION', 'It would not help the recipient’s functions'],
  ['MINIMUM', 'Less is enough for the purpose'],
  ['NOT-OURS', 'It belongs to another agency, which has not agreed or was not asked'],
  ['LAW', 'The law forbids it; advice was taken'],
] as const;
export type Ground = (typeof grounds)[number][0];

export const tellings = [
  ['told before', 'Yes, they know'],
  ['to be told', 'Not yet: they will be told'],
  ['not told', 'No: telling them would raise the risk or defeat the purpose'],
] as const;
export type Telling = (typeof tellings)[number][0];

export const agreements = [
  ['agreed', 'Asked, and they agreed'],
  ['refused', 'Asked, and they did not agree'],
  ['not sought', 'Not asked'],
] as const;
export type Agreement = (typeof agreements)[number][0];

export const methods = ['in Goldthread', 'secure e-mail', 'by telephone', 'in person', 'in a meeting', 'by letter'] as const;
export type Method = (typeof methods)[number];

export const openings = ['everyone who helps', 'social care'] as const;
export type Opening = (typeof openings)[number];

/** Agency types bound by section 16LA as we read it: bodies of section 11(1), education and childcare agencies. Providers under arrangement are not known
 *  to be such from their type, so the duty is not assumed for them. */
export const listedAgencyTypes: ReadonlySet<string> = new Set([
  'LA_SOCIAL_CARE',
  'LA_EARLY_HELP',
  'LA_EDUCATION',
  'LA_HOUSING',
  'LA_YOT',
  'LA_ADULT',
  'LA_PUBLIC_HEALTH',
  'POLICE',
  'PROBATION',
  'ICB',
  'ACUTE',
  'COMMUNITY_HEALTH',
  'CAMHS',
  'GP',
  'SCHOOL',
  'EARLY_YEARS',
]);

/** The words of a code in one of the lists above. */
export const wordsOf = (list: readonly (readonly [string, string])[], code: string | null): string =>
  list.find(([one]) => one === code)?.[1] ?? code ?? '';
