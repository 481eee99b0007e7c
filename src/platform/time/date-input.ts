/**
 * Reading the three boxes of a date question. One message, the boxes at fault, in the words of the GOV.UK date input
 * component. Month may be a number or a name ("11", "Nov", "november").
 */
import { type PlainDate, isRealDate, plainDate } from './calendar-day.ts';
import { MONTH_NAMES, fullDate } from './plain-dates.ts';

export type DateBox = 'day' | 'month' | 'year';
export type TypedDate = { day?: string; month?: string; year?: string };

/** `value` is null only for an optional date left empty. */
export type ReadDate = { ok: true; value: PlainDate | null } | { ok: false; message: string; boxes: DateBox[] };

/** `label` starts the sentence ("Date of birth"). Limits are inclusive. `today` is needed by the past and future rules. */
export type DateQuestion = {
  label: string;
  optional?: boolean;
  notBefore?: PlainDate;
  notAfter?: PlainDate;
  mustBe?: 'in the past' | 'today or in the past' | 'today or in the future' | 'in the future';
  today?: PlainDate;
};

const BOXES: readonly DateBox[] = ['day', 'month', 'year'];

/** Reads a typed date, or says what to put right. Never throws on what a person typed. */
export function readDate(typed: TypedDate, question: DateQuestion): ReadDate {
  const text = { day: typed.day?.trim() ?? '', month: typed.month?.trim() ?? '', year: typed.year?.trim() ?? '' };
  const empty = BOXES.filter((box) => text[box] === '');
  if (empty.length === 3) return question.optional ? { ok: true, value: null } : refusal(`Enter ${lowerFirst(question.label)}`, BOXES);
  if (empty.length > 0) return refusal(`${question.label} must include ${inWords(empty)}`, empty);
  const month = monthNumber(text.month);
  const wrong = wrongBoxes(text.day, month, text.year);
  if (wrong.length === 1 && wrong[0] === 'year' && /^\d{1,3}$/.test(text.year)) return refusal('Year must include 4 numbers', wrong);
  if (wrong.length > 0) return refusal(`${question.label} must be a real date`, wrong);
  const [day, year] = [Number(text.day), Number(text.year)];
  if (!isRealDate(year, month, day)) return refusal(`${question.label} must be a real date`, BOXES);
  return withinLimits(plainDate(year, month, day), question);
}

function withinLimits(date: PlainDate, question: DateQuestion): ReadDate {
  const { label, notBefore, notAfter, mustBe, today } = question;
  if (mustBe && today && !isPlacedRightly(date, today, mustBe)) return refusal(`${label} must be ${mustBe}`, BOXES);
  if (notBefore && date < notBefore) return refusal(`${label} must be the same as or after ${fullDate(notBefore)}`, BOXES);
  if (notAfter && date > notAfter) return refusal(`${label} must be the same as or before ${fullDate(notAfter)}`, BOXES);
  return { ok: true, value: date };
}

function isPlacedRightly(date: PlainDate, today: PlainDate, mustBe: NonNullable<DateQuestion['mustBe']>): boolean {
  if (date === today) return mustBe.startsWith('today');
  return date < today ? mustBe.endsWith('past') : mustBe.endsWith('future');
}

function wrongBoxes(day: string, month: number, year: string): DateBox[] {
  const wrong: DateBox[] = [];
  if (!/^\d{1,2}$/.test(day) || Number(day) < 1 || Number(day) > 31) wrong.push('day');
  if (month === 0) wrong.push('month');
  if (!/^[1-9]\d{3}$/.test(year)) wrong.push('year');
  return wrong;
}

/** 1 to 12 from "11", "Nov", "Sept" or "november"; 0 when it is none. */
function monthNumber(text: string): number {
  if (/^\d{1,2}$/.test(text)) return Number(text) <= 12 ? Number(text) : 0;
  const wanted = text.toLowerCase().replace(/\.$/, '');
  return wanted.length < 3 ? 0 : MONTH_NAMES.findIndex((name) => name.toLowerCase().startsWith(wanted)) + 1;
}

function refusal(message: string, boxes: readonly DateBox[]): ReadDate {
  return { ok: false, message, boxes: [...boxes] };
}

function inWords(boxes: readonly DateBox[]): string {
  return boxes.map((box) => `a ${box}`).join(' and ');
}

function lowerFirst(label: string): string {
  return label.charAt(0).toLowerCase() + label.slice(1);
}
