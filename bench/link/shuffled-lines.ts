import { appendFileSync, closeSync, mkdirSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { Chance } from './population/chance.ts';

const keptLines = 1_000;

/** Writes lines to one file in an order that tells nothing, holding only a part in memory: lines fall into parts by chance, each part is
 *  shuffled at the end. */
export class ShuffledLines {
  readonly #folder: string;
  readonly #parts: string[][];
  readonly #chance: Chance;

  /** `parts` is the number of parts; each must fit in memory. */
  constructor(folder: string, parts: number, chance: Chance) {
    this.#folder = folder;
    this.#chance = chance;
    this.#parts = Array.from({ length: parts }, () => []);
    mkdirSync(folder, { recursive: true });
  }

  add(line: string): void {
    const at = this.#chance.below(this.#parts.length);
    const part = this.#parts[at] as string[];
    part.push(line);
    if (part.length >= keptLines) this.#put(at);
  }

  /** Writes the file, heading first, and removes the parts. */
  close(file: string, heading: string): void {
    const out = openSync(file, 'w');
    writeSync(out, `${heading}\n`);
    for (let at = 0; at < this.#parts.length; at += 1) {
      this.#put(at);
      const lines = readFileSync(this.#path(at), 'utf8').split('\n').slice(0, -1);
      for (let place = lines.length - 1; place > 0; place -= 1) {
        const other = this.#chance.below(place + 1);
        [lines[place], lines[other]] = [lines[other] ?? '', lines[place] ?? ''];
      }
      if (lines.length > 0) writeSync(out, `${lines.join('\n')}\n`);
      rmSync(this.#path(at));
    }
    closeSync(out);
  }

  #path(at: number): string {
    return join(this.#folder, `.part-${at}`);
  }

  #put(at: number): void {
    const part = this.#parts[at] as string[];
    appendFileSync(this.#path(at), part.length > 0 ? `${part.join('\n')}\n` : '');
    this.#parts[at] = [];
  }
}
