import { extname } from 'node:path';
import { on } from 'node:events';
import { Worker } from 'node:worker_threads';
import { populate, type Recipe } from './population.ts';
import { searchLines } from './search-rows.ts';

export const searchColumns = ['person_id', 'keys', 'heard', 'folded'] as const;

/** What the thread is told when it starts. */
export type KeyWork = { recipe: Recipe; shielded: readonly string[] };

/** From so many children on, a second thread works out the keys while the first fills the other tables. */
const worthAThread = 10_000;

/** The search keys of each batch of a borough in turn, as lines for COPY. The thread makes the same borough again from its seed rather than be sent it. */
export async function* searchKeyLines(recipe: Recipe, shielded: ReadonlySet<string>): AsyncGenerator<string, void> {
  if (recipe.children < worthAThread) {
    for (const batch of populate(recipe)) yield searchLines(batch, shielded);
    return;
  }
  const workerData: KeyWork = { recipe, shielded: [...shielded] };
  const worker = new Worker(new URL(`./search-key-thread${extname(import.meta.url)}`, import.meta.url), {
    workerData,
    resourceLimits: { maxYoungGenerationSizeMb: 128 },
  });
  try {
    for await (const [lines] of on(worker, 'message', { close: ['exit'] })) {
      worker.postMessage('taken');
      yield lines as string;
    }
  } finally {
    await worker.terminate();
  }
}
