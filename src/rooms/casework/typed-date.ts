import { z } from 'zod';
import { readDate, type DateQuestion } from '../../platform/time/date-input.ts';
import type { Typed } from '../../platform/web/route.ts';

/** Dates in form shapes: the three boxes of a date question become one ISO date, with the boxes' own messages.
 *  `withDates(['heldOn'], z.object({ heldOn: dateOf({ label: 'Day of the meeting' }) }))`. */

const box = (typed: Typed, name: string): string => String([typed[name]].flat().at(-1) ?? '');

/** A shape whose named dates are read from `name-day`, `name-month` and `name-year`. */
export function withDates<T extends z.ZodType>(names: readonly string[], shape: T) {
  return z.preprocess((typed) => {
    const given = typed as Typed;
    return {
      ...given,
      ...Object.fromEntries(names.map((name) => [name, ['day', 'month', 'year'].map((part) => box(given, `${name}-${part}`)).join('|')])),
    };
  }, shape);
}

const three = z.string().catch('||');

/** A date that must be given. */
export const dateOf = (question: DateQuestion) =>
  three.transform((boxes, context): string => {
    const read = readBoxes(boxes, question);
    if (read.ok && read.value) return read.value;
    context.issues.push({ code: 'custom', message: read.ok ? `Enter ${question.label.toLowerCase()}` : read.message, input: boxes });
    return z.NEVER;
  });

/** A date that may be left empty; empty becomes null. */
export const optionalDateOf = (question: DateQuestion) =>
  three.transform((boxes, context): string | null => {
    const read = readBoxes(boxes, { ...question, optional: true });
    if (read.ok) return read.value;
    context.issues.push({ code: 'custom', message: read.message, input: boxes });
    return z.NEVER;
  });

function readBoxes(boxes: string, question: DateQuestion) {
  const [day = '', month = '', year = ''] = boxes.split('|');
  return readDate({ day, month, year }, question);
}

/** An ISO date as the three boxes show it. */
export function boxesOf(name: string, date: string | null | undefined): Record<string, string> {
  if (!date) return {};
  const [year = '', month = '', day = ''] = date.split('-');
  return { [`${name}-day`]: String(Number(day)), [`${name}-month`]: String(Number(month)), [`${name}-year`]: year };
}
