import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';

const here = import.meta.dirname;

/** Where the built assets may be: beside the compiled program, or in dist/ when the source runs as it is (tests). */
const folders = [resolve(here, '../../../../assets'), resolve(here, '../../../../dist/assets')];

function readManifest(): Readonly<Record<string, string>> {
  const file = folders.map((folder) => resolve(folder, 'manifest.json')).find((each) => existsSync(each));
  return file === undefined ? {} : (JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>);
}

const manifest = readManifest();

/** The folder of built assets, whose names carry their hash and so may be cached for ever; undefined before the first build. */
export function assetFolder(): string | undefined {
  return folders.find((folder) => existsSync(resolve(folder, 'manifest.json')));
}

/** The address of an asset by its plain name, for example `goldthread.css`. Without a build, the plain name. */
export function assetPath(name: string): string {
  return `/assets/${manifest[name] ?? name}`;
}
