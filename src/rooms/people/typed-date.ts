import { z } from 'zod';
import { readDate, type DateQuestion } from '../../platform/time/date-input.ts';

const box = z.preprocess((typed) => (Array.isArray(typed) ? typed.at(-1) : typed) ?? '', z.string());

/** A date in three boxes as one answer: "2015-03-04", or null for an optional one left empty. */
export const typedDate = (question: DateQuestion) =>
  z.object({ day: box, month: box, year: box }).transform((parts, ctx) => {
    const read = readDate(parts, question);
    if (read.ok) return read.value;
    ctx.addIssue({ code: 'custom', message: read.message });
    return z.NEVER;
  });

/** A form some of whose answers are dates typed in three boxes (`born-day`, `born-month`, `born-year` become `born`). */
export const withDates = <S extends z.ZodRawShape>(names: readonly string[], shape: S) =>
  z.preprocess((typed) => {
    const fields = typed as Record<string, unknown>;
    const dates = names.map((name) => [name, { day: fields[`${name}-day`], month: fields[`${name}-month`], year: fields[`${name}-year`] }]);
    return { ...fields, ...Object.fromEntries(dates) };
  }, z.object(shape));

/** A stored date as the three boxes show it. */
export function inBoxes(name: string, date: string | null): Record<string, string> {
  const [year = '', month = '', day = ''] = date?.split('-') ?? [];
  return { [`${name}-day`]: day.replace(/^0/, ''), [`${name}-month`]: month.replace(/^0/, ''), [`${name}-year`]: year };
}
