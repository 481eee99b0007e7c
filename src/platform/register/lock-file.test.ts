import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';

it('locks every platform’s tools, so that npm ci installs from a clean clone', () => {
  const checked = spawnSync(process.execPath, ['.ci/complete-lock.mjs', '--check'], { encoding: 'utf8' });
  expect(checked.stderr).toBe('');
  expect(checked.status).toBe(0);
});
