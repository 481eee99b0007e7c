import { z } from 'zod';
import { invalid } from '../../../../platform/access/refusal.ts';
import { isRealDate, plainDate, type PlainDate } from '../../../../platform/time/calendar-day.ts';
import { oneOf, optionalText, requiredText } from '../../../../platform/web/fields.ts';
import { checkNhsNumber, checkUpn } from '../../identifier.ts';
import { normalisePostcode } from '../../postcode.ts';
import { foldedLine, phoneDigits } from '../../search-keys.ts';
import { isNarrow, type Born, type Sought } from '../../search/sought.ts';
import { readTyped, type Understood } from '../../search/typed-query.ts';

/** Why someone may look in the index; the words they add say which child and what for. */
export const searchReasons = [
  'Answering a contact or referral',
  'Working with this child or family',
  'Finding out who is involved before I act',
  'Asked by another agency',
  'Putting a record right',
  'Checking practice',
] as const;

/** One box, a date of birth or part of one, an area, and why. The others put right what was understood from the box. */
export const searchShape = z.object({
  q: optionalText(200),
  given: optionalText(100),
  family: optionalText(100),
  'born-day': optionalText(4),
  'born-month': optionalText(12),
  'born-year': optionalText(6),
  area: optionalText(60),
  number: optionalText(20),
  phone: optionalText(30),
  line: optionalText(100),
  parent: optionalText(100),
  reason: oneOf(searchReasons, 'Choose why you are looking'),
  why: requiredText('Say in a few words what for', 200),
});
export type SearchAnswers = z.output<typeof searchShape>;

/** What was typed, as the index is asked. A name alone is no question. Throws invalid, every field's message at once. */
export function askedFor(typed: SearchAnswers, today: PlainDate): Understood {
  const read = readTyped(typed.q ?? '', today);
  const name = [typed.given, typed.family].filter(Boolean).join(' ');
  const sought: Sought = {
    ...read.sought,
    ...(name ? { name } : {}),
    ...(typed.parent ? { parent: typed.parent } : {}),
    ...bornOf(typed),
    ...placeOf(typed.area),
    ...(typed.number ? { identifiers: [identifierOf(typed.number)] } : {}),
    ...(typed.phone ? { phone: phoneOf(typed.phone) } : {}),
    ...(typed.line ? { line: lineOf(typed.line) } : {}),
  };
  if (isNarrow(sought)) return { ...read, sought };
  const [unread] = read.unread;
  if (!sought.name && !sought.parent)
    throw invalid([{ field: 'q', message: unread ? `Check ${unread}` : 'Enter a name, a number, a telephone number or an address' }]);
  throw invalid([
    { field: 'born-year', message: 'A name alone finds too many people. Enter a date of birth, an area or a number as well.' },
    ...read.unread.map((piece) => ({ field: 'q', message: `Check ${piece}` })),
  ]);
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** A date of birth as far as it is known: a year, a month and a year, or the day. */
function bornOf(typed: SearchAnswers): { born?: Born } {
  const [day, monthTyped, yearTyped] = [typed['born-day'], typed['born-month'], typed['born-year']];
  if (!day && !monthTyped && !yearTyped) return {};
  const year = Number(yearTyped);
  const month = /^\d+$/.test(monthTyped ?? '') ? Number(monthTyped) : months.indexOf((monthTyped ?? '').slice(0, 3).toLowerCase()) + 1;
  const wrong = (message: string) => invalid([{ field: 'born-year', message }]);
  if (!yearTyped || !/^(?:19|20)\d{2}$/.test(yearTyped))
    throw wrong('Enter a year of 4 numbers, for example 2019. The year alone will do.');
  if (!monthTyped && !day) return { born: { kind: 'years', years: [year], said: yearTyped } };
  if (month < 1 || month > 12) throw wrong('Date of birth must include a month');
  if (!day) return { born: { kind: 'month', year, month } };
  if (!isRealDate(year, month, Number(day))) throw wrong('Date of birth must be a real date');
  return { born: { kind: 'day', date: plainDate(year, month, Number(day)) } };
}

/** A postcode, the half before its space, or else a ward. */
function placeOf(area: string | null): Partial<Sought> {
  if (!area) return {};
  const postcode = normalisePostcode(area);
  if (postcode) return { postcode, outward: null };
  const half = /^[a-z]{1,2}\d[a-z\d]?$/i.test(area) ? area.toUpperCase() : null;
  return half ? { outward: half, postcode: null } : { ward: area };
}

function identifierOf(text: string): string {
  const [nhs, upn] = [checkNhsNumber(text), checkUpn(text)];
  if (nhs.valid) return nhs.value;
  if (upn.valid) return upn.value;
  if (/^[a-z]{0,4}-?\d{5,9}$/i.test(text)) return text.toUpperCase();
  throw invalid([{ field: 'number', message: /^[\s\d-]+$/.test(text) ? nhs.reason : upn.reason }]);
}

function phoneOf(text: string): string {
  const digits = phoneDigits(text);
  if (digits) return digits;
  throw invalid([{ field: 'phone', message: 'Enter a telephone number, like 020 8863 5611 or 07700 900 982' }]);
}

function lineOf(text: string): string {
  if (foldedLine(text)) return text;
  throw invalid([{ field: 'line', message: 'Enter a house number and street, for example 14 Mile End Road' }]);
}
