import { sql } from 'kysely';
import type { Selectable } from 'kysely';
import type { Ctx, StaffCtx } from '../../../platform/access/ctx.ts';
import { conflict, found } from '../../../platform/access/refusal.ts';
import type { DisagreementTable } from '../../../platform/db/schema.ts';
import { clocksOf, type StandingClock } from '../../../platform/time/clock.store.ts';
import type { DisagreementState } from './disagreement.ts';

export type DisagreementRow = Selectable<DisagreementTable>;

/** One line of the list. */
export interface Listed {
  id: string;
  reference: string;
  child: string;
  contactId: string | null;
  stage: number;
  state: DisagreementState;
  atRisk: boolean;
  raisedAgencyId: string;
  againstAgencyId: string;
  raisedAgency: string;
  againstAgency: string;
  raisedAt: Date;
  raisedBy: string;
  raisedByName: string;
  proposedSide: string | null;
  speaks: boolean;
  /** How many are named to speak for the agency it is raised with. */
  answeredBy: number;
  outcome: string | null;
  learning: string | null;
  settledAt: Date | null;
  stageId: string;
  clock: StandingClock | null;
}

/** Disagreements the reader may see, with the clock of the stage each has reached; open ones first as they run out, then settled ones newest first. */
export async function disagreements(ctx: StaffCtx, most = 200): Promise<Listed[]> {
  const { rows } = await sql<Omit<Listed, 'clock'>>`
    select d.id, d.reference, d.child, d.contact_id as "contactId", d.stage, d.state, d.at_risk as "atRisk", d.raised_agency_id as "raisedAgencyId",
      d.against_agency_id as "againstAgencyId", ra.name as "raisedAgency", aa.name as "againstAgency", d.raised_at as "raisedAt",
      d.raised_by as "raisedBy", s.display_name as "raisedByName", d.proposed_side as "proposedSide", d.outcome, d.learning, d.settled_at as "settledAt", t.id as "stageId",
      exists (select 1 from disagreement_party p where p.disagreement_id = d.id and p.staff_id = ${ctx.who.staffId}) as speaks,
      (select count(*)::integer from disagreement_party p where p.disagreement_id = d.id and p.side = 'against') as "answeredBy"
    from disagreement d join agency ra on ra.id = d.raised_agency_id join agency aa on aa.id = d.against_agency_id join staff s on s.id = d.raised_by
    join disagreement_stage t on t.disagreement_id = d.id and t.stage = d.stage
    order by (d.state = 'OPEN') desc, coalesce(d.settled_at, d.raised_at) desc limit ${most}`.execute(ctx.tx);
  const clocks = await clocksOf(
    ctx,
    'disagreement-stage',
    rows.map((row) => row.stageId),
  );
  const listed = rows.map((row) => ({ ...row, clock: clocks.get(row.stageId)?.at(-1) ?? null }));
  const due = (row: Listed): number => (row.state === 'OPEN' && row.clock ? row.clock.reading.dueAt.getTime() : Number.MAX_SAFE_INTEGER);
  return listed.toSorted((a, b) => due(a) - due(b));
}

/** The disagreement, or notFound. */
export async function disagreementOf(ctx: StaffCtx, id: string): Promise<DisagreementRow> {
  return found(await ctx.tx.selectFrom('disagreement').selectAll().where('id', '=', id).executeTakeFirst());
}

/** The same, locked for a change. */
export async function disagreementToChange(ctx: StaffCtx, id: string): Promise<DisagreementRow> {
  await disagreementOf(ctx, id);
  const row = await ctx.tx.selectFrom('disagreement').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
  return found(row);
}

/** Writes a change to a row that was just locked. Throws conflict when somebody was quicker. */
export async function changeDisagreement(
  ctx: StaffCtx,
  row: DisagreementRow,
  change: Partial<Omit<DisagreementRow, 'id' | 'reference' | 'version'>>,
): Promise<void> {
  const { numUpdatedRows } = await ctx.tx
    .updateTable('disagreement')
    .set({ ...change, version: row.version + 1 })
    .where('id', '=', row.id)
    .where('version', '=', row.version)
    .executeTakeFirst();
  if (numUpdatedRows !== 1n) throw conflict([]);
}

/** The next reference people can say: D-104. */
export async function nextReference(ctx: StaffCtx): Promise<string> {
  const { rows } = await sql<{ next: string }>`select nextval('disagreement_reference_seq') as next`.execute(ctx.tx);
  return `D-${found(rows[0]).next}`;
}

export interface StageRow {
  id: string;
  stage: number;
  beganAt: Date;
  because: string;
  byName: string;
  endedAt: Date | null;
}

/** Its stages so far, first to last. */
export async function stagesOf(ctx: Ctx, id: string): Promise<StageRow[]> {
  const { rows } = await sql<StageRow>`
    select t.id, t.stage, t.began_at as "beganAt", t.because, s.display_name as "byName", t.ended_at as "endedAt"
    from disagreement_stage t join staff s on s.id = t.began_by where t.disagreement_id = ${id} order by t.stage`.execute(ctx.tx);
  return rows;
}

