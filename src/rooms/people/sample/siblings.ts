import { ageAtShare } from './borough.ts';
import { yearOfDays, type DayNumber } from './days.ts';
import { weights, type Random } from './random.ts';

/** One birth: the day, and whether it is the second of twins (then `twinOf` is the place of the first in the list). */
export type Birth = { bornOn: DayNumber; sex: 'F' | 'M'; twinOf: number | null };

const usualSizes = weights([
  [1, 45],
  [2, 40],
  [3, 11],
  [4, 3],
  [5, 1],
]);
const largeSizes = weights([
  [1, 22],
  [2, 30],
  [3, 24],
  [4, 14],
  [5, 7],
  [6, 3],
]);
/** Mean births of a family, so that communities with larger families are not drawn too often. */
export const meanBirths = { usual: 1.75, large: 2.63 };

/** Twins in England and Wales: about 15 of every 1,000 maternities; about a third of pairs are a girl and a boy. */
const twinsPerMaternity = 0.015;
const mixedPairs = 1 / 3;
/** 48 boys to 52 girls, as the village has it. */
const boys = 0.48;
const closest = 1.05 * yearOfDays;

/**
 * The births of one family, eldest first. The first age falls anywhere in the village's spread; the others lie one to five
 * years apart from it, turned back at the ends, so that the ages of all children together keep the village's shape.
 */
export function birthsOf(large: boolean, asOf: DayNumber, random: Random): Birth[] {
  const count = random.weighted(large ? largeSizes : usualSizes);
  const direction = random.chance(0.5) ? 1 : -1;
  const days: DayNumber[] = [];
  let share = random.next();
  for (let at = 0; at < count; at++) {
    const age = ageAtShare(turnedBack(share)) * yearOfDays;
    days.push(apartFrom(days, asOf - 1 - Math.floor(age), asOf));
    share += (direction * (1.2 + 1.5 * random.next() + 2 * random.next())) / 19;
  }
  return days
    .toSorted((a, b) => a - b)
    .flatMap((bornOn) => maternity(bornOn, random))
    .map((birth, at, all) =>
      birth.twinOf === null ? birth : { ...birth, twinOf: all.findIndex((other, place) => place < at && other.bornOn === birth.bornOn) },
    );
}

/** Reflects a share that ran past either end, which keeps an even spread even. */
function turnedBack(share: number): number {
  const within = Math.abs(share) % 2;
  return within > 1 ? 2 - within : within;
}

/** Moves a birthday back until it is more than a year from every brother's and sister's; never after today. */
function apartFrom(taken: readonly DayNumber[], wanted: DayNumber, asOf: DayNumber): DayNumber {
  let day = wanted;
  while (taken.some((other) => Math.abs(other - day) < closest)) day -= 97;
  return Math.min(day, asOf - 1);
}

function maternity(bornOn: DayNumber, random: Random): Birth[] {
  const sex = random.chance(boys) ? 'M' : 'F';
  if (!random.chance(twinsPerMaternity)) return [{ bornOn, sex, twinOf: null }];
  const other = random.chance(mixedPairs) ? (sex === 'M' ? 'F' : 'M') : sex;
  return [
    { bornOn, sex, twinOf: null },
    { bornOn, sex: other, twinOf: 0 },
  ];
}
