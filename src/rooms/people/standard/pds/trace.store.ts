import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { actingAs, type Ctx, type StaffCtx } from '../../../../platform/access/ctx.ts';
import { fullDate } from '../../../../platform/time/plain-dates.ts';
import { keysOf } from '../../search-keys.ts';
import { londonDay } from '../../today.ts';
import type { OurChild } from './our-child.ts';
import type { ComparedField, Difference } from './reconcile.ts';
import type { TraceOutcome, Traced } from './trace.ts';

/** The next children to ask about, in order of ids; the worker alone. Hidden children without the shield desk's leave are not among them. */
export async function childrenToTrace(ctx: Ctx, after: string | null, limit: number, before: Date): Promise<OurChild[]> {
  const { rows } = await sql<{
    children: OurChild[];
  }>`select search.children_to_trace(${after}::uuid, ${limit}, ${before}) as children`.execute(ctx.tx);
  return rows[0]?.children ?? [];
}

/** How many children would be asked about now. */
export async function childrenLeft(ctx: Ctx, before: Date): Promise<number> {
  const { rows } = await sql<{ left: number }>`select search.children_left_to_trace(${before}) as left`.execute(ctx.tx);
  return rows[0]?.left ?? 0;
}

const digest = (text: string | null): string =>
  createHash('sha256')
    .update(text ?? '')
    .digest('hex');

/** Keeps what the NHS said about a child, fact by fact; what was decided before about the very same answer stays decided. */
export async function keepTrace(ctx: Ctx, child: OurChild, traced: Traced, differences: readonly Difference[]): Promise<void> {
  const said = { ...traced, ...(await decidedBefore(ctx, child.personId, traced)) };
  const row = {
    outcome: said.outcome,
    because: said.because,
    nhs_number: said.number,
    old_number: said.oldNumber,
    score: said.score,
    asked_by_rule: said.rule,
    asked_at: ctx.now,
    settled_at: null,
    settled_by: null,
  };
  await ctx.tx
    .insertInto('nhs_trace')
    .values({ person_id: child.personId, ...row })
    .onConflict((clash) => clash.column('person_id').doUpdateSet(row))
    .execute();
  await keepDifferences(ctx, child.personId, differences);
}

/** A number that a person said is not theirs is not offered again. */
async function decidedBefore(ctx: Ctx, personId: string, { number, outcome }: Traced): Promise<Partial<Traced>> {
  if (outcome !== 'possible' || !number) return {};
  const row = await ctx.tx
    .selectFrom('nhs_difference')
    .select('theirs_digest')
    .where('person_id', '=', personId)
    .where('field', '=', 'NHS number')
    .where('decision', '=', 'keep ours')
    .executeTakeFirst();
  if (row?.theirs_digest !== digest(number)) return {};
  return { outcome: 'none', because: 'A person decided that the number found is not theirs.', number: null };
}

async function keepDifferences(ctx: Ctx, personId: string, differences: readonly Difference[]): Promise<void> {
  const before = await ctx.tx
    .selectFrom('nhs_difference')
    .select(['field', 'decision', 'theirs_digest'])
    .where('person_id', '=', personId)
    .execute();
  const stands = (one: Difference): boolean =>
    before.some((row) => row.field === one.field && row.decision === 'keep ours' && row.theirs_digest === digest(one.theirs));
  const fresh = differences.filter((one) => !stands(one));
  const kept = differences.filter(stands).map((one) => one.field);
  let drop = ctx.tx.deleteFrom('nhs_difference').where('person_id', '=', personId);
  if (kept.length > 0) drop = drop.where('field', 'not in', kept);
  await drop.execute();
  if (fresh.length === 0) return;
  const told = ({ answer, ours, theirs }: Difference) => (answer === 'same' ? { ours: null, theirs: null } : { ours, theirs });
  await ctx.tx
    .insertInto('nhs_difference')
    .values(fresh.map((one) => ({ person_id: personId, field: one.field, answer: one.answer, ...told(one), compared_at: ctx.now })))
    .execute();
}

/** Whether the number is of someone hidden here, or of a sealed identity: then nothing of it is kept or said, and the shield desk is asked. The worker
 *  alone. */
export async function isGuarded(ctx: Ctx, personId: string, number: string): Promise<boolean> {
  const { rows } = await sql<{ guarded: boolean }>`select search.trace_guard(${personId}::uuid, ${number}) as guarded`.execute(ctx.tx);
  return rows[0]?.guarded ?? true;
}

/** What became of a number offered to a person's record. */
export type Taking = 'taken' | 'already held' | 'another holds it' | 'another is held';

/** Writes a number the NHS gave; the one it supersedes is kept with its last day. The worker alone. */
export async function takeNumber(ctx: Ctx, personId: string, number: string, superseded: string | null): Promise<Taking> {
  const [key] = keysOf({ names: [], dateOfBirth: null, postcodes: [], wards: [], identifiers: [number] });
  const { rows } = await sql<{ taking: Taking }>`
    select search.trace_take_number(${personId}::uuid, ${number}, ${superseded}, ${key?.key ?? 0}::bigint, ${sourceOn(ctx)}, ${londonDay(ctx)}::date) as taking`.execute(
    ctx.tx,
  );
  return rows[0]?.taking ?? 'another is held';
}

