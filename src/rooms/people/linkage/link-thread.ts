import { parentPort, workerData } from 'node:worker_threads';
import type { Blocks } from './blocks.ts';
import { Columns } from './columns.ts';
import type { LinkageModel } from './model.ts';
import { Scorer } from './score.ts';
import { scorePairs, type Edges } from './score-pairs.ts';
import { sharesFrom, type ShareTables } from './shares.ts';
import { Vocabulary } from './vocabulary.ts';

/** What a thread is given: shared columns and blocks, and copies of the words. */
export interface ThreadWork {
  cells: Int32Array;
  count: number;
  words: string[];
  codes: string[];
  learned: Set<number>;
  blocks: Pick<Blocks, 'posts' | 'places' | 'starts' | 'windows'>;
  estimate: Pick<LinkageModel, 'tables' | 'priors' | 'typical'>;
  shares: ShareTables;
  /** The next row nobody has taken. */
  cursor: Int32Array;
}

export interface ThreadAnswer {
  edges: Edges;
  compared: number;
}

/** Rows a thread takes at a time. */
export const portion = 2048;

/** Hands out portions of rows from a cursor that threads share. */
export function portions(cursor: Int32Array, count: number): () => readonly [number, number] | null {
  return () => {
    const from = Atomics.add(cursor, 0, portion);
    return from >= count ? null : [from, Math.min(count, from + portion)];
  };
}

if (parentPort) {
  const work = workerData as ThreadWork;
  const columns = new Columns(0, new Vocabulary(work.words), new Vocabulary(work.codes));
  columns.cells = work.cells;
  columns.count = work.count;
  columns.words.learn(work.learned);
  const scorer = new Scorer(work.estimate, columns, sharesFrom(work.shares));
  const answer: ThreadAnswer = scorePairs(columns, work.blocks, scorer, portions(work.cursor, work.count));
  parentPort.postMessage(answer);
}
