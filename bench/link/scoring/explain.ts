/** `node bench/link/scoring/explain.ts FOLDER CLUSTERS.csv`: which slips the missed pairs had, by kind, and who was put together who are
 *  not one. For development seeds only. */
import { join } from 'node:path';
import { printTable } from '../../print-table.ts';
import { checkScore } from './check-score.ts';
import { communityGap, eachGroup, mergedPeople, readAnswer, relation, score, type Answer } from './score.ts';
import { readTruth, type Truth } from './truth.ts';

interface Tally {
  pairs: number;
  missed: number;
  alone: number;
  aloneMissed: number;
}

function missesByKind(truth: Truth, answer: Answer): Map<string, Tally> {
  const found = new Map<string, Tally>();
  const count = (kind: string, alone: boolean, missed: boolean): void => {
    const tally = found.get(kind) ?? { pairs: 0, missed: 0, alone: 0, aloneMissed: 0 };
    found.set(kind, tally);
    tally.pairs += 1;
    if (missed) tally.missed += 1;
    if (alone) tally.alone += 1;
    if (alone && missed) tally.aloneMissed += 1;
  };
  eachGroup(truth.person, (places) => {
    for (const [at, one] of places.entries()) {
      for (const other of places.slice(at + 1)) {
        const kinds = new Set(`${truth.slips[one]} ${truth.slips[other]}`.split(' ').filter(Boolean));
        const missed = answer.cluster[one] !== answer.cluster[other];
        for (const kind of kinds) count(kind, kinds.size === 1, missed);
        if (kinds.size === 0) count('(no slip)', true, missed);
        if (kinds.size > 1) count('(two kinds or more)', false, missed);
      }
    }
  });
  return found;
}

const share = (part: number, whole: number): string => (whole === 0 ? '–' : `${((100 * part) / whole).toFixed(2)} %`);

const [folder = '', clusters = ''] = process.argv.slice(2);
checkScore();
const truth = readTruth(join(folder, 'truth.csv'));
const answer = readAnswer(clusters, truth);
const found = score(truth, answer);
const gap = communityGap(found, 500);
printTable(
  ['F1', 'Precision', 'Recall', 'Review', 'Whole children', 'Twins merged', 'Siblings', 'Unrelated', 'Single', 'Gap, points'],
  [
    [
      found.f1.toFixed(4),
      found.precision.toFixed(4),
      found.recall.toFixed(4),
      share(found.reviewShare, 1),
      share(found.wholeShare, 1),
      `${found.twinPairsMerged} of ${found.twinPairs}`,
      `${found.siblingPairsMerged} of ${found.siblingPairs}`,
      found.unrelatedPairsMerged,
      `${found.singleMerged} of ${found.single}`,
      gap.points.toFixed(2),
    ],
  ],
);
const missed = found.truePairs - found.rightPairs;
console.log(
  `\nMissed pairs by kind of slip in either record (${missed} missed of ${found.truePairs}); "alone": the pair had no other kind`,
);
printTable(
  ['Kind', 'Pairs', 'Missed', 'Share missed', 'Of all missed', 'Alone', 'Alone missed'],
  [...missesByKind(truth, answer)]
    .sort(([, a], [, b]) => b.missed - a.missed)
    .map(([kind, it]) => [
      kind,
      it.pairs,
      it.missed,
      share(it.missed, it.pairs),
      share(it.missed, missed),
      it.alone,
      share(it.aloneMissed, it.alone),
    ]),
);
console.log('\nBy community');
const wrong = new Map<string, { twin: number; sibling: number; unrelated: number }>();
for (const { one, other } of mergedPeople(truth, answer)) {
  const tally = wrong.get(truth.community[one] ?? '') ?? { twin: 0, sibling: 0, unrelated: 0 };
  tally[relation(truth, one, other)] += 1;
  wrong.set(truth.community[one] ?? '', tally);
}
printTable(
  ['Community', 'True pairs', 'Recall', 'Twins merged', 'Siblings merged', 'Unrelated merged'],
  [...found.recallBy]
    .sort(([, a], [, b]) => a.right / a.pairs - b.right / b.pairs)
    .map(([code, it]) => [
      code,
      it.pairs,
      share(it.right, it.pairs),
      wrong.get(code)?.twin ?? 0,
      wrong.get(code)?.sibling ?? 0,
      wrong.get(code)?.unrelated ?? 0,
    ]),
);
const kinds = new Map<string, number>();
for (const { one, other } of mergedPeople(truth, answer)) {
  const slips = new Set(`${truth.slips[one]} ${truth.slips[other]}`.split(' ').filter(Boolean));
  const key = `${relation(truth, one, other)}: ${[...slips].sort().join(' ') || '(no slip in the two)'}`;
  kinds.set(key, (kinds.get(key) ?? 0) + 1);
}
console.log('\nPeople wrongly put together, by relation and the slips of one record of each');
printTable(
  ['Relation and slips', 'Pairs of people'],
  [...kinds]
    .sort(([, a], [, b]) => b - a)
    .slice(0, 25)
    .map(([key, count]) => [key, count]),
);
