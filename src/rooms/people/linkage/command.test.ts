import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { linkCommand } from './command.ts';

let folder = '';
beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'linkage-'))));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const good = {
  id: 'id',
  givenName: 'given',
  familyName: 'family',
  dateOfBirth: { column: 'born', format: 'DD/MM/YYYY' },
  postcode: 'code',
};

async function run(csv: string, map: unknown = good, more: readonly string[] = []): Promise<{ code: number; said: string; out: string }> {
  const [file, mapFile, outFile] = ['in.csv', 'map.json', 'out.csv'].map((name) => join(folder, name)) as [string, string, string];
  rmSync(outFile, { force: true });
  writeFileSync(file, csv);
  writeFileSync(mapFile, typeof map === 'string' ? map : JSON.stringify(map));
  const said: string[] = [];
  const code = await linkCommand(['--in', file, '--map', mapFile, '--out', outFile, ...more], {
    out: (line) => said.push(line),
    err: (line) => said.push(line),
  });
  return { code, said: said.join('\n'), out: code === 0 ? readFileSync(outFile, 'utf8') : '' };
}

const heading = 'id,given,family,born,code';

describe('npm run link', () => {
  it('reads a byte order mark, CRLF, quotes and spaces after commas, and writes every id once with cluster and band', async () => {
    const rows = [
      '1, Aisha, Khan, 04/03/2012, E6 1AA',
      '"2","Aisha","Khan","04/03/2012","E6 1AA"',
      '3,"George ""G""","Wheeler, Esq",1/2/2010,N1 1AA',
    ];
    const { code, out, said } = await run(`\uFEFF${heading}\r\n${rows.join('\r\n')}\r\n\r\n`);
    expect(said).toContain('records                       3');
    expect(code).toBe(0);
    expect(out.split('\n')[0]).toBe('id,cluster,band');
    expect(
      out
        .trim()
        .split('\n')
        .map((line) => line.split(',')[0]),
    ).toEqual(['id', '1', '2', '3']);
  });

  it('finds the same people whatever order the rows stand in', async () => {
    const names = ['Aisha', 'Bogdan', 'Callum', 'Daria', 'Ewan', 'Farah', 'Gita', 'Hodan'];
    const rows = names.flatMap((name, at) => [
      `${at}a,${name},Khan${at % 3},0${at + 1}/03/2012,E6 ${at}AA`,
      `${at}b,${name}h,Khan${at % 3},0${at + 1}/03/2012,E6 ${at}AA`,
      `${at}c,${name},Khan${at % 3},0${at + 1}/03/2012,N1 1AA`,
    ]);
    const groups = async (lines: readonly string[]): Promise<string[]> => {
      const { out } = await run([heading, ...lines].join('\n'));
      const byCluster = Map.groupBy(out.trim().split('\n').slice(1), (line) => line.split(',')[1]);
      return [...byCluster.values()]
        .map((group) =>
          group
            .map((line) => line.split(',')[0] ?? '')
            .toSorted()
            .join(' '),
        )
        .toSorted();
    };
    expect(await groups(rows.toReversed())).toEqual(await groups(rows));
    expect(await groups(rows.toSorted((one, other) => one.slice(3).localeCompare(other.slice(3))))).toEqual(await groups(rows));
  });

  it.each([
    ['a column the file lacks', { ...good, postcode: 'zip' }, '"postcode" names the column "zip", which the file does not have'],
    ['a field there is not', { ...good, nickname: 'given' }, '"nickname" is no field'],
    ['no id', { givenName: 'given' }, '"id" is missing'],
    ['a date form it cannot read', { ...good, dateOfBirth: { column: 'born', format: 'dd/mm' } }, 'the format "dd/mm"'],
    ['nothing to compare', { id: 'id' }, 'nothing to compare records by'],
    ['no JSON', '{', 'is no JSON'],
  ])('tells of a map with %s', async (_, map, words) => {
    const { code, said } = await run(`${heading}\n1,a,b,01/01/2012,E6`, map);
    expect(code).toBe(1);
    expect(said).toContain(words);
  });

  it.each([
    ['ids that come twice', `${heading}\n1,a,b,,\n1,c,d,,`, 'line 3 has the id "1", which line 2 has already'],
    ['a missing id', `${heading}\n,a,b,,`, 'line 2 has no id'],
    ['a row of another width', `${heading}\n1,a,b`, 'line 2 has 3 fields where the heading has 5'],
    ['an open quotation mark', `${heading}\n1,"a,b,,`, 'Line 2: a quotation mark is opened and never closed'],
    ['no records', heading, 'no records under its heading'],
  ])('tells of a file with %s', async (_, csv, words) => {
    const { code, said } = await run(csv);
    expect(code).toBe(1);
    expect(said).toContain(words);
  });

  it('tells every problem of a map at once', async () => {
    const { said } = await run(`${heading}\n1,a,b,,`, { ...good, postcode: 'zip', town: 'place' });
    expect(said).toContain('"zip"');
    expect(said).toContain('"place"');
  });

  it('says how it is used when a file is not named, and which file it cannot open', async () => {
    const said: string[] = [];
    const terminal = { out: (line: string) => said.push(line), err: (line: string) => said.push(line) };
    expect(await linkCommand(['--in', 'x.csv'], terminal)).toBe(2);
    expect(
      await linkCommand(['--in', join(folder, 'none.csv'), '--map', join(folder, 'none.json'), '--out', join(folder, 'o.csv')], terminal),
    ).toBe(3);
    expect(said.join('\n')).toContain('--in, --map and --out are all needed');
    expect(said.join('\n')).toContain('none.json');
  });
});
