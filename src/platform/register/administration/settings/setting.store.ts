import { sql } from 'kysely';
import type { Ctx, StaffCtx } from '../../../access/ctx.ts';
import { addDays, type PlainDate } from '../../../time/calendar-day.ts';
import { knownSettings, type KnownSetting } from './setting.ts';

/** A setting as it stands, with who changed it last. */
export interface SettingNow extends KnownSetting {
  value: string;
  changedAt: Date | null;
  changedBy: string | null;
}

/** Every setting an administrator may change, with its value today. */
export async function settingsNow(ctx: StaffCtx): Promise<SettingNow[]> {
  const rows = await ctx.tx
    .selectFrom('setting as s')
    .leftJoin('staff as w', 'w.id', 's.changed_by')
    .select(['s.key', 's.value', 's.changed_at as changedAt', 's.changed_by', 'w.display_name as changedBy'])
    .execute();
  return knownSettings.map((known) => {
    const row = rows.find((one) => one.key === known.key);
    return {
      ...known,
      value: row?.value ?? String(known.fallback),
      changedAt: row?.changed_by ? row.changedAt : null,
      changedBy: row?.changedBy ?? null,
    };
  });
}

/** Writes a setting's value. */
export async function changeSetting(ctx: StaffCtx, known: KnownSetting, value: string): Promise<void> {
  const row = { value, note: known.note, changed_at: ctx.now, changed_by: ctx.who.staffId };
  await ctx.tx
    .insertInto('setting')
    .values({ key: known.key, ...row })
    .onConflict((clash) => clash.column('key').doUpdateSet(row))
    .execute();
}

/** Whether this database is marked as a demonstration. */
export async function markedAsDemonstration(ctx: Ctx): Promise<boolean> {
  const row = await ctx.tx.selectFrom('setting').select('value').where('key', '=', 'demonstration').executeTakeFirst();
  return row?.value === 'yes' || row?.value === 'true';
}

/** Opening hours of the hub on one weekday (1 Monday to 7 Sunday), London time, "HH:MM". */
export interface HubHours {
  weekday: number;
  opensAt: string;
  closesAt: string;
  validFrom: PlainDate;
  validTo: PlainDate | null;
}

/** Hours of the hub that hold on a day or later, by weekday. */
export async function hubHours(ctx: StaffCtx, today: PlainDate): Promise<HubHours[]> {
  const { rows } =
    await sql<HubHours>`select weekday, to_char(opens_at, 'HH24:MI') as "opensAt", to_char(closes_at, 'HH24:MI') as "closesAt", valid_from as "validFrom", valid_to as "validTo"
    from hub_hours where valid_to is null or valid_to >= ${today} order by weekday, valid_from`.execute(ctx.tx);
  return rows;
}

/** Sets the hours of a weekday from a day on, or closes the hub on it (`hours` null); what held before ends the day before. Clocks already started keep their due dates. */
export async function setHubHours(
  ctx: StaffCtx,
  weekday: number,
  from: PlainDate,
  hours: { opensAt: string; closesAt: string } | null,
): Promise<void> {
  await sql`update hub_hours set valid_to = ${addDays(from, -1)} where weekday = ${weekday} and valid_from < ${from} and (valid_to is null or valid_to >= ${from})`.execute(
    ctx.tx,
  );
  if (!hours) return;
  await sql`insert into hub_hours (weekday, opens_at, closes_at, valid_from) values (${weekday}, ${hours.opensAt}::time, ${hours.closesAt}::time, ${from})
    on conflict (weekday, valid_from) do update set opens_at = excluded.opens_at, closes_at = excluded.closes_at, valid_to = null`.execute(
    ctx.tx,
  );
}