export interface SpokenWord {
  id: string;
  stage: number;
  side: string;
  kind: string;
  words: string;
  byName: string;
  byTitle: string;
  saidAt: Date;
}

/** What was said, oldest first. */
export async function wordsOf(ctx: Ctx, id: string): Promise<SpokenWord[]> {
  const { rows } = await sql<SpokenWord>`
    select w.id, w.stage, w.side, w.kind, w.words, s.display_name as "byName", s.job_title as "byTitle", w.said_at as "saidAt"
    from disagreement_word w join staff s on s.id = w.said_by where w.disagreement_id = ${id} order by w.number`.execute(ctx.tx);
  return rows;
}

/** Adds what the signed-in person said now. */
export async function addWord(
  ctx: StaffCtx,
  word: { disagreement_id: string; stage: number; side: string; kind: string; words: string },
): Promise<void> {
  await ctx.tx
    .insertInto('disagreement_word')
    .values({ ...word, said_by: ctx.who.staffId, said_at: ctx.now })
    .execute();
}

/** Notes that a stage has ended now. */
export async function markStageEnded(ctx: StaffCtx, stageId: string): Promise<void> {
  await ctx.tx.updateTable('disagreement_stage').set({ ended_at: ctx.now }).where('id', '=', stageId).execute();
}

export interface Party {
  staffId: string;
  name: string;
  title: string;
  side: string;
  fromStage: number;
}

/** Who speaks for each side. */
export async function partiesOf(ctx: Ctx, id: string): Promise<Party[]> {
  const { rows } = await sql<Party>`
    select p.staff_id as "staffId", s.display_name as name, s.job_title as title, p.side, p.from_stage as "fromStage"
    from disagreement_party p join staff s on s.id = p.staff_id where p.disagreement_id = ${id} order by p.from_stage, s.display_name`.execute(
    ctx.tx,
  );
  return rows;
}

export interface Colleague {
  id: string;
  name: string;
  title: string;
}

/** Who works in an agency today; with roles, those who hold one of them. */
export async function peopleOf(ctx: Ctx, agencyId: string, roles: readonly string[] | null = null): Promise<Colleague[]> {
  const { rows } = await sql<Colleague>`
    select distinct s.id, s.display_name as name, s.job_title as title from membership m join staff s on s.id = m.staff_id
    where m.agency_id = ${agencyId} and m.valid_from <= current_date and (m.valid_to is null or m.valid_to >= current_date)
      and (s.left_on is null or s.left_on >= current_date) and (${roles}::text[] is null or m.role = any(${roles}::text[]))
    order by s.display_name limit 300`.execute(ctx.tx);
  return rows;
}

/** Agencies a decision may be disputed with: every one but those of the person asking. `frontDoor` marks the one that decides on concerns. */
export async function otherAgencies(ctx: StaffCtx): Promise<{ id: string; name: string; frontDoor: boolean }[]> {
  const mine = ctx.who.memberships.map((one) => one.agencyId);
  const { rows } = await sql<{ id: string; name: string; frontDoor: boolean }>`
    select a.id, a.name, exists (select 1 from team t where t.agency_id = a.id and t.purpose = 'front-door') as "frontDoor"
    from agency a where a.suspended_at is null and a.agency_type <> 'SAFEGUARDING_PARTNERS' and a.id <> all(${mine}::uuid[])
      and exists (select 1 from membership m where m.agency_id = a.id and (m.valid_to is null or m.valid_to >= current_date)) order by a.name`.execute(
    ctx.tx,
  );
  return rows;
}

/** Whom these contacts are about, as far as the reader may know: for the audit. */
export async function subjectsOf(ctx: Ctx, contactIds: readonly (string | null)[]): Promise<string[]> {
  const ids = contactIds.filter((one) => one !== null);
  if (ids.length === 0) return [];
  const rows = await ctx.tx.selectFrom('contact_recognition').select('person_id').where('contact_id', 'in', ids).execute();
  return rows.map((row) => row.person_id);
}

/** The names of both agencies. */
export async function sideNames(ctx: Ctx, row: DisagreementRow): Promise<{ raised: string; against: string }> {
  const ids = [row.raised_agency_id, row.against_agency_id];
  const rows = await ctx.tx.selectFrom('agency').select(['id', 'name']).where('id', 'in', ids).execute();
  const name = (id: string): string => found(rows.find((one) => one.id === id)).name;
  return { raised: name(row.raised_agency_id), against: name(row.against_agency_id) };
}

/** The disagreement of a stage that ran out at that moment, unless those who speak in it were told since; null otherwise. */
export async function untoldOf(ctx: Ctx, stageId: string, ranOutAt: Date): Promise<{ id: string; reference: string } | null> {
  const { rows } = await sql<{ id: string; reference: string }>`
    select d.id, d.reference from disagreement_stage t join disagreement d on d.id = t.disagreement_id
    where t.id = ${stageId} and t.ended_at is null and not exists (
      select 1 from notification n where n.about_kind = 'disagreement' and n.about_id = d.id and n.asked_by is null
        and n.asked_at > ${ranOutAt})`.execute(ctx.tx);
  return rows[0] ?? null;
}
