import { once } from 'node:events';
import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Blocks } from './blocks.ts';
import type { Columns } from './columns.ts';
import type { Estimate } from './estimate.ts';
import { portions, type ThreadAnswer, type ThreadWork } from './link-thread.ts';
import { Scorer } from './score.ts';
import { scorePairs, type Edges } from './score-pairs.ts';
import { sharesFrom, type ShareTables } from './shares.ts';

/** From so many records on, threads share the work. */
const worthThreads = 20_000;

export interface Scoring {
  columns: Columns;
  blocks: Blocks;
  estimate: Estimate;
  shares: ShareTables;
  learned: Set<number>;
  threads: number;
  /** Told now and then how many rows are done. */
  progress: (rows: number) => void;
}

function joined(parts: readonly Edges[]): Edges {
  const many = parts.reduce((sum, part) => sum + part.many, 0);
  const all = { many, one: new Int32Array(many), other: new Int32Array(many), score: new Float32Array(many), marks: new Uint8Array(many) };
  let at = 0;
  for (const part of parts) {
    all.one.set(part.one.subarray(0, part.many), at);
    all.other.set(part.other.subarray(0, part.many), at);
    all.score.set(part.score.subarray(0, part.many), at);
    all.marks.set(part.marks.subarray(0, part.many), at);
    at += part.many;
  }
  return all;
}

/** Compares every pair that meets in a block, in threads when there is much to do. The edges do not depend on how many threads there are. */
export async function scoreAll(scoring: Scoring): Promise<{ edges: Edges; compared: number }> {
  const { columns, blocks, shares } = scoring;
  const cursor = new Int32Array(new SharedArrayBuffer(4));
  if (scoring.threads < 2 || columns.count < worthThreads) {
    const scorer = new Scorer(scoring.estimate, columns, sharesFrom(shares));
    return scorePairs(columns, blocks, scorer, portions(cursor, columns.count));
  }
  const { posts, places, starts, windows } = blocks;
  const workerData: ThreadWork = {
    cells: columns.cells,
    count: columns.count,
    words: columns.words.words,
    codes: columns.codes.words,
    learned: scoring.learned,
    blocks: { posts, places, starts, windows },
    estimate: scoring.estimate,
    shares,
    cursor,
  };
  const watch = setInterval(() => scoring.progress(Math.min(Atomics.load(cursor, 0), columns.count)), 1000);
  try {
    const answers = await Promise.all(
      Array.from({ length: scoring.threads }, async () => {
        const worker = new Worker(new URL(`./link-thread${extname(import.meta.url)}`, import.meta.url), { workerData });
        const [answer] = (await once(worker, 'message')) as [ThreadAnswer];
        await worker.terminate();
        return answer;
      }),
    );
    return { edges: joined(answers.map((it) => it.edges)), compared: answers.reduce((sum, it) => sum + it.compared, 0) };
  } finally {
    clearInterval(watch);
  }
}
