import { types } from 'pg';
import type { CustomTypesConfig } from 'pg';

function asText(value: string): string {
  return value;
}

/** A whole number JavaScript can hold exactly; throws rather than round one that it cannot. */
function safeInteger(value: string): number {
  const number = Number(value);
  if (!Number.isSafeInteger(number)) throw new RangeError('A bigint from the database is too large for a number.');
  return number;
}

/**
 * How the database's values arrive: a date is 'YYYY-MM-DD' and has no time of day, a bigint is a number, an interval and
 * a numeric are text. Text form only: binary results are never asked for.
 */
const ours = new Map<number, (value: string) => unknown>([
  [types.builtins.DATE, asText],
  [types.builtins.INT8, safeInteger],
  [types.builtins.NUMERIC, asText],
  [types.builtins.INTERVAL, asText],
  [1182 /* date[] */, (value) => textArray(value)],
  [1016 /* bigint[] */, (value) => textArray(value).map(safeInteger)],
]);

function textArray(value: string): string[] {
  const parse = types.getTypeParser(1009 as never) as (text: string) => string[]; // 1009 is text[]
  return parse(value);
}

/** Parsers for `pg`, by PostgreSQL's type number; the same facts `db:types` writes into the types. */
export const parsers: CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    (format === 'binary' ? undefined : ours.get(oid)) ?? types.getTypeParser(oid, format as 'text')) as CustomTypesConfig['getTypeParser'],
};
