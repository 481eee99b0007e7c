import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadRecords, type Loaded } from './load.ts';
import { loadInThreads } from './load-threads.ts';

let folder = '';
beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'linkage-'))));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const map = {
  id: 'id',
  source: 'feed',
  givenName: 'given',
  middleName: 'middle',
  familyName: 'family',
  dateOfBirth: { column: 'born', format: 'DD/MM/YYYY' },
  addressLine: ['a1', 'a2'],
  postcode: 'code',
  email: 'mail',
};
const heading = 'id,feed,given,middle,family,born,a1,a2,code,mail';
const firsts = ['Aisha', 'Zoë', 'Mohammed', '"George ""G"""', 'Wei Ling', 'Baby', 'Łucja', 'Callum'];
const families = ['Khan', ' Smith-Jones', '"Wheeler, Esq"', 'Ó Briain', 'Nguyễn'];
const rows = Array.from({ length: 900 }, (_, k) =>
  [
    `r${k}`,
    k % 2 ? 'health' : 'school',
    firsts[k % firsts.length],
    firsts[(k * 3) % 5],
    families[k % families.length],
    k % 11 ? `0${1 + (k % 9)}/0${1 + (k % 7)}/2011` : '31/02/2011',
    `${k % 40} High Street`,
    k % 3 ? '' : `Flat ${k % 4}`,
    k % 5 ? `E${k % 9} ${k % 10}AA` : '',
    k % 4 ? '' : `p${k % 30}@example.org`,
  ].join(','),
);
const text = (lines: readonly string[]): string => `\uFEFF${heading}\r\n${lines.join('\r\n')}\r\n`;

function facts(loaded: Loaded): unknown {
  const { columns, ids, places, unreadDates } = loaded;
  const cells = Array.from(columns.cells.subarray(0, columns.count * 32));
  return { cells, words: columns.words.words, codes: columns.codes.words, ids, places: [...places], unreadDates };
}

function file(content: string): string {
  const path = join(folder, 'in.csv');
  writeFileSync(path, content);
  return path;
}

const quiet = (): void => undefined;

describe('a file read by several threads', () => {
  it.each([2, 3])('comes to the same numbers as one reader with %d threads', async (threads) => {
    const path = file(text(rows));
    expect(facts(await loadInThreads(path, map, threads, quiet, 4096))).toEqual(facts(loadRecords(path, map, quiet)));
  });

  it('may hold line ends in quoted fields anywhere', async () => {
    const path = file(text(rows).replaceAll('Wheeler, Esq', 'Wheeler,\r\nEsq'));
    expect(facts(await loadInThreads(path, map, 2, quiet, 4096))).toEqual(facts(loadRecords(path, map, quiet)));
  });

  it.each([
    ['an id twice', [...rows, rows[3]!], 'line 902 has the id "r3", which line 5 has already'],
    ['a row too short', [...rows.slice(0, 700), 'r9999,school', ...rows.slice(700)], 'line 702 has 2 fields where the heading has 10'],
    ['a quotation mark never closed', [...rows, 'x,"y'], 'Line 902: a quotation mark is opened and never closed'],
  ])('tells the line of %s', async (_, lines, words) => {
    await expect(loadInThreads(file(text(lines)), map, 2, quiet, 4096)).rejects.toThrow(words);
  });
});
