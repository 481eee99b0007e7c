import { readFileSync } from 'node:fs';
import { type Chance, drawFrom, sums } from './chance.ts';

const folder = new URL('../names/', import.meta.url);

/** The sections of one table of names: each a list of names, each name a list of its spellings, the commonest first. */
export function readTable(file: string): ReadonlyMap<string, readonly (readonly string[])[]> {
  const sections = new Map<string, string[][]>();
  let list: string[][] = [];
  for (const line of readFileSync(new URL(`${file}.txt`, folder), 'utf8').split('\n')) {
    if (line.startsWith('#') || line.trim() === '') continue;
    const section = /^\[(.+)\]$/.exec(line)?.[1];
    if (section !== undefined) sections.set(section, (list = []));
    else for (const word of line.trim().split(/\s+/)) list.push(word.split('/').map((spelling) => spelling.replaceAll('_', ' ')));
  }
  return sections;
}

/** Familiar forms by the name in small letters, from `nicknames.txt`. */
export function readNicknames(): ReadonlyMap<string, readonly string[]> {
  const lines = readFileSync(new URL('nicknames.txt', folder), 'utf8').split('\n');
  const rows = lines.filter((line) => line !== '' && !line.startsWith('#')).map((line) => line.split(' '));
  return new Map(rows.map(([name = '', ...forms]) => [name.toLowerCase(), forms]));
}

/** How many letters must change to make one word of the other; 3 stands for three or more. */
function apart(one: string, other: string): number {
  if (Math.abs(one.length - other.length) > 2) return 3;
  let above = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let row = 1; row <= one.length; row += 1) {
    const here = [row];
    for (let column = 1; column <= other.length; column += 1) {
      const cost = one[row - 1] === other[column - 1] ? 0 : 1;
      here.push(Math.min((above[column] ?? 9) + 1, (here[column - 1] ?? 9) + 1, (above[column - 1] ?? 9) + cost));
    }
    above = here;
  }
  return Math.min(3, above[other.length] ?? 3);
}

/** Names drawn as unevenly as in life: the share of the nth is near 1/(n + flat). */
export class NamePool {
  readonly names: readonly (readonly string[])[];
  readonly #running: Float64Array;
  readonly #firstSpelling: number;
  #alike: ReadonlyMap<string, readonly string[]> | undefined;

  /** `firstSpelling` is the share of families who write a name as its first spelling. */
  constructor(names: readonly (readonly string[])[], flat: number, firstSpelling: number) {
    this.names = names;
    this.#running = sums(names.map((_name, at) => 1 / (at + flat)));
    this.#firstSpelling = firstSpelling;
  }

  /** One name in the spelling its family uses. */
  draw(chance: Chance): string {
    const spellings = this.names[drawFrom(this.#running, chance)] ?? [''];
    if (spellings.length === 1 || chance.happens(this.#firstSpelling)) return spellings[0] ?? '';
    return spellings[1 + chance.below(spellings.length - 1)] ?? '';
  }

  /** A different name much like the one given (two letters apart, or the same beginning): how some parents name twins. */
  drawLike(name: string, chance: Chance): string | null {
    this.#alike ??= likeNames(this.names.map((spellings) => spellings[0] ?? ''));
    const found = this.#alike.get(name) ?? [];
    return found.length === 0 ? null : chance.pick(found);
  }
}

function likeNames(names: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const near = (one: string, other: string): boolean =>
    one !== other && (apart(one.toLowerCase(), other.toLowerCase()) <= 2 || one.slice(0, 3) === other.slice(0, 3));
  return new Map(names.map((one) => [one, names.filter((other) => near(one, other))]));
}

/** All other spellings of a name by the name in small letters. */
export function spellingsOf(sections: Iterable<readonly (readonly string[])[]>): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, Set<string>>();
  for (const section of sections) {
    for (const spellings of section) {
      for (const one of spellings) {
        const others = found.get(one.toLowerCase()) ?? new Set<string>();
        for (const other of spellings) if (other !== one) others.add(other);
        found.set(one.toLowerCase(), others);
      }
    }
  }
  return new Map([...found].map(([name, others]) => [name, [...others]]));
}

/** The first spelling of a name by each of its spellings in small letters: two spellings of one first spelling are one name. */
export function firstSpellings(sections: Iterable<readonly (readonly string[])[]>): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const section of sections) {
    for (const spellings of section) {
      const known = spellings.map((one) => found.get(one.toLowerCase())).find((one) => one !== undefined);
      for (const one of spellings) if (!found.has(one.toLowerCase())) found.set(one.toLowerCase(), known ?? spellings[0] ?? '');
    }
  }
  return found;
}
