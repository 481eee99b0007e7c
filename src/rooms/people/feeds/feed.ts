import { refused } from '../../../platform/access/refusal.ts';
import type { Mapping } from './feed-field.ts';

export const feedKinds = ['school', 'health', 'police', 'housing', 'youth justice', 'early years', 'other'] as const;
export type FeedKind = (typeof feedKinds)[number];
export const kindWords: Readonly<Record<FeedKind, string>> = {
  school: 'School roll',
  health: 'Child health register',
  police: 'Police',
  housing: 'Housing',
  'youth justice': 'Youth justice',
  'early years': 'Early years',
  other: 'Something else',
};

export const feedStates = ['draft', 'shadow', 'live', 'paused', 'ended'] as const;
export type FeedState = (typeof feedStates)[number];
export const stateWords: Readonly<Record<FeedState, { words: string; colour: string; means: string }>> = {
  draft: { words: 'Draft', colour: 'grey', means: 'Being set up. Files can be previewed and tried; nothing goes into the index.' },
  shadow: { words: 'In shadow', colour: 'purple', means: 'Files are matched and counted beside the index. Nothing goes into it.' },
  live: { words: 'Live', colour: 'green', means: 'Files change the index.' },
  paused: { words: 'Paused', colour: 'yellow', means: 'Files are kept but not loaded.' },
  ended: { words: 'Ended', colour: 'red', means: 'No file is taken any more.' },
};

export const dateFormats = ['YYYY-MM-DD', 'DD/MM/YYYY', 'YYYYMMDD', 'DD-Mon-YYYY', 'MM/DD/YYYY'] as const;
export type DateFormat = (typeof dateFormats)[number];
export const nameOrders = ['given first', 'family first', 'unknown'] as const;
export const formats = ['csv', 'json'] as const;

/** A feed and the agreement it is bound to. */
export interface Feed {
  id: string;
  name: string;
  agencyId: string;
  agencyName: string;
  kind: FeedKind;
  agreementReference: string;
  purpose: string;
  lawfulBasis: string;
  covers: string;
  ageFrom: number;
  ageTo: number;
  roleTold: string;
  sensitive: boolean;
  /** How often it should come, in days. */
  everyDays: number;
  format: (typeof formats)[number];
  dateFormat: DateFormat;
  nameOrder: (typeof nameOrders)[number];
  nameScript: string | null;
  femaleCodes: readonly string[];
  maleCodes: readonly string[];
  ownerId: string | null;
  ownerName: string | null;
  clientId: string | null;
  state: FeedState;
  graceDays: number;
  goneLimitPercent: number;
  lastLoadedAt: Date | null;
  late: boolean;
  mappingChangedAt: Date | null;
  liveAgreedAt: Date | null;
}

/** A feed with how its columns are read: all that reading a row needs. */
export interface ReadableFeed extends Feed {
  mapping: Mapping;
}

/** What is done with a file that is taken now: only a live feed changes the index. */
export function runKindFor(state: FeedState): 'dry run' | 'shadow' | 'load' {
  if (state === 'live') return 'load';
  return state === 'shadow' ? 'shadow' : 'dry run';
}

export type DecisionKind = 'shadow' | 'ask to go live' | 'go live' | 'pause' | 'end' | 'let go' | 'keep';
const from: Readonly<Partial<Record<DecisionKind, readonly FeedState[]>>> = {
  shadow: ['draft', 'paused', 'live'],
  'ask to go live': ['shadow', 'paused'],
  'go live': ['shadow', 'paused'],
  pause: ['live', 'shadow'],
  end: ['draft', 'shadow', 'live', 'paused'],
};
const leadsTo: Readonly<Partial<Record<DecisionKind, FeedState>>> = { shadow: 'shadow', 'go live': 'live', pause: 'paused', end: 'ended' };

/** What a feed becomes by a decision; throws refused in words when it may not be taken now. Going live needs shadow first, and again
 *  after its mapping changed. */
export function stateAfter(feed: Pick<Feed, 'state' | 'mappingChangedAt' | 'liveAgreedAt'>, decision: DecisionKind): FeedState {
  if (!from[decision]?.includes(feed.state)) throw refused(`A feed that is ${stateWords[feed.state].words.toLowerCase()} cannot do that`);
  const mappedSince = feed.mappingChangedAt !== null && (feed.liveAgreedAt === null || feed.mappingChangedAt > feed.liveAgreedAt);
  if (feed.state === 'paused' && mappedSince && (decision === 'ask to go live' || decision === 'go live'))
    throw refused('Its mapping has changed since it went live. Run it in shadow first.');
  return leadsTo[decision] ?? feed.state;
}

/** Throws refused unless the mapping may change now: never under a feed that is live. */
export function refuseMappingOf(feed: Pick<Feed, 'state'>): void {
  if (feed.state === 'live') throw refused('This feed is live. Pause it before its mapping changes; it runs in shadow again afterwards.');
  if (feed.state === 'ended') throw refused('This feed has ended');
}

/** True when a complete file may let those go whom it no longer names; otherwise a person looks first: a file cut short must not end a
 *  thousand involvements. Up to ten of a small feed are no sign of a file cut short. */
export function mayLetGo(known: number, gone: number, limitPercent: number): boolean {
  return gone * 100 <= Math.max(known, 1) * limitPercent || (gone <= 1 && known > 1);
}
