import { z } from 'zod';
import { optionalText, requiredText } from '../../../../platform/web/fields.ts';

/** The three boxes of the last day as typed, read against today by the page; and the reason. */
export const retireShape = z.object({
  'lastDay-day': optionalText(10),
  'lastDay-month': optionalText(20),
  'lastDay-year': optionalText(10),
  reason: requiredText('Enter why', 1000),
});

export const bringBackShape = z.object({ reason: requiredText('Enter why', 1000) });
