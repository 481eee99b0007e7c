import { expect, it, describe } from 'vitest';
import { nhsCheckDigit, upnCheckLetter } from '../../identifier.ts';
import type { ReadableFeed } from '../feed.ts';
import { readyMappings } from '../ready-mapping.ts';
import { shapeOf, UnreadableFile } from './file-shape.ts';
import { rowsOf, type FileRow } from './file-rows.ts';
import { readFeedDate } from './read-date.ts';
import { readRow } from './read-row.ts';
import { reasonColumn, rejectFile } from './reject-file.ts';

const inPieces = (content: Buffer, size: number) =>
  async function* (from: number): AsyncGenerator<Buffer> {
    for (let at = from; at < content.length; at += size) yield content.subarray(at, at + size);
  };

async function all(content: Buffer, format: 'csv' | 'json', size = 7): Promise<FileRow[]> {
  const shape = shapeOf(content, format, true);
  const rows: FileRow[] = [];
  for await (const row of rowsOf(shape, inPieces(content, size), shape.firstByte)) rows.push(row);
  return rows;
}

describe('a CSV file', () => {
  it('is read whichever way it was written: BOM, semicolons, tabs, quoted line ends, empty lines, cells too many', async () => {
    const text = 'id;name;note\r\n1;"Zoë; Anne";"two\r\nlines"\r\n\r\n2;"the ""Bear""";x;y\r\n3;Ötzi;last';
    const rows = await all(Buffer.from(`\uFEFF${text}`), 'csv');
    expect(rows.map((row) => row.cellOf('name'))).toEqual(['Zoë; Anne', 'the "Bear"', 'Ötzi']);
    expect(rows[0]?.cellOf('note')).toBe('two\r\nlines');
    expect(rows.map((row) => row.broken)).toEqual([null, 'The row has 4 cells where the heading has 3', null]);
    expect(shapeOf(Buffer.from('a\tb\n1\t2'), 'csv', true)).toMatchObject({ delimiter: '\t', heading: ['a', 'b'] });
  });

  it('in Windows-1252 keeps its letters', async () => {
    const rows = await all(Buffer.concat([Buffer.from('id,name\n1,Zo'), Buffer.from([0xeb, 0x20, 0x8e, 0x92]), Buffer.from('\n')]), 'csv');
    expect(rows[0]?.cellOf('name')).toBe('Zoë Ž’');
  });

  it('goes on from any row, with the same rows as from the start', async () => {
    const content = Buffer.from(`id,name\n${Array.from({ length: 60 }, (_, n) => `${n},"Ü ""${n}"",\n${n}"`).join('\r\n')}`);
    const shape = shapeOf(content, 'csv', true);
    const rows = await all(content, 'csv', 11);
    expect(rows).toHaveLength(60);
    for (const at of [1, 17, 59]) {
      const from = rows[at - 1]?.nextByte ?? 0;
      const rest: FileRow[] = [];
      for await (const row of rowsOf(shape, inPieces(content, 13), from)) rest.push(row);
      expect(rest.map((row) => [row.cells, row.nextByte])).toEqual(rows.slice(at).map((row) => [row.cells, row.nextByte]));
    }
  });

  it('that is a workbook, UTF-16, empty, or opens a quote for ever is refused in words', async () => {
    for (const bytes of [Buffer.from('PK\u0003\u0004'), Buffer.from('\uFEFFid', 'utf16le'), Buffer.alloc(0), Buffer.from('a,a\n1,2')])
      expect(() => shapeOf(bytes, 'csv', true)).toThrow(UnreadableFile);
    await expect(all(Buffer.from('id,name\n1,"never\n2,x\n'), 'csv')).rejects.toThrow(/never closed/);
  });
});

describe('a JSON file', () => {
  it('is read as lines or as an array, from any piece; a record that is no JSON spoils no other', async () => {
    const records = ['{"id":1,"name":{"given":"A}{"}}', '{"id":2,,}', '{"id":"3","name":{"given":"\\"Ü"}}'];
    for (const text of [records.join('\n'), `[${records.join(',\n')}]`]) {
      const rows = await all(Buffer.from(text), 'json', 5);
      expect(rows.map((row) => row.cellOf('name.given'))).toEqual(['A}{', undefined, '"Ü']);
      expect(rows.map((row) => row.broken)).toEqual([null, 'The record is not valid JSON', null]);
    }
    await expect(all(Buffer.from('[{"id":1},{"id":'), 'json')).rejects.toThrow(/cut short/);
  });
});

