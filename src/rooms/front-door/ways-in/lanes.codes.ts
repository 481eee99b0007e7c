/** Lanes of the one queue, in the order they are looked at, and who looks first (domain S-001: one form reaches every service). */
export const lanes = [
  ['urgent', 'Urgent'],
  ['general', 'General'],
  ['police', 'Police'],
  ['looked-after', 'Children in care'],
  ['transfer', 'Transfers in'],
  ['youth', 'Young people and exploitation'],
  ['early help', 'Early help'],
  ['disability', 'Disability'],
  ['directory', 'Advice and directory'],
] as const;
export type Lane = (typeof lanes)[number][0];
export const laneKeys = lanes.map(([key]) => key) as unknown as readonly [Lane, ...Lane[]];
export const laneWords: Readonly<Record<string, string>> = Object.fromEntries(lanes);

/** Disciplines of the front door team that may look first. */
export const disciplines = [
  'social work',
  'early help',
  'education',
  'health',
  'police',
  'youth',
  'housing',
  'family information',
] as const;

export const channelWords: Readonly<Record<string, string>> = {
  PHONE: 'By telephone',
  WEB: 'By the form',
  EMAIL: 'By email',
  POLICE_FEED: 'From the police desk',
  WALK_IN: 'In person',
  LETTER: 'By letter',
  PARTNER_SYSTEM: "From a partner's or our own record",
  OUT_OF_HOURS: 'From the out-of-hours team',
  SELF: 'From the family or young person',
  TRANSFER_IN: 'From another council',
  HEALTH_TRIGGER: 'Health concern, child in care',
};
export const channels = Object.keys(channelWords) as unknown as readonly [string, ...string[]];

export const priorityWords: Readonly<Record<number, string>> = { 1: 'At once', 2: 'Today', 3: 'In turn' };

export const rags = ['RED', 'AMBER', 'GREEN'] as const;
export type Rating = (typeof rags)[number];
export const ragWords: Readonly<Record<string, string>> = { RED: 'Red', AMBER: 'Amber', GREEN: 'Green' };
