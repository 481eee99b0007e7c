/**
 * Clocks in the database: started, met, cancelled and extended in the transaction of the act that makes it true.
 * The due date is written when a clock starts and never changed; an extension is a row of its own with a reason and a name.
 * A clock tells nothing but ids and dates; who may see the thing it runs on is that thing's own policy.
 */
import { sql } from 'kysely';
import type { Ctx } from '../access/ctx.ts';
import { notAllowed, refused } from '../access/refusal.ts';
import { type ClockConfiguration, clockConfiguration } from './clock-configuration.store.ts';
import { clockRule } from './clock-rules.ts';
import { type ClockExtension, type ClockReading, type ClockRule, runClock } from './clock.ts';
import { londonDate } from './london.ts';
import { longDate } from './plain-dates.ts';

/** Which clock on which thing: "C02" on a contact. */
export interface ClockName {
  rule: string;
  subjectKind: string;
  subjectId: string;
}

/** A clock as it stands now. `reading` holds numbers and words; a cancelled clock is read as of its cancelling. */
export interface StandingClock extends ClockName {
  id: string;
  ruleInForce: ClockRule;
  startedAt: Date;
  metAt: Date | null;
  cancelledAt: Date | null;
  breachReason: string | null;
  managerDecision: string | null;
  extensions: readonly ClockExtension[];
  reading: ClockReading;
}

interface ClockRow {
  id: string;
  rule: string;
  subjectKind: string;
  subjectId: string;
  startedAt: Date;
  dueAt: Date;
  warnAt: Date;
  metAt: Date | null;
  cancelledAt: Date | null;
  breachReason: string | null;
  managerDecision: string | null;
  extensions: { dueAt: string; reason: string; by: string; at: string }[];
}

/**
 * Starts a clock at its trigger moment and fixes its due date by the rule in force that day. A clock already running
 * on the same thing is left as it is and given back: a trigger that comes again does not start it anew. Throws NoSuchClock.
 */
export async function startClock(ctx: Ctx, start: ClockName & { startedAt: Date }): Promise<StandingClock> {
  const { rules, calendar } = await clockConfiguration(ctx);
  const rule = clockRule(start.rule, londonDate(start.startedAt), rules);
  const { dueAt, warnAt } = runClock(rule, { startedAt: start.startedAt, now: start.startedAt, extensions: [], calendar });
  await ctx.tx
    .insertInto('clock')
    .values({
      rule_key: start.rule,
      subject_kind: start.subjectKind,
      subject_id: start.subjectId,
      started_at: start.startedAt,
      due_at: dueAt,
      warn_at: warnAt,
    })
    .onConflict((clash) => clash.doNothing())
    .execute();
  return running(ctx, start);
}

/**
 * Stops a running clock because the thing happened, at `metAt` (now unless told), and says whether in time. Answers null
 * when no such clock is running. `breachReason` is why it was late, in the words of the person responsible.
 */
export async function meetClock(ctx: Ctx, met: ClockName & { metAt?: Date; breachReason?: string }): Promise<StandingClock | null> {
  const found = await runningId(ctx, met);
  if (found === null) return null;
  await ctx.tx
    .updateTable('clock')
    .set({ met_at: met.metAt ?? ctx.now, ...(met.breachReason ? { breach_reason: met.breachReason } : {}) })
    .where('id', '=', found)
    .execute();
  return byId(ctx, found);
}

/** Stops a running clock without its being met: the thing it ran on ended or was a mistake. False when none is running. */
export async function cancelClock(ctx: Ctx, name: ClockName): Promise<boolean> {
  const found = await runningId(ctx, name);
  if (found === null) return false;
  await ctx.tx.updateTable('clock').set({ cancelled_at: ctx.now }).where('id', '=', found).execute();
  return true;
}

/**
 * Moves the due date of a running clock to a later moment: a row with the reason and the signed-in person's name.
 * Refuses without a reason, for a moment not after the present due date, and when the clock is not running.
 */
export async function extendClock(ctx: Ctx, extension: ClockName & { dueAt: Date; reason: string }): Promise<StandingClock> {
  if (ctx.who.kind !== 'staff') throw notAllowed();
  if (extension.reason.trim() === '') throw refused('Say why the date is moved');
  const found = await runningId(ctx, extension);
  if (found === null) throw refused('This clock has stopped, so its date cannot be moved');
  const { reading } = await byId(ctx, found);
  if (extension.dueAt <= reading.dueAt) throw refused(`The new date must be after ${longDate(reading.dueOn)}`);
  await ctx.tx
    .insertInto('clock_extension')
    .values({
      clock_id: found,
      due_at: extension.dueAt,
      reason: extension.reason.trim(),
      extended_by: ctx.who.staffId,
      extended_at: ctx.now,
    })
    .execute();
  return byId(ctx, found);
}

