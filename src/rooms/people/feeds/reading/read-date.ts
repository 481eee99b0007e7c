import type { DateFormat } from '../feed.ts';

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const patterns: Readonly<Record<DateFormat, { shape: RegExp; order: readonly ['y' | 'm' | 'd', 'y' | 'm' | 'd', 'y' | 'm' | 'd'] }>> = {
  'YYYY-MM-DD': { shape: /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ].*)?$/, order: ['y', 'm', 'd'] },
  'DD/MM/YYYY': { shape: /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?: .*)?$/, order: ['d', 'm', 'y'] },
  YYYYMMDD: { shape: /^(\d{4})(\d{2})(\d{2})$/, order: ['y', 'm', 'd'] },
  'DD-Mon-YYYY': { shape: /^(\d{1,2})[- ]([A-Za-z]{3})[A-Za-z]*[- ](\d{4})$/, order: ['d', 'm', 'y'] },
  'MM/DD/YYYY': { shape: /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?: .*)?$/, order: ['m', 'd', 'y'] },
};

/** Reads a date as a feed writes it; null when it is none. A day that no month has is none. */
export function readFeedDate(text: string, format: DateFormat): string | null {
  const { shape, order } = patterns[format];
  const found = shape.exec(text.trim());
  if (!found) return null;
  const part = (which: 'y' | 'm' | 'd'): string => found[order.indexOf(which) + 1] ?? '';
  const month = /\d/.test(part('m')) ? Number(part('m')) : months.indexOf(part('m').toLowerCase()) + 1;
  const [year, day] = [Number(part('y')), Number(part('d'))];
  const made = new Date(Date.UTC(year, month - 1, day));
  if (year < 1900 || made.getUTCFullYear() !== year || made.getUTCMonth() !== month - 1 || made.getUTCDate() !== day) return null;
  return made.toISOString().slice(0, 10);
}
