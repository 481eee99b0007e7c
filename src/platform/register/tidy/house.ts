import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { kindOf, roomOf, type Kind } from './place.ts';
import { readSource, type Source } from './source.ts';

/** One file of the project. `lines` counts as an editor does: a final newline starts no new line. */
export type HouseFile = {
  readonly path: string;
  readonly text: string;
  readonly lines: number;
  readonly kind: Kind;
  /** The room the file lives in, `platform`, or null for everything else. */
  readonly room: string | null;
  /** Facts about TypeScript files; undefined for other files. */
  readonly source: Source | undefined;
};

export type House = { readonly files: readonly HouseFile[] };

const binary = /\.(png|jpe?g|gif|ico|woff2?|pdf|zip|gz|svg)$/;
const notOurs = new Set(['.git', 'node_modules', 'dist']);

function countLines(text: string): number {
  if (text === '') return 0;
  const breaks = text.split('\n').length;
  return text.endsWith('\n') ? breaks - 1 : breaks;
}

function fileOf(path: string, text: string): HouseFile {
  const source = /\.tsx?$/.test(path) ? readSource(path, text) : undefined;
  return { path, text, lines: countLines(text), kind: kindOf(path), room: roomOf(path), source };
}

/** A house made of the given texts by path: how tests build a small house with one thing wrong. */
export function houseOf(texts: Readonly<Record<string, string>>): House {
  return { files: Object.entries(texts).map(([path, text]) => fileOf(path, text)) };
}

/** Reads the simple lines of `.gitignore` (`name/` and `*.ending`), the only kinds this project uses. */
function ignoredBy(root: string): (name: string) => boolean {
  const lines = readFileSync(join(root, '.gitignore'), 'utf8')
    .split('\n')
    .filter((line) => line !== '');
  const folders = new Set(lines.filter((line) => line.endsWith('/')).map((line) => line.slice(0, -1)));
  const endings = lines.filter((line) => line.startsWith('*')).map((line) => line.slice(1));
  return (name) => notOurs.has(name) || folders.has(name) || endings.some((ending) => name.endsWith(ending));
}

/** Reads every file of the project under `root` that belongs to it. Throws when `root` has no `.gitignore`. */
export function readHouse(root: string): House {
  const ignored = ignoredBy(root);
  const files: HouseFile[] = [];
  const enter = (folder: string): void => {
    for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
      if (ignored(entry.name)) continue;
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory()) enter(path);
      else if (entry.isFile()) files.push(fileOf(path, binary.test(path) ? '' : readFileSync(join(root, path), 'utf8')));
    }
  };
  enter('');
  return { files: files.toSorted((a, b) => (a.path < b.path ? -1 : 1)) };
}
