import { answerOf, score } from './score.ts';
import { truthOf } from './truth.ts';

/** Scores a case small enough to do by hand, and throws where the scorer does not agree with the hand: run before anything is measured. */
export function checkScore(): void {
  // Ann has three records, her twin Amy two, their brother Bob one, and Cyd, a stranger, two.
  const truth = truthOf([
    ['1', 'ann', 'm', 't', 'x'],
    ['2', 'ann', 'm', 't', 'x'],
    ['3', 'ann', 'm', 't', 'x'],
    ['4', 'amy', 'm', 't', 'x'],
    ['5', 'amy', 'm', 't', 'x'],
    ['6', 'bob', 'm', '', 'x'],
    ['7', 'cyd', 'n', '', 'y'],
    ['8', 'cyd', 'n', '', 'y'],
  ]);
  // Ann's first two together; her third with one of Amy's and with Bob; Amy's other in review; Cyd whole; record 9 is invented.
  const found = score(
    truth,
    answerOf(truth, [
      ['1', 'a', 'link'],
      ['2', 'a', 'link'],
      ['3', 'b', 'link'],
      ['4', 'b', 'link'],
      ['5', 'c', 'review'],
      ['6', 'b', 'link'],
      ['7', 'd', 'link'],
      ['8', 'd', 'link'],
      ['9', 'd', 'link'],
    ]),
  );
  const byHand: Partial<Record<keyof typeof found, number>> = {
    truePairs: 5,
    joinedPairs: 5,
    rightPairs: 2,
    precision: 0.4,
    recall: 0.4,
    twinPairs: 1,
    twinPairsMerged: 1,
    siblingPairs: 2,
    siblingPairsMerged: 2,
    unrelatedPairsMerged: 0,
    people: 4,
    single: 1,
    singleMerged: 1,
    wholeShare: 0.25,
    reviewShare: 1 / 8,
    unlisted: 1,
  };
  for (const [what, expected] of Object.entries(byHand)) {
    const said = Number(found[what as keyof typeof found]);
    if (!(Math.abs(said - expected) < 1e-9)) throw new Error(`The scorer says ${what} is ${said}, by hand it is ${expected}.`);
  }
}
