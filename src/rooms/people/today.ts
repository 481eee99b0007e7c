import { sql } from 'kysely';
import type { Ctx } from '../../platform/access/ctx.ts';
import type { PlainDate } from '../../platform/time/calendar-day.ts';
import { londonDate } from '../../platform/time/london.ts';

/** The day it is in London as this request takes place. */
export const londonDay = (ctx: Ctx): PlainDate => londonDate(ctx.now);

/** The day before the database's own today. Leave to know, restrictions and conflicts are read by policies that compare with the
 *  database's date, so what ends them must speak of the same date, or it would end late at midnight. */
export const endedAlready = sql<string>`current_date - 1`;
