import type { Chance } from '../population/chance.ts';
import type { Child, Family, Sex } from '../population/person.ts';

/** One record while it is being written down: what the clerk means to write, and which slips were made. */
export interface Draft {
  given: string[];
  middle: string[];
  family: string[];
  join: string;
  sex: Sex | '' | 'U';
  born: string;
  /** The kinds of slip made, such as `given:typo`. */
  slips: string[];
}

/** What a slip may know: whose record it is, when it was last brought up to date, and how careful the feed is (1 usual, 2 makes twice as
 *  many slips). */
export interface Clerk {
  child: Child;
  family: Family;
  asOf: number;
  care: number;
  feed: string;
  chance: Chance;
}

/** A kind of slip: how often it happens (0 where it cannot), and what it does; false where it changed nothing. */
export interface Slip {
  kind: string;
  rate: (draft: Draft, clerk: Clerk) => number;
  make: (draft: Draft, clerk: Clerk) => boolean;
}

/** Makes each slip of the list by its own chance, at most `most` of them. */
export function makeSlips(slips: readonly Slip[], draft: Draft, clerk: Clerk, most: number): void {
  let made = 0;
  for (const slip of slips) {
    const rate = slip.rate(draft, clerk);
    if (rate <= 0 || !clerk.chance.happens(rate) || !slip.make(draft, clerk)) continue;
    draft.slips.push(slip.kind);
    if ((made += 1) === most) return;
  }
}
