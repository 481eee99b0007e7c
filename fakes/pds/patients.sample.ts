import type { FakePatient } from './patients.ts';

const home = (line: string, postcode: string) => ({ lines: [line, 'HARROW'], postcode });

/** Invented people for tests: each stands for one thing that can happen. */
export const inventedPatients: readonly FakePatient[] = [
  { number: '9990000018', given: ['Amina'], family: 'Hassan', born: '2018-03-02', sex: 'female', homes: [home('12 ACRE ROAD', 'HA1 2XY')] },
  // Twins at one address: only one of them has come to the NHS's notice there.
  { number: '9990000026', given: ['Zara'], family: 'Okoye', born: '2019-06-01', sex: 'female', homes: [home('4 ELM ROW', 'HA2 0AA')] },
  // Superseded: the old number leads to the new one.
  { number: '9990000034', given: ['Leo'], family: 'Nowak', born: '2016-09-09', sex: 'male', homes: [], supersededBy: '9990000042' },
  { number: '9990000042', given: ['Leo'], family: 'Nowak', born: '2016-09-09', sex: 'male', homes: [home('7 HIGH STREET', 'HA3 5AB')] },
  // Withdrawn, as after an adoption.
  { number: '9990000050', given: ['Ivy'], family: 'Marsh', born: '2014-02-03', sex: 'female', homes: [], isInvalidated: true },
  // Marked sensitive.
  {
    number: '9990000069',
    given: ['Petra'],
    family: 'Lindqvist',
    born: '2016-11-11',
    sex: 'female',
    homes: [home('1 SECRET WAY', 'HA5 5XX')],
    isSensitive: true,
  },
  // Two people of one name and date.
  { number: '9990000077', given: ['Ali'], family: 'Khan', born: '2015-01-01', sex: 'male', homes: [home('1 OAK LANE', 'HA1 1AA')] },
  { number: '9990000085', given: ['Ali'], family: 'Khan', born: '2015-01-01', sex: 'male', homes: [home('2 OAK LANE', 'HA1 1AB')] },
  // Moved; formerly under another family name.
  {
    number: '9990000093',
    given: ['Maria', 'Elena'],
    family: 'Popescu',
    born: '2013-07-21',
    sex: 'female',
    homes: [home('FLAT 2, 30 STATION ROAD', 'HA2 7SW'), { ...home('5 ACRE ROAD', 'HA1 2XY'), to: '2024-05-01' }],
    otherNames: [{ given: ['Maria', 'Elena'], family: 'Ionescu' }],
  },
];
