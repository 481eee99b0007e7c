import type { Chance } from './chance.ts';

/** An NHS number that passes its check digit (NHS Data Dictionary, modulus 11). */
export function drawNhsNumber(chance: Chance): string {
  for (;;) {
    const nine = `9${String(chance.below(100_000_000)).padStart(8, '0')}`;
    const sum = [...nine].reduce((total, digit, at) => total + Number(digit) * (10 - at), 0);
    const check = 11 - (sum % 11);
    if (check !== 10) return `${nine}${check === 11 ? 0 : check}`;
  }
}

const checkLetters = 'ABCDEFGHJKLMNPQRTUVWXYZ';

/** A unique pupil number with its check letter (Department for Education, UPN guide: weights 2 to 13, modulus 23). */
export function drawUpn(chance: Chance): string {
  const [authority, school] = [200 + chance.below(700), 1000 + chance.below(9000)];
  const digits = `${authority}${school}${10 + chance.below(16)}${String(chance.below(1000)).padStart(3, '0')}`;
  const sum = [...digits].reduce((total, digit, at) => total + Number(digit) * (at + 2), 0);
  return `${checkLetters[sum % 23]}${digits}`;
}
