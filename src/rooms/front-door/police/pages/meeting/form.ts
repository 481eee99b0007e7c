import { z } from 'zod';
import { optionalText } from '../../../../../platform/web/fields.ts';

/** Lines for those who were there. */
export const places = [1, 2, 3, 4, 5, 6, 7, 8] as const;

export const closeShape = z
  .object({
    ...Object.fromEntries(places.flatMap((at) => [[`name${at}`, optionalText(100)] as const, [`agency${at}`, optionalText(100)] as const])),
    heldOverReason: optionalText(1000),
    note: optionalText(4000),
  })
  .transform((typed) => {
    const said = typed as Record<string, string | null>;
    const attended = places
      .map((at) => ({ name: said[`name${at}`] ?? '', agencyName: said[`agency${at}`] ?? '' }))
      .filter((one) => one.name !== '' && one.agencyName !== '');
    return { attended, heldOverReason: said['heldOverReason'] ?? null, note: said['note'] ?? null };
  });