/** Writes why a clock was late, and what the manager decided about it. False when there is no such clock. */
export async function explainBreach(ctx: Ctx, id: string, said: { breachReason?: string; managerDecision?: string }): Promise<boolean> {
  const values = {
    ...(said.breachReason ? { breach_reason: said.breachReason } : {}),
    ...(said.managerDecision ? { manager_decision: said.managerDecision } : {}),
  };
  if (Object.keys(values).length === 0) return false;
  const { numUpdatedRows } = await ctx.tx.updateTable('clock').set(values).where('id', '=', id).executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** The clock of that name: the running one, else the one started last; null when there never was one. */
export async function clockOf(ctx: Ctx, name: ClockName): Promise<StandingClock | null> {
  const rows = await readClocks(
    ctx,
    sql`c.rule_key = ${name.rule} and c.subject_kind = ${name.subjectKind} and c.subject_id = ${name.subjectId}::uuid`,
    sql`c.met_at is null and c.cancelled_at is null desc, c.started_at desc limit 1`,
  );
  return rows[0] ?? null;
}

/** All clocks of many things at once, by the thing's id, due first; for lists and queues. One statement. */
export async function clocksOf(ctx: Ctx, subjectKind: string, subjectIds: readonly string[]): Promise<Map<string, StandingClock[]>> {
  const clocks =
    subjectIds.length === 0
      ? []
      : await readClocks(ctx, sql`c.subject_kind = ${subjectKind} and c.subject_id = any(${subjectIds}::uuid[])`, sql`c.due_at, c.id`);
  const bySubject = new Map<string, StandingClock[]>();
  for (const clock of clocks) bySubject.set(clock.subjectId, [...(bySubject.get(clock.subjectId) ?? []), clock]);
  return bySubject;
}

/** Running clocks due at or before a moment, extensions counted, most overdue first. `subjectKinds` empty means any. */
export async function clocksDueBy(
  ctx: Ctx,
  by: Date,
  choice: { subjectKinds?: readonly string[]; limit?: number } = {},
): Promise<StandingClock[]> {
  const kinds = choice.subjectKinds ?? [];
  return readClocks(
    ctx,
    sql`c.met_at is null and c.cancelled_at is null and c.due_at <= ${by} and (${kinds.length === 0} or c.subject_kind = any(${kinds}))
      and coalesce(e.due_at, c.due_at) <= ${by}`,
    sql`coalesce(e.due_at, c.due_at), c.id limit ${choice.limit ?? 200}`,
  );
}

/** Running clocks whose due moment has passed, most overdue first. */
export async function overdueClocks(ctx: Ctx, choice: { subjectKinds?: readonly string[]; limit?: number } = {}): Promise<StandingClock[]> {
  return clocksDueBy(ctx, new Date(ctx.now.getTime() - 1), choice);
}

async function running(ctx: Ctx, name: ClockName): Promise<StandingClock> {
  const clock = await clockOf(ctx, name);
  if (clock === null) throw new Error(`Clock ${name.rule} on ${name.subjectKind} ${name.subjectId} did not start`);
  return clock;
}

async function byId(ctx: Ctx, id: string): Promise<StandingClock> {
  const [clock] = await readClocks(ctx, sql`c.id = ${id}::uuid`, sql`c.id`);
  if (!clock) throw new Error(`Clock ${id} is gone`);
  return clock;
}

/** Finds and locks the running clock of that name, so that two people cannot stop or move it at once. */
async function runningId(ctx: Ctx, name: ClockName): Promise<string | null> {
  const row = await ctx.tx
    .selectFrom('clock')
    .select('id')
    .where('rule_key', '=', name.rule)
    .where('subject_kind', '=', name.subjectKind)
    .where('subject_id', '=', name.subjectId)
    .where('met_at', 'is', null)
    .where('cancelled_at', 'is', null)
    .forUpdate()
    .executeTakeFirst();
  return row?.id ?? null;
}

async function readClocks(ctx: Ctx, which: ReturnType<typeof sql>, order: ReturnType<typeof sql>): Promise<StandingClock[]> {
  const configuration = await clockConfiguration(ctx);
  const { rows } = await sql<ClockRow>`
    select c.id, c.rule_key as rule, c.subject_kind as "subjectKind", c.subject_id as "subjectId", c.started_at as "startedAt", c.due_at as "dueAt", c.warn_at as "warnAt",
      c.met_at as "metAt", c.cancelled_at as "cancelledAt", c.breach_reason as "breachReason", c.manager_decision as "managerDecision", coalesce(e.rows, '[]') as extensions
    from clock c left join lateral (
      select json_agg(json_build_object('dueAt', x.due_at, 'reason', x.reason, 'by', coalesce(s.display_name, ''), 'at', x.extended_at) order by x.extended_at, x.due_at) as rows,
        (array_agg(x.due_at order by x.extended_at desc, x.due_at desc))[1] as due_at
      from clock_extension x left join staff s on s.id = x.extended_by where x.clock_id = c.id) e on true
    where ${which} order by ${order}`.execute(ctx.tx);
  return rows.map((row) => standing(row, configuration, ctx.now));
}

function standing(row: ClockRow, { rules, calendar }: ClockConfiguration, now: Date): StandingClock {
  const { dueAt, warnAt, ...clock } = row;
  const rule = clockRule(row.rule, londonDate(row.startedAt), rules);
  const extensions = row.extensions.map((one) => ({ dueAt: new Date(one.dueAt), reason: one.reason, by: one.by, at: new Date(one.at) }));
  const reading = runClock(rule, {
    startedAt: row.startedAt,
    now: row.cancelledAt ?? now,
    metAt: row.metAt,
    fixed: { dueAt, warnAt },
    extensions,
    calendar,
  });
  return { ...clock, ruleInForce: rule, extensions, reading };
}
