import { communityNames } from './communities.codes.ts';
import { wilson, type Share } from './interval.ts';

export const runKinds = ['silver truth', 'implausible lives'] as const;
export type RunKind = (typeof runKinds)[number];
export type RunState = 'waiting' | 'running' | 'stopped' | 'done' | 'failed';

export interface Run {
  id: string;
  kind: RunKind;
  state: RunState;
  askedAt: Date;
  askedBy: string | null;
  step: string | null;
  done: number;
  total: number;
  modelVersion: string | null;
  finishedAt: Date | null;
  note: string | null;
}

export interface Figure {
  measure: string;
  part: string;
  numerator: number;
  denominator: number;
}

export const measures = {
  precision: 'pair precision',
  recall: 'pair recall',
  community: 'recall by community',
  implausible: 'implausible lives',
} as const;

/** Kinds of life that cannot be, and what each is a sign of. */
export const lifeKinds = {
  'two schools': 'On the roll of two schools at once',
  'one number on two people': 'One number on two people',
  'two births': 'Sources give dates of birth more than a year apart',
  'twins share a number': 'A twin pair shares a number',
  'died but active': 'Died, and someone is still involved',
  'seen before birth': 'Known before being born',
} as const;
export type LifeKind = keyof typeof lifeKinds;

/** Fewer pairs than this are not shown: a small group could be known by it. */
const smallest = 6;
/** A gap between communities is only told of groups with at least this many pairs. */
const enoughForGap = 30;

export interface CommunityRecall {
  name: string;
  share: Share | null;
}

/** Recall by community, best first; small groups suppressed. Pure. */
export function byCommunity(figures: readonly Figure[]): CommunityRecall[] {
  return figures
    .filter((one) => one.measure === measures.community)
    .map((one) => ({
      name: communityNames[one.part] ?? one.part,
      share: one.denominator < smallest ? null : wilson(one.numerator, one.denominator),
    }))
    .toSorted((a, b) => (b.share?.share ?? -1) - (a.share?.share ?? -1) || a.name.localeCompare(b.name));
}

/** The gap between the best and the worst community in points, of those with enough pairs; null with fewer than two of them. */
export function gapOf(communities: readonly CommunityRecall[]): { best: string; worst: string; points: number } | null {
  const enough = communities.filter((one) => (one.share?.denominator ?? 0) >= enoughForGap);
  const [best, worst] = [enough[0], enough.at(-1)];
  if (!best?.share || !worst?.share || best === worst) return null;
  return { best: best.name, worst: worst.name, points: ((best.share.share ?? 0) - (worst.share.share ?? 0)) * 100 };
}

/** The share of a measure as a whole; null where it was not measured. */
export function shareOf(figures: readonly Figure[], measure: string): Share | null {
  const one = figures.find((it) => it.measure === measure && it.part === 'all');
  return one ? wilson(one.numerator, one.denominator) : null;
}
