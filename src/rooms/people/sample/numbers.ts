import { nhsCheckDigit, upnCheckLetter } from '../identifier.ts';

const serials = 1_000_000;

/**
 * NHS numbers from 999 000 0000 to 999 999 9999, which are never issued, each once, in an order that jumps about
 * so that neighbours do not get neighbouring numbers. About 909,000 exist; throws when they run out.
 */
export function* testNhsNumbers(seed: number): Generator<string, never> {
  const start = Math.abs(seed) % serials;
  for (let at = 0; at < serials; at++) {
    const nine = `999${String((start + at * 387_641) % serials).padStart(6, '0')}`;
    const digit = nhsCheckDigit(nine);
    if (digit !== undefined && nine !== '999999999') yield nine + digit;
  }
  throw new Error('There are no more NHS numbers in the range kept for tests');
}

/** LA code of Harrow in unique pupil numbers. */
const harrow = '310';

/** A unique pupil number: LA, school, year of allocation and serial, with its check letter; temporary ones end in a letter. */
export function upn(school: string, year: number, serial: number, temporary = false): string {
  const tail = temporary ? `${String(serial % 100).padStart(2, '0')}${'ABCDEFGH'[serial % 8]}` : String(serial % 1000).padStart(3, '0');
  const twelve = harrow + school + String(year % 100).padStart(2, '0') + tail;
  return upnCheckLetter(twelve) + twelve;
}

/** A London number from the range Ofcom keeps for drama: 020 7946 0000 to 0999. */
export const dramaLandline = (number: number): string => `020 7946 0${String(number % 1000).padStart(3, '0')}`;

/** A mobile number from the range Ofcom keeps for drama: 07700 900000 to 900999. */
export const dramaMobile = (number: number): string => `07700 900${String(number % 1000).padStart(3, '0')}`;
