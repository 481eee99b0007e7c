/** A few of the faults of `npm run faults`, struck in every run of the tests: nothing acknowledged is lost, doubled or half there. */
import { execFileSync } from 'node:child_process';
import { globSync, statSync } from 'node:fs';
import { beforeAll, expect, test } from 'vitest';
import { runFaults } from '../bench/faults/run-faults.ts';
import { projectFile } from './platform/db/project-file.ts';

/** The program that is struck is the built one: it is built first where any source is newer. */
function isStale(): boolean {
  const built = statSync(projectFile('dist/src/web.js'), { throwIfNoEntry: false })?.mtimeMs ?? 0;
  return globSync(['src/**/*.{ts,tsx,scss}', 'fakes/**/*.ts'], { cwd: projectFile('.') }).some(
    (file) => statSync(projectFile(file)).mtimeMs > built,
  );
}

beforeAll(() => {
  if (isStale()) execFileSync('npm', ['run', '--silent', 'build'], { cwd: projectFile('.') });
}, 60_000);

test(
  'five faults under load: what was acknowledged is there once, the audit is whole, and nobody met a fault page',
  { timeout: 90_000 },
  async () => {
    const outcome = await runFaults({ applicationKills: 2, databaseKills: 2, restarts: 1, between: 500, children: 20 }, () => undefined);
    expect(outcome.misses).toEqual([]);
    expect(outcome.found.concerns).toBeGreaterThan(10);
    expect(outcome.answers.unavailable, 'pages that asked to try again').toBeGreaterThan(0);
    expect(outcome.answers.wordsKept).toBe(outcome.answers.unavailable);
  },
);