/** "PDS, 22 November 2026". */
export const sourceOn = (ctx: Ctx): string => `PDS, ${fullDate(londonDay(ctx))}`;

/** The NHS marks someone as sensitive: their address is shielded until the shield desk has decided. True where that is new. */
export async function shieldSensitive(ctx: Ctx, personId: string): Promise<boolean> {
  const { rows } = await sql<{ raised: boolean }>`select search.trace_sensitive(${personId}::uuid) as raised`.execute(ctx.tx);
  return rows[0]?.raised ?? false;
}

/** How many children have a number, a checked one, and each outcome. */
export interface TraceCounts {
  children: number;
  held: number;
  checked: number;
  outcomes: Readonly<Record<TraceOutcome, number>>;
  /** Children with a fact that differs and that nobody has decided about. */
  differing: number;
}

/** The counts of the page; for the index desk and the analyst. */
export async function traceCounts(ctx: StaffCtx): Promise<TraceCounts> {
  const { rows } = await sql<{ counts: TraceCounts }>`select search.trace_counts() as counts`.execute(ctx.tx);
  return rows[0]!.counts;
}

/** A child on the worklist: the least that tells them apart. */
export interface WorklistRow {
  personId: string;
  name: string;
  dateOfBirth: string | null;
  area: string;
  outcome: TraceOutcome;
  because: string | null;
  askedAt: string | null;
}

/** Children of one outcome (or `differing`), by family name; nobody hidden, restricted or in conflict. Writes its own audit event. */
export async function worklist(ctx: StaffCtx, outcome: string | null, limit: number, offset: number): Promise<WorklistRow[]> {
  const as = actingAs(ctx.who);
  const { rows } = await sql<{ list: WorklistRow[] }>`
    select search.trace_worklist(${outcome}, ${limit}, ${offset}, ${as?.role ?? null}, ${as?.agencyId ?? null}::uuid, ${ctx.request.id}) as list`.execute(
    ctx.tx,
  );
  return rows[0]?.list ?? [];
}

/** What the NHS said about one person, as the reader may see it. */
export async function traceOf(ctx: Ctx, personId: string) {
  return (await ctx.tx.selectFrom('nhs_trace').selectAll().where('person_id', '=', personId).executeTakeFirst()) ?? null;
}

/** Every fact compared, in the order of the page. */
export async function differencesOf(ctx: Ctx, personId: string) {
  const rows = await ctx.tx
    .selectFrom('nhs_difference as d')
    .leftJoin('staff as s', 's.id', 'd.decided_by')
    .select(['d.field', 'd.answer', 'd.ours', 'd.theirs', 'd.decision', 'd.decided_at', 's.display_name as decidedBy', 'd.compared_at'])
    .where('d.person_id', '=', personId)
    .execute();
  const order: readonly string[] = ['NHS number', 'given name', 'family name', 'date of birth', 'sex', 'address'];
  return rows.toSorted((one, other) => order.indexOf(one.field) - order.indexOf(other.field));
}

/** One open difference, held for its decision; null where there is none or it is decided. */
export async function lockDifference(ctx: Ctx, personId: string, field: ComparedField) {
  return (
    (await ctx.tx
      .selectFrom('nhs_difference')
      .selectAll()
      .where('person_id', '=', personId)
      .where('field', '=', field)
      .where('decision', 'is', null)
      .forUpdate()
      .executeTakeFirst()) ?? null
  );
}

/** Remembers a decision; what the NHS said is emptied and its hash kept. */
export async function rememberDecision(
  ctx: StaffCtx,
  personId: string,
  field: ComparedField,
  decision: 'take theirs' | 'keep ours',
  theirs: string | null,
): Promise<void> {
  await ctx.tx
    .updateTable('nhs_difference')
    .set({ decision, decided_by: ctx.who.staffId, decided_at: ctx.now, theirs: null, theirs_digest: digest(theirs) })
    .where('person_id', '=', personId)
    .where('field', '=', field)
    .execute();
}

/** Notes that a person settled the number itself. */
export async function settleTrace(ctx: StaffCtx, personId: string, outcome: TraceOutcome, because: string): Promise<void> {
  await ctx.tx
    .updateTable('nhs_trace')
    .set({ outcome, because, settled_at: ctx.now, settled_by: ctx.who.staffId })
    .where('person_id', '=', personId)
    .execute();
}

/** Ends the number in use, which is kept, and gives it; null where none was. */
export async function endNumber(ctx: StaffCtx, personId: string): Promise<string | null> {
  const ended = await ctx.tx
    .updateTable('identifier')
    .set({ valid_to: londonDay(ctx) })
    .where('person_id', '=', personId)
    .where('kind', '=', 'nhs-number')
    .where('valid_to', 'is', null)
    .returning('value')
    .executeTakeFirst();
  return ended?.value ?? null;
}
