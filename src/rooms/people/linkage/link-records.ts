import { agglomerate, type Agglomerated } from './agglomerate.ts';
import { allowedWrong, chooseThreshold, expectedPrecision, openQuestions, type Question } from './bands.ts';
import { makeBlocks, type Blocks } from './blocks.ts';
import type { Columns } from './columns.ts';
import { estimate, holdsFamilies, type Estimate } from './estimate.ts';
import { learnSpellings } from './learn.ts';
import { priorsFor, startingTables } from './model.ts';
import { blockedPairs, randomPairs } from './sample-pairs.ts';
import { Scorer } from './score.ts';
import { scoreAll } from './score-all.ts';
import type { Edges } from './score-pairs.ts';
import { countShares, countTogether, sharesFrom, type ShareTables } from './shares.ts';

/** How the work is done; nothing of it changes what is found. */
export interface Working {
  threads: number;
  /** Told what is being done. */
  say: (words: string) => void;
}

/** Everything found out about a set of records. */
export interface Linked {
  estimate: Estimate;
  shares: ShareTables;
  blocks: Blocks;
  edges: Edges;
  compared: number;
  threshold: number;
  result: Agglomerated;
  questions: Question[];
  expectedPrecision: number;
  joinedPairs: number;
}

/** Pairs the figures are estimated on. */
const sampled = 120_000;

/** Pairs a record the broad keys may bring: many where the file is small enough to afford it. */
const pairsEach = (records: number): number => Math.max(records > 400_000 ? 25 : 60, 2_500_000 / Math.max(records, 1));

/** Figures of a set of records, and spellings learned on the way. */
function estimateFor(columns: Columns, blocks: Blocks, shares: ShareTables): { figures: Estimate; learned: Set<number> } {
  const logShares = sharesFrom(shares);
  const start = { tables: startingTables, priors: priorsFor(columns.count), typical: { given: [], family: [] } };
  const scorer = new Scorer(start, columns, logShares);
  const random = randomPairs(columns, scorer, Math.min(sampled, Math.max(20_000, 40 * columns.count)));
  const first = estimate({ columns, shares: logShares, random, blocked: blockedPairs(columns, blocks, scorer, sampled) });
  const learned = learnSpellings(columns, blocks, new Scorer(first, columns, logShares), sampled);
  if (learned.size === 0) return { figures: first, learned };
  columns.words.learn(learned);
  const again = blockedPairs(columns, blocks, scorer, sampled);
  return { figures: estimate({ columns, shares: logShares, random, blocked: again }, first), learned };
}

/** Links a set of records: figures without labels, every met pair weighed, groups joined one by one, the threshold chosen from the odds. */
export async function linkRecords(columns: Columns, working: Working): Promise<Linked> {
  const { say } = working;
  say('putting records into blocks');
  const blocking = makeBlocks(columns, pairsEach(columns.count), working.threads);
  const shares = countShares(columns, 2);
  countTogether(columns, shares);
  const blocks = await blocking;
  say('estimating, without labels');
  const { figures, learned } = estimateFor(columns, blocks, shares);
  say(`comparing (${learned.size} spellings learned)`);
  const progress = (rows: number): void => say(`comparing: ${Math.round((100 * rows) / columns.count)} %`);
  const { edges, compared } = await scoreAll({ columns, blocks, estimate: figures, shares, learned, threads: working.threads, progress });
  say('joining');
  const scorer = new Scorer(figures, columns, sharesFrom(shares));
  const families = holdsFamilies(figures.priors);
  const how = { margin: 4, settled: 0.5, unnamed: 0, families };
  const wide = agglomerate(columns, edges, scorer, { ...how, least: -1 });
  const threshold = chooseThreshold(wide.joined, families ? allowedWrong.families : allowedWrong.noFamilies);
  const result = threshold <= -1 ? wide : agglomerate(columns, edges, scorer, { ...how, least: threshold });
  const questions = openQuestions(edges, result);
  const joinedPairs = result.joined.reduce((sum, joining) => sum + joining.pairs, 0);
  return {
    estimate: figures,
    shares,
    blocks,
    edges,
    compared,
    threshold,
    result,
    questions,
    expectedPrecision: expectedPrecision(result.joined, joinedPairs),
    joinedPairs,
  };
}
