import { isRealDate, plainDate, type PlainDate } from '../../../platform/time/calendar-day.ts';
import { yearsOfAge, type Born } from './sought.ts';

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const month = '(jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*\\.?';
const monthNumber = (text: string): number => months.indexOf(text.slice(0, 3).toLowerCase()) + 1;
const sep = '[/.\\-\\s]';

/** A year typed with two digits is one that has begun: 19 is 2019, 98 is 1998. */
function fullYear(text: string, today: PlainDate): number {
  const year = Number(text);
  if (text.length === 4) return year;
  return year <= Number(today.slice(2, 4)) + 1 ? 2000 + year : 1900 + year;
}

/** Day first, as people here write; month first only where nothing else is a date. */
function dayOf(day: number, monthOf: number, year: number): Born | null {
  if (isRealDate(year, monthOf, day)) return { kind: 'day', date: plainDate(year, monthOf, day) };
  return isRealDate(year, day, monthOf) ? { kind: 'day', date: plainDate(year, day, monthOf) } : null;
}

const inMonth = (monthOf: number, year: number): Born | null =>
  monthOf >= 1 && monthOf <= 12 && year >= 1900 ? { kind: 'month', year, month: monthOf } : null;

type Reader = readonly [RegExp, (found: RegExpExecArray, today: PlainDate) => Born | null];

/** The ways a date, a part of one or an age is written, the fullest first. */
const readers: readonly Reader[] = [
  [/(?<!\d)([12]\d{3})-(\d{1,2})-(\d{1,2})(?!\d)/i, ([, y, m, d]) => dayOf(Number(d), Number(m), Number(y))],
  [
    new RegExp(`(?<![\\d/])(\\d{1,2})(?:st|nd|rd|th)?(?:${sep}| of )*${month}${sep}*,?${sep}*(\\d{4}|\\d{2})(?!\\d)`, 'i'),
    ([, d, m = '', y = ''], today) => dayOf(Number(d), monthNumber(m), fullYear(y, today)),
  ],
  [
    /(?<!\d)(\d{1,2})\s?[/.-]\s?(\d{1,2})\s?[/.-]\s?(\d{4}|\d{2})(?!\d)/,
    ([, d, m, y = ''], today) => dayOf(Number(d), Number(m), fullYear(y, today)),
  ],
  [/(?<!\d)(\d{1,2}) (\d{1,2}) ([12]\d{3})(?!\d)/, ([, d, m, y]) => dayOf(Number(d), Number(m), Number(y))],
  [/(?<!\d)(\d{2})(\d{2})((?:19|20)\d{2})(?!\d)/, ([, d, m, y]) => dayOf(Number(d), Number(m), Number(y))],
  [new RegExp(`\\b${month}\\s+((?:19|20)\\d{2})\\b`, 'i'), ([, m = '', y]) => inMonth(monthNumber(m), Number(y))],
  [/(?<![\d/])(\d{1,2})\s?[/.-]\s?((?:19|20)\d{2})(?!\d)/, ([, m, y]) => inMonth(Number(m), Number(y))],
  [
    /(?:\b(about|around|approximately|approx\.?|roughly|circa|ca?\.)\s+|~\s?)?\b(\d{1,2})[\s-]*(?:years?|yrs?|yo|y\/o)\b[\s-]*(?:olds?\b)?/i,
    (found, today) => ofAge(found[0], Number(found[2]), today),
  ],
  [
    /(?:\b(about|around|roughly)\s+)?\baged?\s+(about |around |roughly )?(\d{1,2})\b/i,
    (found, today) => ofAge(found[0], Number(found[3]), today),
  ],
  [/\b(\d{1,2})[\s-]*(?:months?|mths?|weeks?|wks?)\b[\s-]*(?:olds?\b)?/i, (found, today) => ofBaby(found[0], Number(found[1]), today)],
  [/(?<![\d/-])((?:19|20)\d{2})(?![\d/-])/, ([, year]) => ({ kind: 'years', years: [Number(year)], said: String(year) })],
];

function ofAge(said: string, age: number, today: PlainDate): Born {
  const about = /about|around|approx|roughly|circa|c\.|~/i.test(said);
  return {
    kind: 'years',
    years: yearsOfAge(age, about, today),
    said: `${about ? 'about ' : ''}${age} ${age === 1 ? 'year' : 'years'} old`,
  };
}

function ofBaby(said: string, count: number, today: PlainDate): Born {
  const days = /month|mth/i.test(said) ? count * 30.4 : count * 7;
  const then = new Date(Date.parse(today) - days * 86_400_000);
  const years = [-45, 45].map((slack) => new Date(then.getTime() + slack * 86_400_000).getUTCFullYear());
  return { kind: 'years', years: [...new Set(years)], said: said.trim() };
}

/** Finds the first date, part of a date or age in a text; `rest` is the text without it. */
export function dateWithin(text: string, today: PlainDate): { born: Born | null; rest: string } {
  for (const [pattern, read] of readers) {
    const found = pattern.exec(text);
    const born = found ? read(found, today) : null;
    if (found && born) return { born, rest: `${text.slice(0, found.index)} ${text.slice(found.index + found[0].length)}` };
  }
  return { born: null, rest: text };
}
