import { invalid } from '../../../../platform/access/refusal.ts';
import { oneOf, optionalText, requiredText } from '../../../../platform/web/fields.ts';
import { checkNhsNumber, checkUpn } from '../../identifier.ts';
import { normalisePostcode } from '../../postcode.ts';
import type { KeyFacts } from '../../search-keys.ts';
import { typedDate, withDates } from '../../typed-date.ts';

/** Why someone may look in the index; the words they add say which child and what for. */
export const searchReasons = [
  'Answering a contact or referral',
  'Working with this child or family',
  'Finding out who is involved before I act',
  'Asked by another agency',
  'Putting a record right',
  'Checking practice',
] as const;

export const searchShape = withDates(['born'], {
  given: optionalText(100),
  family: optionalText(100),
  born: typedDate({ label: 'Date of birth', optional: true }),
  area: optionalText(60),
  number: optionalText(20),
  reason: oneOf(searchReasons, 'Choose why you are looking'),
  why: requiredText('Say in a few words what for', 200),
});

export interface SearchAnswers {
  given: string | null;
  family: string | null;
  born: string | null;
  area: string | null;
  number: string | null;
  reason: string;
  why: string;
}
export interface Asked {
  facts: KeyFacts;
  outward: string | null;
}

/** What was typed, as the index is asked. A name alone is no question: with a quarter of a million people it would show strangers.
 *  Throws invalid, every field's message at once. */
export function askedFor(typed: SearchAnswers): Asked {
  const number = typed.number ? identifierOf(typed.number) : null;
  const postcode = typed.area ? normalisePostcode(typed.area) : undefined;
  const outward = typed.area && !postcode && /^[a-z]{1,2}\d[a-z\d]?$/i.test(typed.area.trim()) ? typed.area.trim().toUpperCase() : null;
  const ward = typed.area && !postcode && !outward ? typed.area.trim() : null;
  const named = typed.given !== null || typed.family !== null;
  if (!number && !named) throw invalid([{ field: 'given', message: 'Enter a name, or an NHS number or UPN' }]);
  if (!number && !typed.born && !typed.area)
    throw invalid([{ field: 'born', message: 'A name alone finds too many people. Enter a date of birth, an area or a number as well.' }]);
  const names = named ? [{ given: typed.given, family: typed.family }] : [];
  return {
    facts: {
      names,
      dateOfBirth: typed.born,
      postcodes: postcode ? [postcode] : [],
      wards: ward ? [ward] : [],
      identifiers: number ? [number] : [],
    },
    outward,
  };
}

function identifierOf(text: string): string {
  const [nhs, upn] = [checkNhsNumber(text), checkUpn(text)];
  if (nhs.valid) return nhs.value;
  if (upn.valid) return upn.value;
  throw invalid([{ field: 'number', message: /^[\s\d-]+$/.test(text) ? nhs.reason : upn.reason }]);
}
