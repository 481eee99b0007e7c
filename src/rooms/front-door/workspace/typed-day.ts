import { z } from 'zod';
import { isRealDate, type PlainDate } from '../../../platform/time/calendar-day.ts';
import { readDate } from '../../../platform/time/date-input.ts';
import type { Typed } from '../../../platform/web/route.ts';

/** A day of an address, "2026-11-24"; undefined for anything else. */
export function dayIn(typed: string | undefined): PlainDate | undefined {
  const [, year, month, day] = /^(20\d\d)-(\d\d)-(\d\d)$/.exec(typed ?? '') ?? [];
  return isRealDate(Number(year), Number(month), Number(day)) ? typed : undefined;
}

const box = (typed: Typed, part: string): string => String([typed[`day-${part}`]].flat().at(-1) ?? '');

/** A shape whose `day` is read from the three boxes of a date question. */
export function withDay<T extends z.ZodType>(shape: T) {
  return z.preprocess((typed) => {
    const given = typed as Typed;
    return { ...given, day: ['day', 'month', 'year'].map((part) => box(given, part)).join('|') };
  }, shape);
}

/** The day such a shape holds: must be given. */
export const dayField = (label: string) =>
  z
    .string()
    .catch('||')
    .transform((boxes, context): PlainDate => {
      const [day = '', month = '', year = ''] = boxes.split('|');
      const read = readDate({ day, month, year }, { label });
      if (read.ok && read.value) return read.value;
      context.issues.push({ code: 'custom', message: read.ok ? `Enter ${label.toLowerCase()}` : read.message, input: boxes });
      return z.NEVER;
    });

/** A time of the day, "09:00", as it must be typed. */
export const timeField = (message: string) =>
  z.preprocess(
    (typed) => {
      const last: unknown = [typed].flat().at(-1);
      return (typeof last === 'string' ? last : '')
        .trim()
        .replace(/^(\d):/, '0$1:')
        .replace('.', ':');
    },
    z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, message),
  );
