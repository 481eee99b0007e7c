/** A checked identifier: the form we store, or why it cannot be right, in words a practitioner can read. */
export type Checked = { valid: true; value: string } | { valid: false; reason: string };

const checkLetters = 'ABCDEFGHJKLMNPQRTUVWXYZ';
const fine = (value: string): Checked => ({ valid: true, value });
const wrong = (reason: string): Checked => ({ valid: false, reason });
const bare = (text: string): string => text.replace(/[\s-]/g, '').toUpperCase();

/** Sum of each digit times a weight that falls by one, as both the NHS number and the ULN use it. */
function fallingSum(digits: string, first: number): number {
  let sum = 0;
  for (let at = 0; at < digits.length; at++) sum += (digits.charCodeAt(at) - 48) * (first - at);
  return sum;
}

/** Check digit of nine digits of an NHS number (NHS Data Dictionary: modulus 11), or undefined when no number has these nine. */
export function nhsCheckDigit(nine: string): number | undefined {
  const digit = (11 - (fallingSum(nine, 10) % 11)) % 11;
  return digit === 10 ? undefined : digit;
}

/** Checks an NHS number typed with or without spaces; stored as ten digits. */
export function checkNhsNumber(text: string): Checked {
  const digits = bare(text);
  if (!/^\d{10}$/.test(digits)) return wrong('An NHS number has 10 digits');
  if (/^(\d)\1{9}$/.test(digits)) return wrong('An NHS number is never one digit repeated');
  if (nhsCheckDigit(digits.slice(0, 9)) === Number(digits[9])) return fine(digits);
  if (checkUln(digits).valid) return wrong('This does not fit an NHS number but does fit a unique learner number: is it in the wrong box?');
  return wrong('The last digit does not fit this NHS number: check it for a mistyped or swapped digit');
}

/** True for 999 000 0000 to 999 999 9999, which the NHS never issues: the only range synthetic people may have. */
export const isTestNhsNumber = (digits: string): boolean => digits.startsWith('999');

/** An NHS number as people read it: 999 123 4567. */
export const showNhsNumber = (digits: string): string => digits.replace(/^(\d{3})(\d{3})(\d{4})$/, '$1 $2 $3');

/** Value of a character in a UPN: a digit is itself, the last letter of a temporary UPN is its place among the check letters. */
function upnValue(character: string): number {
  return /\d/.test(character) ? Number(character) : checkLetters.indexOf(character);
}

/** Check letter for the twelve characters after it (DfE, Unique pupil numbers guide: positions 2 to 13, modulus 23). */
export function upnCheckLetter(twelve: string): string {
  const sum = [...twelve].reduce((total, character, at) => total + upnValue(character) * (at + 2), 0);
  return checkLetters.charAt(sum % 23);
}

/** Checks a unique pupil number, permanent (thirteen with a digit last) or temporary (a letter last). */
export function checkUpn(text: string): Checked {
  const upn = bare(text);
  if (!/^[A-HJ-NP-RT-Z]\d{11}[\dA-HJ-NP-RT-Z]$/.test(upn)) {
    return wrong('A UPN is a letter (never I, O or S) and 12 digits; a temporary one ends in a letter');
  }
  if (upnCheckLetter(upn.slice(1)) !== upn[0]) return wrong('The first letter does not fit this UPN: check it for a mistyped digit');
  return fine(upn);
}

/** True for a temporary UPN, which a later permanent one replaces: never proof that two records are different people. */
export const isTemporaryUpn = (upn: string): boolean => /[A-Z]$/.test(upn);

/** Checks a unique learner number (Learning Records Service: weights 10 to 1, remainder 10). */
export function checkUln(text: string): Checked {
  const digits = bare(text);
  if (!/^[1-9]\d{9}$/.test(digits)) return wrong('A unique learner number has 10 digits and does not start with 0');
  if (fallingSum(digits, 10) % 11 !== 10) return wrong('The last digit does not fit this unique learner number');
  return fine(digits);
}
