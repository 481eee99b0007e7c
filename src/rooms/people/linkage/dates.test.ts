import { describe, expect, it } from 'vitest';
import { compareDays, dateLevel, dateReader } from './dates.ts';

describe('reading dates', () => {
  it.each([
    ['YYYY-MM-DD', '2012-03-04', 20120304],
    ['YYYY-MM-DD', '2012-03-04T00:00:00', 20120304],
    ['YYYYMMDD', '19081209', 19081209],
    ['DD/MM/YYYY', '4/3/2012', 20120304],
    ['D.M.YYYY', '04.03.2012', 20120304],
    ['DD/MM/YY', '04/03/12', 20120304],
    ['YYYYMMDD', '19081309', 0],
    ['YYYY-MM-DD', '2012-02-30', 0],
    ['YYYY-MM-DD', 'not known', 0],
  ])('%s reads %s as %i', (format, text, date) => expect(dateReader(format)?.(text)).toBe(date));

  it.each(['YYYY', 'DD/MM', 'yyyy-mm-dd', 'YYYY-MM-DD-DD'])('%s is no form of a date', (format) => expect(dateReader(format)).toBeNull());
});

describe('dates by kind of slip', () => {
  it.each([
    [20120304, 20120304, 'same'],
    [20120304, 20120403, 'swapped'],
    [20120304, 20120314, 'digit'],
    [20120312, 20120321, 'digit'],
    [20120304, 20120101, 'default'],
    [20120304, 20020304, 'yearOut'],
    [20090304, 20100304, 'yearOut'],
    [20120304, 20120306, 'digit'],
    [20120330, 20120402, 'days'],
    [20120304, 20120829, 'near'],
    [20120304, 20140829, 'different'],
  ] as const)('%i and %i: %s', (one, other, level) => {
    expect(compareDays(one, other)).toBe(dateLevel[level]);
    expect(compareDays(other, one)).toBe(dateLevel[level]);
  });
});