const nine = '999000001';
const nhs = `${nine}${nhsCheckDigit(nine) ?? ''}`;
const twelve = '999000000001';
const school = {
  ...readyMappings.school,
  nameScript: null,
  nameOrder: 'given first',
  ageFrom: 4,
  ageTo: 19,
  femaleCodes: ['F'],
  maleCodes: ['M'],
} as unknown as ReadableFeed;
const row = (cells: Record<string, string>) => readRow(school, (column) => cells[column], '2026-11-24');
const good = { UniqueLearnerId: 'P1', Forename: ' Amina ', Surname: 'Hassan', DOB: '2018-03-02', Sex: 'f', PostCode: 'ha11aa' };

describe('a row', () => {
  it('is mapped, its identifiers checked and its postcode set right', () => {
    const read = row({ ...good, UPN: `${upnCheckLetter(twelve)}${twelve}`, EntryDate: '2024-09-02' });
    expect(read.problems).toEqual([]);
    expect(read.record).toMatchObject({ localId: 'P1', givenName: 'Amina', sex: 'F', dateOfBirth: '2018-03-02', postcode: 'HA1 1AA' });
    expect(read.told).toMatchObject({ role: 'On school roll', startedOn: '2024-09-02' });
  });

  it.each([
    [{ UniqueLearnerId: '' }, ['localId']],
    [{ DOB: '31/02/2018', UPN: 'A123', PostCode: 'nowhere' }, ['dateOfBirth', 'postcode', 'upn']],
    [{ Forename: '', Surname: '' }, ['familyName']],
    [{ DOB: '2018-02-30', Sex: 'Q' }, ['dateOfBirth', 'sex']],
    [{ DOB: '2030-01-01' }, ['dateOfBirth']],
    [{ DOB: '1990-01-01' }, ['dateOfBirth']],
    [{ EntryDate: '2024-09-02', LeavingDate: '2023-09-02' }, ['endedOn']],
    [{ DOB: '' }, ['dateOfBirth']],
    [{ Forename: 'x'.repeat(600) }, ['givenName']],
  ])('with %o tells everything that is wrong at once', (change, fields) => {
    expect(
      row({ ...good, ...change })
        .problems.map((problem) => problem.field)
        .toSorted(),
    ).toEqual(fields);
  });

  it('of the health register has its NHS number checked', () => {
    const health = { ...school, mapping: readyMappings.health.mapping, dateFormat: 'DD/MM/YYYY' as const };
    const read = (number: string) =>
      readRow(health, (name) => ({ RegisterNumber: '1', FamilyName: 'H', BirthDate: '02/03/2018', NHSNumber: number })[name], '2026-11-24');
    expect(read(nhs).record.nhsNumber).toBe(nhs);
    expect(read(`${nine}${((nhsCheckDigit(nine) ?? 0) + 1) % 10}`).problems[0]?.message).toMatch(/last digit does not fit/);
  });
});

it.each([
  ['2018-03-02', 'YYYY-MM-DD', '2018-03-02'],
  ['02/03/2018', 'DD/MM/YYYY', '2018-03-02'],
  ['2.3.2018', 'DD/MM/YYYY', '2018-03-02'],
  ['20180302', 'YYYYMMDD', '2018-03-02'],
  ['02-Mar-2018', 'DD-Mon-YYYY', '2018-03-02'],
  ['03/02/2018', 'MM/DD/YYYY', '2018-03-02'],
  ['2018-02-30', 'YYYY-MM-DD', null],
  ['2018', 'YYYY-MM-DD', null],
] as const)('%s written %s is %s', (text, format, day) => expect(readFeedDate(text, format)).toBe(day));

it('a file of rejects can be corrected and sent again: formulas are made harmless and come back as they were', async () => {
  const file = rejectFile(['id', 'phone', 'note'], [{ rowNumber: 3, cells: ['1', '+44 20', '=cmd|x'], reasons: ['a; b', 'c'] }]);
  expect(file.toString()).toContain(`'=cmd|x`);
  const [back] = await all(file, 'csv');
  expect(back?.cellOf('phone')).toBe('+44 20');
  expect(back?.cellOf('note')).toBe('=cmd|x');
  expect(back?.cellOf(reasonColumn)).toBe('a; b; c');
});
