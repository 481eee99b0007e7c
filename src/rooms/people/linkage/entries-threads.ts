import { once } from 'node:events';
import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { KeyAnswer, KeyWork } from './entries-thread.ts';
import { entriesOf, kindsInTurn, type Entries, type KeySource } from './entries.ts';

/** From so many records on, threads share the making of keys. */
const worthThreads = 100_000;

/** Rows by every kind of key, in the turn of `kindsInTurn`, however many threads there are. */
export async function allEntries(source: KeySource, threads: number): Promise<Entries[]> {
  if (threads < 2 || source.count < worthThreads) return kindsInTurn(source).map((kind) => entriesOf(kind, source.count));
  const workerData: KeyWork = { ...source, cursor: new Int32Array(new SharedArrayBuffer(4)) };
  const all: Entries[] = [];
  await Promise.all(
    Array.from({ length: threads }, async () => {
      const worker = new Worker(new URL(`./entries-thread${extname(import.meta.url)}`, import.meta.url), { workerData });
      worker.on('message', ({ kind, entries }: KeyAnswer) => (all[kind] = entries));
      await once(worker, 'exit');
    }),
  );
  return all;
}
