import { sql } from 'kysely';

/** The day before the database's own today. Leave to know, restrictions and conflicts are read by policies that compare with the
 *  database's date, so what ends them must speak of the same date, or it would end late at midnight. */
export const endedAlready = sql<string>`current_date - 1`;
