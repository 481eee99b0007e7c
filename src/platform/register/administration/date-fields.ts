import { z } from 'zod';
import type { PlainDate } from '../../time/calendar-day.ts';
import { textValue } from '../../web/form-values.ts';
import { readDate, type DateQuestion } from '../../time/date-input.ts';

/** A date question in three boxes named `name-day`, `name-month` and `name-year`, to be joined to a shape with `.and(...)`.
 *  Gives `{ [name]: 'YYYY-MM-DD' }`, or null for an optional one left empty. */
export function dateFields<const N extends string>(name: N, question: DateQuestion) {
  return z.looseObject({}).transform((typed, context): Record<N, PlainDate | null> => {
    const box = (part: string): string => textValue(typed, `${name}-${part}`);
    const read = readDate({ day: box('day'), month: box('month'), year: box('year') }, question);
    if (!read.ok)
      context.addIssue({ code: 'custom', path: [read.boxes.length === 3 ? name : `${name}-${read.boxes[0]}`], message: read.message });
    return { [name]: read.ok ? read.value : null } as Record<N, PlainDate | null>;
  });
}

/** A date as the three boxes show it. */
export function typedDate(name: string, date: PlainDate | null): Record<string, string> {
  if (!date) return {};
  const [year = '', month = '', day = ''] = date.split('-');
  return { [`${name}-day`]: String(Number(day)), [`${name}-month`]: String(Number(month)), [`${name}-year`]: year };
}
