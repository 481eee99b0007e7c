import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { scan } from './virus-scan.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'scan-'));
  await writeFile(join(folder, 'scanner'), '#!/bin/sh\ngrep -q EVIL && exit 1\nexit 0\n');
  await chmod(join(folder, 'scanner'), 0o755);
});
afterAll(() => rm(folder, { recursive: true }));

it('finds the test virus even without a scanner', async () => {
  const eicar = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('');
  expect(await scan(Buffer.from(eicar))).toBe('infected');
  expect(await scan(Buffer.from('a letter'))).toBe('clean');
});

it("asks the authority's scanner, and holds a file back when the scanner cannot be run", async () => {
  expect(await scan(Buffer.from('EVIL'), join(folder, 'scanner'))).toBe('infected');
  expect(await scan(Buffer.from('good'), join(folder, 'scanner'))).toBe('clean');
  expect(await scan(Buffer.from('good'), join(folder, 'no-such-scanner'))).toBe('failed');
});
