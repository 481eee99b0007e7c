import type { Asked } from '../../../../platform/web/route.ts';
import { groupings, type Grouping } from '../../incident.ts';
import { laneWords } from '../../ways-in/lanes.codes.ts';
import { changeNumber } from '../../workspace/change.ts';

/** Which contacts, in words. */
export const shows = {
  open: 'all open',
  waiting: 'waiting for a decision',
  mine: 'held by me',
  decided: 'decided, referrer to be told',
} as const;
export type Show = keyof typeof shows;

/** What the reader looks at, as the address says it. */
export interface Looking {
  show: Show;
  page: number;
  by: Grouping;
  lane: string | null;
  since: string | null;
}

/** What an address asks to look at; anything it does not know is the whole queue, by family. */
export function lookingAt(query: Asked['query']): Looking {
  const lane = query['lane'] ?? '';
  return {
    show: query['show'] && query['show'] in shows ? (query['show'] as Show) : 'open',
    page: /^[1-9]\d{0,4}$/.test(query['page'] ?? '') ? Number(query['page']) : 1,
    by: groupings.find((one) => one === query['by']) ?? 'family',
    lane: lane === 'duty' || lane in laneWords ? lane : null,
    since: changeNumber(query['since']),
  };
}

/** The address of the same look with something else about it. */
export function hrefOf(looking: Looking, change: Partial<Looking> = {}): string {
  const { show, page, by, lane, since } = { ...looking, since: null, ...change };
  const query = new URLSearchParams({ show });
  if (page > 1) query.set('page', String(page));
  if (by !== 'family') query.set('by', by);
  if (lane) query.set('lane', lane);
  if (since) query.set('since', since);
  return `/front-door?${query.toString()}`;
}
