import { parentPort, workerData } from 'node:worker_threads';
import { entriesOf, kindsInTurn, type Entries, type KeySource } from './entries.ts';

/** What a thread that makes keys is given. */
export interface KeyWork extends KeySource {
  /** The next kind nobody has taken. */
  cursor: Int32Array;
}

/** One kind's rows, by its place in the turn of kinds. */
export interface KeyAnswer {
  kind: number;
  entries: Entries;
}

if (parentPort) {
  const work = workerData as KeyWork;
  const kinds = kindsInTurn(work);
  for (let kind = Atomics.add(work.cursor, 0, 1); kind < kinds.length; kind = Atomics.add(work.cursor, 0, 1)) {
    const answer: KeyAnswer = { kind, entries: entriesOf(kinds[kind]!, work.count) };
    parentPort.postMessage(answer, [answer.entries.rows.buffer, answer.entries.begins.buffer]);
  }
}
