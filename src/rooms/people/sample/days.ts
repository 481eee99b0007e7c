/** Days since 1 January 1970: what the generator counts in; dates become text only when a row is written. */
export type DayNumber = number;

export const yearOfDays = 365.2425;

/** 2026-11-22 as a day number. */
export const dayNumber = (iso: string): DayNumber => Math.floor(Date.parse(`${iso}T00:00:00Z`) / 86_400_000);

/** A day number as 2026-11-22 (Hinnant's civil-from-days; ten times quicker than Date for half a million birthdays). */
export function isoDay(day: DayNumber): string {
  const z = day + 719468;
  const era = Math.floor(z / 146097);
  const doe = z - era * 146097;
  const yoe = Math.floor((doe - Math.floor(doe / 1460) + Math.floor(doe / 36524) - Math.floor(doe / 146096)) / 365);
  const doy = doe - (365 * yoe + Math.floor(yoe / 4) - Math.floor(yoe / 100));
  const mp = Math.floor((5 * doy + 2) / 153);
  const date = doy - Math.floor((153 * mp + 2) / 5) + 1;
  const month = mp < 10 ? mp + 3 : mp - 9;
  const year = yoe + era * 400 + (month <= 2 ? 1 : 0);
  return `${year}-${month < 10 ? '0' : ''}${month}-${date < 10 ? '0' : ''}${date}`;
}

/** Year the school year of that day began in: it turns on 1 September. */
export function schoolYearOf(day: DayNumber): number {
  const iso = isoDay(day);
  return Number(iso.slice(0, 4)) - (iso.slice(5, 7) < '09' ? 1 : 0);
}

/**
 * School year group in the school year that began in `schoolYear`: 0 is reception, -1 and -2 are nursery.
 * A child starts reception in the September after their fourth birthday (Education Act 1996 s8; births to 31 August count).
 */
export const yearGroup = (bornOn: DayNumber, schoolYear: number): number => schoolYear - schoolYearOf(bornOn) - 5;
