import { sql, type Selectable } from 'kysely';
import { about, saw, type Ctx, type StaffCtx } from '../../../platform/access/ctx.ts';
import { conflict, found } from '../../../platform/access/refusal.ts';
import type { InformationRequestPersonTable, InformationRequestTable } from '../../../platform/db/schema.ts';
import { clocksOf, meetClock, type StandingClock } from '../../../platform/time/clock.store.ts';
import type { Rag, RequestState } from '../hub/enquiry.ts';

export type RequestRow = Selectable<InformationRequestTable>;
export type AboutRow = Selectable<InformationRequestPersonTable>;

/** A request in the list of those asked of the reader's agencies. */
export interface AskedLine {
  id: string;
  agencyId: string;
  agency: string;
  discipline: string;
  rag: Rag;
  state: RequestState;
  askedAt: Date;
  answeredAt: Date | null;
  toldOutcomeAt: Date | null;
  heldBy: string | null;
  heldById: string | null;
  writing: boolean;
  people: string[];
  personIds: string[];
  chases: number;
  clock: StandingClock | null;
}

export type AskedFilter = 'owed' | 'overdue' | 'answered' | 'all';
/** Longest list shown at once. */
export const mostAsked = 200;

const owes = sql`r.state in ('SENT','ACKNOWLEDGED')`;
const late = (ctx: Ctx) => sql`exists (select 1 from clock k left join lateral (
    select x.due_at from clock_extension x where x.clock_id = k.id order by x.extended_at desc, x.due_at desc limit 1) e on true
  where k.subject_kind = 'information-request' and k.subject_id = r.id and k.met_at is null and k.cancelled_at is null and coalesce(e.due_at, k.due_at) < ${ctx.now})`;
const conditions = (ctx: Ctx): Record<AskedFilter, ReturnType<typeof sql>> => ({
  owed: owes,
  overdue: sql`${owes} and ${late(ctx)}`,
  answered: sql`not ${owes}`,
  all: sql`true`,
});

/** What was asked of the reader's agencies, what runs out first at the top, then the latest answered. At most `mostAsked`. */
export async function askedOfUs(ctx: StaffCtx, filter: AskedFilter): Promise<AskedLine[]> {
  const { rows } = await sql<Omit<AskedLine, 'clock'>>`
    select r.id, r.agency_id as "agencyId", a.name as agency, r.discipline, r.rag, r.state, r.asked_at as "askedAt", r.answered_at as "answeredAt",
      r.told_outcome_at as "toldOutcomeAt", s.display_name as "heldBy", r.acknowledged_by as "heldById",
      exists (select 1 from return_line l join agency_return t on t.id = l.return_id where t.request_id = r.id and t.released_at is null) as writing,
      coalesce((select array_agg(p.name order by p.part = 'adult', p.name) from information_request_person p where p.request_id = r.id), '{}') as people,
      coalesce((select array_agg(p.person_id) from information_request_person p where p.request_id = r.id and p.person_id is not null), '{}') as "personIds",
      (select count(*)::int from information_request_chase c where c.request_id = r.id) as chases
    from information_request r join agency a on a.id = r.agency_id left join staff s on s.id = r.acknowledged_by
    where r.id = any((select access.requests_asked_of_me())::uuid[]) and ${conditions(ctx)[filter]}
    order by ${owes} desc, coalesce(r.answered_at, r.asked_at) desc limit ${mostAsked}`.execute(ctx.tx);
  const clocks = await clocksOf(
    ctx,
    'information-request',
    rows.map((row) => row.id),
  );
  saw(ctx, ...rows.flatMap((row) => row.personIds));
  const lines = rows.map((row) => ({ ...row, clock: standing(clocks.get(row.id) ?? []) }));
  return lines.toSorted((a, b) => dueFirst(a) - dueFirst(b));
}

/** How many there are in each list. */
export async function askedCounts(ctx: StaffCtx): Promise<Record<AskedFilter, number>> {
  const { rows } = await sql<Record<AskedFilter, number>>`
    select (count(*) filter (where ${owes}))::int as owed, (count(*) filter (where ${conditions(ctx).overdue}))::int as overdue,
      (count(*) filter (where not ${owes}))::int as answered, count(*)::int as "all"
    from information_request r where r.id = any((select access.requests_asked_of_me())::uuid[])`.execute(ctx.tx);
  return rows[0] ?? { owed: 0, overdue: 0, answered: 0, all: 0 };
}

const dueFirst = (line: AskedLine): number =>
  line.state === 'SENT' || line.state === 'ACKNOWLEDGED' ? (line.clock?.reading.dueAt.getTime() ?? 0) : Number.MAX_SAFE_INTEGER;

