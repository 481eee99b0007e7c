/** The rules and calendars a clock is read by, from the authority's own tables; and the first filling of those tables. */
import { sql } from 'kysely';
import type { Ctx } from '../access/ctx.ts';
import {
  BANK_HOLIDAYS_KNOWN_FROM,
  BANK_HOLIDAYS_KNOWN_TO,
  type BankHoliday,
  ENGLAND_AND_WALES,
  holidaysThatStand,
} from './bank-holidays.ts';
import { CLOCK_RULES } from './clock-rules.ts';
import type { ClockRule } from './clock.ts';
import type { ClockCalendar } from './clock-unit.ts';
import { type OpeningHours, WEEKDAYS_NINE_TO_FIVE } from './hub-hours.ts';
import { workingCalendar } from './working-day.ts';

/** Everything a clock is read by: the rules with their validity, the working days, the hub's hours. */
export interface ClockConfiguration {
  rules: readonly ClockRule[];
  calendar: ClockCalendar;
}

const read = new WeakMap<object, Promise<ClockConfiguration>>();

/**
 * The configuration as it stands, looked at once per transaction and read again only when it has changed. A clock for which
 * the authority has no row takes the rule of this release, and so for each bank holiday; a hub without hours is open 9am to
 * 5pm on weekdays.
 */
export function clockConfiguration(ctx: Ctx): Promise<ClockConfiguration> {
  const known = read.get(ctx.tx) ?? readConfiguration(ctx);
  read.set(ctx.tx, known);
  return known;
}

/** Forgets what this transaction read, after it changed a rule, a holiday or the hub's hours. */
export function forgetConfiguration(ctx: Ctx): void {
  read.delete(ctx.tx);
}

/** The configurations read last, by the database they are of and the state of their rows there. A few suffice: one process has one database. */
const kept = new Map<string, ClockConfiguration>();
const mostKept = 8;

/** Reads the rows only when one of them was written since: a row written anew has another place or another writer (ctid, xmin). */
async function readConfiguration(ctx: Ctx): Promise<ClockConfiguration> {
  const { rows } = await sql<{ stamp: string }>`select concat_ws('/', current_database(),
    (select count(*) || ':' || coalesce(sum(hashtext(ctid::text || xmin::text)), 0) from clock_rule),
    (select count(*) || ':' || coalesce(sum(hashtext(ctid::text || xmin::text)), 0) from bank_holiday),
    (select count(*) || ':' || coalesce(sum(hashtext(ctid::text || xmin::text)), 0) from hub_hours)) as stamp`.execute(ctx.tx);
  const stamp = rows[0]?.stamp ?? '';
  const known = kept.get(stamp) ?? (await readRows(ctx));
  kept.delete(stamp);
  kept.set(stamp, known);
  if (kept.size > mostKept) kept.delete(kept.keys().next().value ?? '');
  return known;
}

async function readRows(ctx: Ctx): Promise<ClockConfiguration> {
  const { rows } = await sql<{ rules: ClockRule[]; holidays: BankHoliday[]; hours: OpeningHours[] }>`select
    (select coalesce(json_agg(json_strip_nulls(json_build_object('key', key, 'name', name, 'limit', limit_count, 'unit', unit, 'direction', direction,
        'warnFraction', warn_fraction, 'warnLimit', warn_limit, 'basis', basis, 'source', source, 'note', note, 'validFrom', valid_from, 'validTo', valid_to))), '[]') from clock_rule) as rules,
    (select coalesce(json_agg(json_build_object('date', day, 'title', title, 'validFrom', valid_from, 'validTo', valid_to) order by day), '[]') from bank_holiday) as holidays,
    (select coalesce(json_agg(json_build_object('weekday', weekday, 'from', opens_at, 'to', closes_at, 'openOnBankHolidays', open_on_bank_holidays,
        'validFrom', valid_from, 'validTo', valid_to)), '[]') from hub_hours) as hours`.execute(ctx.tx);
  const { rules = [], holidays = [], hours = [] } = rows[0] ?? {};
  const own = new Set(rules.map((rule) => rule.key));
  return {
    rules: [...rules.map((rule) => ({ ...rule, validTo: rule.validTo ?? null })), ...CLOCK_RULES.filter((rule) => !own.has(rule.key))],
    calendar: { working: workingDays(holidays), hubOpening: hours.length > 0 ? hours : WEEKDAYS_NINE_TO_FIVE },
  };
}

/** England has eight ordinary bank holidays; a year with fewer is one whose list is not complete yet. */
const HOLIDAYS_A_YEAR = 8;

/** The authority's rows go before this release's, day by day. A later year is known once its list is complete. */
function workingDays(own: readonly BankHoliday[]): ClockCalendar['working'] {
  const written = new Set(own.map((holiday) => holiday.date));
  const all = holidaysThatStand([...own, ...ENGLAND_AND_WALES.filter((holiday) => !written.has(holiday.date))]);
  let year = Number(BANK_HOLIDAYS_KNOWN_TO.slice(0, 4));
  while (all.filter((holiday) => holiday.date.startsWith(String(year + 1))).length >= HOLIDAYS_A_YEAR) year += 1;
  return workingCalendar(all, BANK_HOLIDAYS_KNOWN_FROM, `${year}-12-31`);
}

/**
 * Fills clock_rule, bank_holiday and hub_hours from the lists of this release, as the system or an administrator, after
 * migrating. What is there already, an authority's own changes included, is left as it is. Answers how many rows were new.
 */
export async function seedClockConfiguration(ctx: Ctx): Promise<number> {
  const rules = await ctx.tx
    .insertInto('clock_rule')
    .values(CLOCK_RULES.map(ruleRow))
    .onConflict((clash) => clash.doNothing())
    .executeTakeFirst();
  const holidays = await ctx.tx
    .insertInto('bank_holiday')
    .values(
      ENGLAND_AND_WALES.map((holiday) => ({
        day: holiday.date,
        title: holiday.title,
        source: 'GOV.UK bank holidays, Open Government Licence v3.0',
        valid_from: holiday.validFrom,
        valid_to: holiday.validTo,
      })),
    )
    .onConflict((clash) => clash.doNothing())
    .executeTakeFirst();
  const hours = await sql`insert into hub_hours (weekday, opens_at, closes_at, valid_from)
    select weekday, opens_at, closes_at, valid_from from jsonb_to_recordset(${JSON.stringify(WEEKDAYS_NINE_TO_FIVE.map(hoursRow))}::jsonb)
      as one (weekday integer, opens_at time, closes_at time, valid_from date)
    where not exists (select 1 from hub_hours)`.execute(ctx.tx);
  forgetConfiguration(ctx);
  return (
    Number(rules.numInsertedOrUpdatedRows ?? 0n) + Number(holidays.numInsertedOrUpdatedRows ?? 0n) + Number(hours.numAffectedRows ?? 0n)
  );
}

function ruleRow(rule: ClockRule) {
  return {
    key: rule.key,
    name: rule.name,
    limit_count: rule.limit,
    unit: rule.unit,
    warn_fraction: String(rule.warnFraction ?? 0.8),
    warn_limit: rule.warnLimit ?? null,
    direction: rule.direction ?? 'after',
    basis: rule.basis,
    source: rule.source,
    note: rule.note ?? null,
    valid_from: rule.validFrom,
    valid_to: rule.validTo,
  };
}

function hoursRow(hours: OpeningHours) {
  return { weekday: hours.weekday, opens_at: hours.from, closes_at: hours.to, valid_from: hours.validFrom };
}
