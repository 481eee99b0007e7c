import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nobodySought, type Sought } from './sought.ts';
import { readTyped } from './typed-query.ts';

const today = '2026-11-22';
const day = (date: string): Partial<Sought> => ({ born: { kind: 'day', date } });
const month = (year: number, of: number): Partial<Sought> => ({ born: { kind: 'month', year, month: of } });
const years = (said: string, ...of: number[]): Partial<Sought> => ({ born: { kind: 'years', years: of, said } });

describe('what is typed in one box', () => {
  it.each<[string, Partial<Sought>]>([
    ['amina', { name: 'amina' }],
    ['Amina Hussein 12/3/2019', { name: 'Amina Hussein', ...day('2019-03-12') }],
    ['12.3.19 hussein, amina', { name: 'hussein amina', ...day('2019-03-12') }],
    ['Amina Hussein dob 2019-03-12', { name: 'Amina Hussein', ...day('2019-03-12') }],
    ['amina 12032019', { name: 'amina', ...day('2019-03-12') }],
    ['amina 12 03 2019', { name: 'amina', ...day('2019-03-12') }],
    ['amina born 12th March 2019', { name: 'amina', ...day('2019-03-12') }],
    ['amina 3/25/2019', { name: 'amina', ...day('2019-03-25') }],
    ['mohamed 2017', { name: 'mohamed', ...years('2017', 2017) }],
    ['mohamed born in March 2017', { name: 'mohamed', ...month(2017, 3) }],
    ['mohamed 3/2017', { name: 'mohamed', ...month(2017, 3) }],
    ['Mo Ali about 7 years old', { name: 'Mo Ali', ...years('about 7 years old', 2017, 2018, 2019, 2020) }],
    ['Mo Ali aged 7', { name: 'Mo Ali', ...years('7 years old', 2018, 2019) }],
    ['Mo Ali, 7yo, E1', { name: 'Mo Ali', outward: 'E1', ...years('7 years old', 2018, 2019) }],
    ['Khan 8 months old', { name: 'Khan', ...years('8 months old', 2026) }],
    ['999 000 0018', { identifiers: ['9990000018'] }],
    ['NHS number 9990000018', { identifiers: ['9990000018'] }],
    ['1234567', { identifiers: ['1234567'] }],
    ['14 Mile End Road', { line: '14 Mile End Road' }],
    ['Flat 3, 14 Mile End Rd, London E1 4NS', { line: 'Flat 3 14 Mile End Rd', postcode: 'E1 4NS' }],
    ['Amina at 14 Mile End Road', { name: 'Amina', line: '14 Mile End Road' }],
    ['e14ns', { postcode: 'E1 4NS' }],
    ['amina near e1', { name: 'amina', outward: 'E1' }],
    ['Amina Hussein HA1', { name: 'Amina Hussein', outward: 'HA1' }],
    ['07700 900123', { phone: '07700900123' }],
    ['+44 (0)7700 900 123', { phone: '07700900123' }],
    ['020 8863 5611 Hussein', { name: 'Hussein', phone: '02088635611' }],
    ['Baby Khan', { name: 'Baby Khan', ...years('a baby', 2025, 2026, 2027) }],
    ['Baby Khan 1/11/2026', { name: 'Baby Khan', ...day('2026-11-01') }],
    ['baby of Nasreen Khan', { parent: 'Nasreen Khan', ...years('a baby', 2025, 2026, 2027) }],
    ["Nasreen Khan's baby", { parent: 'Nasreen Khan', ...years('a baby', 2025, 2026, 2027) }],
    ['Edd', { name: 'Edd' }],
    ['unborn Khan', { name: 'Khan', unborn: true }],
    ['unborn baby Khan due March 2027', { name: 'Khan', unborn: true, ...month(2027, 3) }],
    ['Khan expected in 3/2027', { name: 'Khan', unborn: true, ...month(2027, 3) }],
    ['Dad', { name: 'Dad' }],
    ['The 2019', { name: 'The', ...years('2019', 2019) }],
    ['Amina Due', { name: 'Amina Due' }],
    ['unborn baby of Nasreen Khan', { parent: 'Nasreen Khan', unborn: true }],
    ['mother Nasreen Khan 2019', { parent: 'Nasreen Khan', ...years('2019', 2019) }],
    ["Amina, mother's name Nasreen Khan", { name: 'Amina', parent: 'Nasreen Khan' }],
    ['son of Tom O’Brien E1', { parent: 'Tom O’Brien', outward: 'E1' }],
    ["Șerban-Țurcanu Ștefan O'Neill", { name: "Șerban-Țurcanu Ștefan O'Neill" }],
    ['আমিনা বেগম 2019', { name: 'আমিনা বেগম', ...years('2019', 2019) }],
    ['أمينة حسين', { name: 'أمينة حسين' }],
  ])('%s', (typed, wanted) => {
    expect(readTyped(typed, today).sought).toEqual({ ...nobodySought, ...wanted });
  });

  it('says back a number that cannot be right, and what it could not use', () => {
    expect(readTyped('amina 999 000 0019', today).unread.join()).toMatch(/^999 000 0019: The last digit/);
    expect(readTyped('B123456789012', today).unread.join()).toContain('UPN');
    expect(readTyped('amina 12/3', today)).toMatchObject({ sought: { name: 'amina', born: null }, unread: ['12/3'] });
  });

  it('takes anything without a fault, and never loses a name made of letters alone', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 120 }), (text) => readTyped(text, today).sought !== null));
    fc.assert(
      fc.property(
        fc.constantFrom('Amina', 'Łukasz', 'Nguyễn', 'Zahra', 'Ayşe'),
        fc.constantFrom('Hussein', 'Wójcik', 'Khan'),
        (one, two) => {
          expect(readTyped(`${one} ${two} 4/3/2015`, today).sought).toMatchObject({ name: `${one} ${two}`, born: { date: '2015-03-04' } });
        },
      ),
    );
  });
});
