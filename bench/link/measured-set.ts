import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { makePopulation, type Wanted } from './make-population.ts';
import { type Cost, runMatcher } from './run-matcher.ts';
import { readAnswer, score, type Score } from './scoring/score.ts';
import { readTruth, type Truth } from './scoring/truth.ts';

/** A population linked once: what the matcher said, scored, and what it cost. */
export interface Measured {
  score: Score;
  cost: Cost;
}

async function measureFolder(folder: string, truth: Truth): Promise<Measured> {
  const out = join(folder, 'clusters.csv');
  const cost = await runMatcher({ records: join(folder, 'records.csv'), map: join(folder, 'map.json'), out });
  return { score: score(truth, readAnswer(out, truth)), cost };
}

/** Links a prepared public set in `folder`. */
export async function measurePublic(folder: string, truth: Truth): Promise<Measured> {
  return measureFolder(folder, truth);
}

/** Makes a population in `folder`, links it and scores it. */
export async function measurePopulation(folder: string, wanted: Wanted): Promise<Measured> {
  mkdirSync(folder, { recursive: true });
  makePopulation(folder, wanted);
  return measureFolder(folder, readTruth(join(folder, 'truth.csv')));
}
