/** The only values that may stand in a message. Each kind has a shape so narrow that nothing about a person fits in it. */
import type { PlainDate } from '../time/calendar-day.ts';
import { longDate } from '../time/plain-dates.ts';
import { templateOf, type TemplateName, type templates } from './templates.ts';

/** Values of one template: a reference people can say ("C-2041"), a day, and a path in Goldthread ("/my-concerns"). */
export type WordsOf<T extends TemplateName> = {
  [Name in (typeof templates)[T]['values'][number]]: Name extends 'day' ? PlainDate : string;
};

/** Thrown when a value could say something about somebody. A mistake in the code, never of a person. */
export class MayHoldPersonalData extends Error {
  override readonly name = 'MayHoldPersonalData';
}

const shapes = {
  reference: /^[A-Z]{1,4}-\d{1,9}$/,
  day: /^\d{4}-\d\d-\d\d$/,
  /** Words of our own addresses, ids, and codes; never a query, where something searched for could stand. */
  link: /^(\/([a-z]+(-[a-z]+)*|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|[A-Za-z0-9_-]{43}))*\/?$/,
} as const;

/** The values as they are kept until sent. Throws MayHoldPersonalData on any value out of its shape, one too many or one too few. */
export function checkedWords<T extends TemplateName>(template: T, words: WordsOf<T>): Record<string, string> {
  const wanted = templateOf(template).values;
  const given = words as Record<string, string>;
  const over = Object.keys(given).find((name) => !(wanted as readonly string[]).includes(name));
  if (over) throw new MayHoldPersonalData(`"${template}" has no place for "${over}"`);
  return Object.fromEntries(
    wanted.map((name) => {
      const value = given[name] ?? '';
      if (!shapes[name].test(value)) throw new MayHoldPersonalData(`"${name}" of "${template}" is not of its shape`);
      return [name, value];
    }),
  );
}

/** The values as they are sent: the day in words, the link whole. `origin` is the address people use. */
export function spokenWords(kept: Readonly<Record<string, string>>, origin: string): Record<string, string> {
  return Object.fromEntries(
    Object.entries(kept).map(([name, value]) => [
      name,
      name === 'link' ? `${origin}${value}` : name === 'day' ? longDate(value as PlainDate) : value,
    ]),
  );
}
