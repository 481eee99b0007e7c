import { once } from 'node:events';
import { parentPort, workerData } from 'node:worker_threads';
import { populate } from './population.ts';
import type { KeyWork } from './search-key-lines.ts';
import { searchLines } from './search-rows.ts';

/** Batches it may be ahead of the one who takes them, so that memory stays small. */
const ahead = 4;

if (parentPort) {
  const { recipe, shielded } = workerData as KeyWork;
  const closed = new Set(shielded);
  let waiting = 0;
  parentPort.on('message', () => {
    waiting -= 1;
  });
  for (const batch of populate(recipe)) {
    while (waiting >= ahead) await once(parentPort, 'message');
    waiting += 1;
    parentPort.postMessage(searchLines(batch, closed));
  }
  parentPort.close();
}
