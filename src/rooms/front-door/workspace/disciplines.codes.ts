/** Disciplines of the access team (S-002): who may be on duty, asked for a view, and pull first. Routing rules speak of the same. */
export const disciplines = [
  'social work',
  'early help',
  'education',
  'early years',
  'youth',
  'health',
  'police',
  'housing',
  'family information',
  'domestic abuse',
  'mental health',
  'substance misuse',
  'probation',
] as const;
export type Discipline = (typeof disciplines)[number];

/** A discipline as a heading or a choice says it. */
export const disciplineWords = (key: string): string => key.charAt(0).toUpperCase() + key.slice(1);
