/** Turns the written list of bank holidays into rows, and a day's list into the one that was known on that day. */
import { type PlainDate, addDays } from './calendar-day.ts';
import { BANK_HOLIDAY_LINES } from './bank-holidays.data.ts';

/** One bank holiday. It counts from the day it was announced (`validFrom`) up to and including its last day (`validTo`), if withdrawn. */
export type BankHoliday = { date: PlainDate; title: string; validFrom: PlainDate; validTo: PlainDate | null };

/** The years this release knows. Beyond them a working-day count refuses or is flagged, never guessed in silence. */
export const BANK_HOLIDAYS_KNOWN_FROM: PlainDate = '2012-01-01';
export const BANK_HOLIDAYS_KNOWN_TO: PlainDate = '2028-12-31';

/** Ordinary holidays are set by statute years ahead; for them "announced" is taken as two years before. */
const USUAL_NOTICE_DAYS = 730;

/** Every bank holiday in England and Wales 2012 to 2028, in date order, withdrawn ones included. */
export const ENGLAND_AND_WALES: readonly BankHoliday[] = BANK_HOLIDAY_LINES.trim().split('\n').map(readLine);

function readLine(line: string): BankHoliday {
  const [date = '', title = '', announced, lastDay] = line.split('|').map((part) => part.trim());
  return { date, title, validFrom: announced || addDays(date, -USUAL_NOTICE_DAYS), validTo: lastDay || null };
}

/** The holidays as they were known at the end of a given day: later announcements left out, withdrawn ones too. */
export function holidaysKnownOn(holidays: readonly BankHoliday[], day: PlainDate): BankHoliday[] {
  return holidays.filter((row) => row.validFrom <= day && (row.validTo === null || day <= row.validTo));
}

/** The holidays that stand now: every announced one that was never withdrawn. */
export function holidaysThatStand(holidays: readonly BankHoliday[]): BankHoliday[] {
  return holidays.filter((row) => row.validTo === null);
}
