/** From the answer form to items: what was typed, read place by place, every message at once. */
import { invalid, type FieldError } from '../../../platform/access/refusal.ts';
import type { PlainDate } from '../../../platform/time/calendar-day.ts';
import { readDate } from '../../../platform/time/date-input.ts';
import type { Typed } from '../../../platform/web/route.ts';
import { nothing } from './question-sets.codes.ts';
import { handlingCodes, intelligenceGrades, sourceGrades } from './grading.codes.ts';
import { extraPlace, itemKinds, itemWords, mostExtra, partsOf, reaches, type AskedAbout, type Item, type Place } from './return.ts';

/** Longest text of one item, in characters. */
export const longestWords = 4000;

export const textOf = (typed: Typed, name: string): string => [typed[name]].flat().at(-1)?.replaceAll('\r\n', '\n').trim() ?? '';
const listOf = (typed: Typed, name: string): string[] => [typed[name]].flat().filter((one): one is string => Boolean(one?.trim()));
const oneOf = <T extends string>(known: readonly T[], typed: string): T | null => known.find((one) => one === typed) ?? null;
const codes = (of: readonly (readonly [string, string])[]): readonly string[] => of.map(([code]) => code);

/** What of an item is under which name: `involved--all-words`. */
export const details = [
  'ready',
  'words',
  'kind',
  'source',
  'reach',
  'third-party',
  'grade-source',
  'grade-known',
  'handling',
  'from-day',
  'from-month',
  'from-year',
  'to-day',
  'to-month',
  'to-year',
] as const;

interface Reading {
  typed: Typed;
  place: Place;
  today: PlainDate;
  /** Who may have it where the item does not say. */
  reach: Item['reach'] | null;
  errors: FieldError[];
}

/** Everything the form holds: one item for each place with an answer, then what nobody asked. Throws `invalid` with every field's message. */
export function readItems(typed: Typed, facts: { places: readonly Place[]; people: readonly AskedAbout[]; today: PlainDate }): Item[] {
  const errors: FieldError[] = [];
  const reach = oneOf(reaches, textOf(typed, 'reach'));
  const all = [...facts.places, ...extrasIn(typed, facts.people)];
  const items = all.flatMap((place) => readItem({ typed, place, today: facts.today, reach, errors }) ?? []);
  if (!reach && items.some((item) => item.words !== nothing))
    errors.unshift({ field: 'reach', message: 'Select who may have what you return' });
  if (errors.length > 0) throw invalid(errors);
  return items;
}

/** What nobody asked, as far as it is filled in. */
export function extrasIn(typed: Typed, people: readonly AskedAbout[]): Place[] {
  return Array.from({ length: mostExtra }, (_, at) => at + 1)
    .filter((n) => textOf(typed, `more--${n}-words`) !== '')
    .map((n) => extraPlace(n, people.find((one) => one.id === textOf(typed, `more--${n}-about`)) ?? null));
}

function readItem(reading: Reading): Item | null {
  const { typed, place, errors } = reading;
  const of = (name: string): string => textOf(typed, `${place.name}-${name}`);
  const ready = listOf(typed, `${place.name}-ready`).filter((one) => place.question.ready.includes(one));
  const words = of('words');
  const say = (field: string, message: string): void => void errors.push({ field: `${place.name}-${field}`, message });
  if (ready.length === 0 && !words) return null;
  if (ready.includes(nothing) && (words || ready.length > 1)) {
    say(words ? 'words' : 'ready', `${whom(place)}: either nothing is known, or say what is`);
    return null;
  }
  if (words.length > longestWords) say('words', `${whom(place)}: use ${longestWords.toLocaleString('en-GB')} characters or fewer`);
  const said = itemWords(ready, words);
  if (said === nothing) return { ...plain(place), words: nothing };
  const dates = readDates(reading, say);
  const item: Item = {
    ...plain(place),
    words: said,
    kind: oneOf(itemKinds, of('kind')) ?? place.question.kind,
    ...dates,
    source: of('source') || null,
    ...readGrades(reading, say),
    reach: oneOf(reaches, of('reach')) ?? (place.question.careful ? 'OWNER_CONTROLLED-ASK' : (reading.reach ?? 'OPEN_TO_HUB-ASK')),
    thirdParty: of('third-party') !== '',
  };
  for (const [field, message] of itemFaults(place, item)) say(field, message);
  return item;
}

const plain = (place: Place): Item => ({
  aboutId: place.about?.id ?? null,
  question: place.question.key,
  kind: place.question.kind,
  words: '',
  from: null,
  to: null,
  source: null,
  grading: null,
  handling: null,
  reach: 'OPEN_TO_HUB-YES',
  thirdParty: false,
});

const whom = (place: Place): string => (place.about ? `${place.question.ask} (${place.about.name})` : place.question.ask);

/** Rules between the fields of one item: an allegation says whose it is; graded information carries all three grades; code 4 stays in the
 *  force and code 1 in the hub. */
