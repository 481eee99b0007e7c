/** What a file is, which decides the limits it is held to. */
export type Kind = 'code' | 'test' | 'sample' | 'code-list' | 'generated' | 'other';

const generated = /^(src\/platform\/db\/(generated\/|schema\.ts$)|db\/schema\.txt$|package-lock\.json$)/;

/**
 * The kind of a file from its path alone.
 * Tests end in `.test.ts`, what they stand on in `-trial.ts`, and the access matrix is one; samples are `sample.ts`, `*.sample.ts` or live in `sample/`; code lists are `codes.ts`,
 * `*.codes.ts` or live in `code-lists/`; journeys are tests.
 */
export function kindOf(path: string): Kind {
  if (generated.test(path)) return 'generated';
  if (!/\.(ts|tsx|js|mjs)$/.test(path)) return 'other';
  if (/(\.test|-trial)\.tsx?$/.test(path) || /^(journeys|src\/platform\/access\/matrix)\//.test(path)) return 'test';
  if (/(^|\/)([a-z0-9-]+\.)?sample\.tsx?$/.test(path) || /\/samples?\//.test(path)) return 'sample';
  if (/(^|\/)([a-z0-9-]+\.)?codes\.ts$/.test(path) || path.includes('/code-lists/')) return 'code-list';
  return 'code';
}

/** The room a file lives in: a room's name, `platform`, or null outside both. */
export function roomOf(path: string): string | null {
  const [top, second, third] = path.split('/');
  if (top !== 'src') return null;
  if (second === 'platform') return 'platform';
  return second === 'rooms' && third !== undefined ? third : null;
}

/** True for the files directly in `src`, which put the rooms together and start the processes. */
export function isDoorway(path: string): boolean {
  return /^src\/[^/]+\.tsx?$/.test(path);
}

/** The path of a file inside its room, such as `actions/record-contact.ts`. */
export function insideRoom(path: string): string {
  return path.split('/').slice(3).join('/');
}