/** The clock that counts: the one that runs, else the one that was met. */
function standing(clocks: readonly StandingClock[]): StandingClock | null {
  return clocks.find((one) => !one.metAt && !one.cancelledAt) ?? clocks.findLast((one) => one.metAt) ?? null;
}

/** One request asked of the reader's agencies with everyone it names; not found for anyone else, the hub included. Notes whom it is about. */
export async function requestAsked(ctx: StaffCtx, id: string, lock = false) {
  if (!/^[0-9a-f-]{36}$/.test(id)) return found<{ request: RequestRow; people: AboutRow[] }>(null);
  const mine = ctx.tx
    .selectFrom('information_request')
    .selectAll()
    .where('id', '=', id)
    .where(sql<boolean>`id = any((select access.requests_asked_of_me())::uuid[])`);
  const request = found(await (lock ? mine.forUpdate() : mine).executeTakeFirst());
  const people = await ctx.tx
    .selectFrom('information_request_person')
    .selectAll()
    .where('request_id', '=', id)
    .orderBy(sql`part = 'adult'`)
    .orderBy('date_of_birth')
    .orderBy('name')
    .execute();
  about(ctx, 'information-request', request.id);
  saw(ctx, ...people.map((one) => one.person_id));
  return { request, people };
}

/** Who asked, who has it, who answered, who reminded: for the request's own page. */
export async function namesOf(ctx: StaffCtx, request: RequestRow) {
  const { rows } = await sql<{ agency: string; askedBy: string; heldBy: string | null; answeredBy: string | null }>`
    select a.name as agency, asker.display_name as "askedBy", holder.display_name as "heldBy", giver.display_name as "answeredBy"
    from agency a join staff asker on asker.id = ${request.asked_by} left join staff holder on holder.id = ${request.acknowledged_by}
    left join staff giver on giver.id = ${request.answered_by} where a.id = ${request.agency_id}`.execute(ctx.tx);
  const chases = await ctx.tx
    .selectFrom('information_request_chase as c')
    .innerJoin('staff as s', 's.id', 'c.chased_by')
    .select(['c.how', 'c.chased_at', 'c.spoke_to', 's.display_name as by'])
    .where('c.request_id', '=', request.id)
    .orderBy('c.chased_at')
    .execute();
  return { ...found(rows[0]), chases };
}

/** The clock of one request. */
export async function clockOfRequest(ctx: Ctx, requestId: string): Promise<StandingClock | null> {
  return standing((await clocksOf(ctx, 'information-request', [requestId])).get(requestId) ?? []);
}

type Changes = Partial<
  Pick<RequestRow, 'state' | 'acknowledged_by' | 'acknowledged_at' | 'answered_by' | 'answered_at' | 'decline_reason'>
>;

/** Writes what the agency changes of a request, and its version. */
export async function changeAsked(ctx: StaffCtx, request: RequestRow, changes: Changes): Promise<void> {
  const done = await ctx.tx
    .updateTable('information_request')
    .set({ ...changes, version: request.version + 1 })
    .where('id', '=', request.id)
    .where('version', '=', request.version)
    .executeTakeFirst();
  if (done.numUpdatedRows === 0n) throw conflict([]);
}

/** An answer came: information, nothing or a reasoned no. The first one stops the clock; whoever asked is told in Goldthread. */
export async function answered(
  ctx: StaffCtx,
  request: RequestRow,
  state: RequestState,
  declineReason: string | null = null,
): Promise<void> {
  const first = request.answered_at === null;
  await changeAsked(ctx, request, {
    state,
    ...(declineReason ? { decline_reason: declineReason } : {}),
    ...(first ? { answered_by: ctx.who.staffId, answered_at: ctx.now } : {}),
    ...(request.acknowledged_at ? {} : { acknowledged_by: ctx.who.staffId, acknowledged_at: ctx.now }),
  });
  for (const clock of (await clocksOf(ctx, 'information-request', [request.id])).get(request.id) ?? [])
    if (!clock.metAt && !clock.cancelledAt)
      await meetClock(ctx, { rule: clock.rule, subjectKind: clock.subjectKind, subjectId: request.id });
  await tellAsker(ctx, {
    staffId: request.asked_by,
    kind: first ? 'return-came-in' : 'return-corrected',
    recordId: request.id,
    enquiryId: request.enquiry_id,
  });
}

/** A line for whoever in the hub asked; the words come from the page it leads to. */
export async function tellAsker(ctx: StaffCtx, it: { staffId: string; kind: string; recordId: string; enquiryId: string }): Promise<void> {
  await ctx.tx
    .insertInto('alert')
    .values({ staff_id: it.staffId, kind: it.kind, record_id: it.recordId, href: `/front-door/hub/${it.enquiryId}`, raised_at: ctx.now })
    .execute();
}
