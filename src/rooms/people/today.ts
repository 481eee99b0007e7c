import type { Ctx } from '../../platform/access/ctx.ts';
import type { PlainDate } from '../../platform/time/calendar-day.ts';
import { londonDate } from '../../platform/time/london.ts';

/** The day it is in London as this request takes place. */
export const londonDay = (ctx: Ctx): PlainDate => londonDate(ctx.now);
