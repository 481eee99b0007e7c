import { shortDate } from '../../platform/time/plain-dates.ts';

/** A colleague who is away today, until when, and who stands in. */
export interface Away {
  staffId: string;
  name: string;
  until: string;
  cover: string | null;
}

/** "away until 4 Dec, covered by Otto Outsider". */
export const awayWords = (gone: Away, today: string): string =>
  `away until ${shortDate(gone.until, today)}${gone.cover ? `, covered by ${gone.cover}` : ', no cover named'}`;
