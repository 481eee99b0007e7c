/** Kinds of warning note (domain 2.6, after Hackney's list). */
export const warningKinds = [
  'Adult posing risk',
  'Contact arrangement',
  'Do not disclose',
  'Possible duplicate record',
  'Harm outside the home',
  'MARAC',
  'Protection order',
  'Home environment risk',
  'Risk to worker',
  'Safeguarding agreement',
] as const;
