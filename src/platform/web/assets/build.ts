/**
 * Builds what the browser is given: one stylesheet, the design system's scripts, our own small modules, an icon.
 * Each file's name carries a hash of its content, so it may be cached for ever; manifest.json leads from plain names to these.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, extname, resolve } from 'node:path';
import { compile } from 'sass';

/** The project's folder: the nearest above with a package.json, whether this runs compiled or as source. */
function projectFolder(folder: string): string {
  return existsSync(resolve(folder, 'package.json')) ? folder : projectFolder(resolve(folder, '..'));
}

const root = projectFolder(import.meta.dirname);
const source = resolve(root, 'src/platform/web/assets');
const compiled = resolve(root, 'dist/src/platform/web/assets/browser');
const target = resolve(root, 'dist/assets');

/** The stylesheet as text. Throws where the Sass is wrong. */
export function stylesheet(): string {
  const { css } = compile(resolve(source, 'goldthread.scss'), {
    loadPaths: [resolve(root, 'node_modules')],
    style: 'compressed',
    quietDeps: true,
  });
  return css;
}

function withoutMap(script: string): string {
  return script.replace(/\n?\/\/# sourceMappingURL=\S+\s*$/, '\n');
}

function contents(): Record<string, string> {
  const script = (file: string): string => withoutMap(readFileSync(file, 'utf8'));
  return {
    'goldthread.css': stylesheet(),
    'govuk-frontend.js': script(resolve(root, 'node_modules/govuk-frontend/dist/govuk/govuk-frontend.min.js')),
    'autosave.js': script(resolve(compiled, 'autosave.js')),
    'shortcuts.js': script(resolve(compiled, 'shortcuts.js')),
    'live.js': script(resolve(compiled, 'live.js')),
    'live-changes.js': script(resolve(compiled, 'live-changes.js')),
    'filter.js': script(resolve(compiled, 'filter.js')),
    'icon.svg': readFileSync(resolve(source, 'icon.svg'), 'utf8'),
  };
}

function hashed(name: string, content: string): string {
  const hash = createHash('sha256').update(content).digest('hex').slice(0, 10);
  return `${basename(name, extname(name))}-${hash}${extname(name)}`;
}

/** Writes dist/assets anew: the files, then the manifest that names them. */
export function buildAssets(): void {
  rmSync(target, { recursive: true, force: true });
  mkdirSync(target, { recursive: true });
  const manifest: Record<string, string> = {};
  for (const [name, content] of Object.entries(contents())) {
    manifest[name] = hashed(name, content);
    writeFileSync(resolve(target, manifest[name]), content);
  }
  writeFileSync(resolve(target, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
}

if (process.argv[1] === import.meta.filename) buildAssets();