export function itemFaults(place: Place, item: Item): [field: string, message: string][] {
  const faults: [string, string][] = [];
  if (item.kind === 'allegation' && !item.source) faults.push(['source', `${whom(place)}: enter who alleges it`]);
  if (place.question.graded && !item.grading) faults.push(['grade-source', `${whom(place)}: select the grades of the intelligence`]);
  if (item.grading && !item.handling) faults.push(['handling', `${whom(place)}: select the handling code`]);
  if (item.handling === '4')
    faults.push(['handling', `${whom(place)}: handling code 4 stays within the force, so leave this out of the return`]);
  if (item.handling === '1' && item.reach !== 'HUB_ONLY-NO')
    faults.push(['reach', `${whom(place)}: with handling code 1 only "The hub alone" fits`]);
  return faults;
}

function readGrades({ typed, place }: Reading, say: (field: string, message: string) => void): Pick<Item, 'grading' | 'handling'> {
  const of = (name: string): string => textOf(typed, `${place.name}-${name}`);
  const source = oneOf(codes(sourceGrades), of('grade-source'));
  const known = oneOf(codes(intelligenceGrades), of('grade-known'));
  if (source && !known) say('grade-known', `${whom(place)}: select how far it is known`);
  if (known && !source) say('grade-source', `${whom(place)}: select how reliable the source is`);
  return { grading: source && known ? `${source}${known}` : null, handling: oneOf(codes(handlingCodes), of('handling')) };
}

function readDates({ typed, place, today }: Reading, say: (field: string, message: string) => void): Pick<Item, 'from' | 'to'> {
  const read = (name: 'from' | 'to', label: string): PlainDate | null => {
    const part = (box: string): string => textOf(typed, `${place.name}-${name}-${box}`);
    const typedDate = { day: part('day'), month: part('month'), year: part('year') };
    const date = readDate(typedDate, { label, optional: true, mustBe: 'today or in the past', today });
    if (!date.ok) say(name, `${whom(place)}: ${date.message}`);
    return date.ok ? date.value : null;
  };
  const [from, to] = [read('from', 'When it happened'), read('to', 'When it ended')];
  if (to && !from) say('from', `${whom(place)}: enter when it began`);
  if (from && to && to < from) say('to', `${whom(place)}: the end comes before the beginning`);
  return { from, to };
}

/** The form as it was when these items were read from it, so that a colleague goes on where another stopped. */
export function typedOf(items: readonly Item[], places: readonly Place[]): Record<string, string | string[]> {
  const typed: Record<string, string | string[]> = {};
  const reach = commonReach(items);
  if (reach) typed['reach'] = reach;
  let extras = 0;
  for (const item of items) {
    const place =
      places.find((one) => one.question.key === item.question && (one.about?.id ?? null) === item.aboutId) ??
      extraPlace((extras += 1), null);
    Object.assign(typed, fieldsOf(item, place, reach));
  }
  return typed;
}

function commonReach(items: readonly Item[]): Item['reach'] | null {
  const informed = items.filter((item) => item.words !== nothing);
  const most = reaches.map((reach) => ({ reach, many: informed.filter((item) => item.reach === reach).length }));
  return informed.length === 0 ? null : (most.toSorted((a, b) => b.many - a.many)[0]?.reach ?? null);
}

function fieldsOf(item: Item, place: Place, reach: Item['reach'] | null): Record<string, string | string[]> {
  const { ready, typed } = partsOf(place.question, item.words);
  const usual = place.question.careful ? 'OWNER_CONTROLLED-ASK' : reach;
  const said: Record<string, string | string[]> = {
    ready: ready.length > 1 ? ready : (ready[0] ?? ''),
    words: typed,
    kind: item.kind,
    source: item.source ?? '',
    reach: item.words === nothing || item.reach === usual ? '' : item.reach,
    'third-party': item.thirdParty ? 'yes' : '',
    'grade-source': item.grading?.charAt(0) ?? '',
    'grade-known': item.grading?.charAt(1) ?? '',
    handling: item.handling ?? '',
    about: place.question.key === 'more' ? (item.aboutId ?? '') : '',
  };
  for (const name of ['from', 'to'] as const) {
    const [year = '', month = '', day = ''] = item[name]?.split('-') ?? [];
    Object.assign(said, { [`${name}-day`]: trimmed(day), [`${name}-month`]: trimmed(month), [`${name}-year`]: year });
  }
  const filled = Object.entries(said).filter(([, value]) => value.length > 0);
  return Object.fromEntries(filled.map(([name, value]) => [`${place.name}-${name}`, value]));
}

const trimmed = (number: string): string => (number ? String(Number(number)) : '');

/** What was typed, with "Nothing known" in every place still empty. */
export function restNothing(typed: Typed, places: readonly Place[]): Typed {
  const empty = places.filter(
    (place) =>
      listOf(typed, `${place.name}-ready`).length === 0 && !textOf(typed, `${place.name}-words`) && place.question.ready.includes(nothing),
  );
  return { ...typed, ...Object.fromEntries(empty.map((place) => [`${place.name}-ready`, nothing])) };
}
