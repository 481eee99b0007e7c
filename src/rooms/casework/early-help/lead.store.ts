import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Ctx, StaffCtx } from '../../../platform/access/ctx.ts';
import { holdersOf } from '../../../platform/access/roles.ts';
import type { Chooser } from './lead.ts';
import { today } from './episode.store.ts';

/** Everyone ever asked to lead an episode, latest first. */
export async function leadsOf(ctx: Ctx, episodeId: string) {
  return ctx.tx
    .selectFrom('lead_professional as l')
    .innerJoin('staff as s', 's.id', 'l.staff_id')
    .innerJoin('agency as a', 'a.id', 'l.agency_id')
    .leftJoin('staff as b', 'b.id', 'l.backup_staff_id')
    .innerJoin('staff as o', 'o.id', 'l.offered_by')
    .selectAll('l')
    .select([
      's.display_name as name',
      's.job_title',
      'a.name as agency_name',
      'b.display_name as backup_name',
      'o.display_name as offered_by_name',
    ])
    .where('l.episode_id', '=', episodeId)
    .orderBy('l.offered_at', 'desc')
    .execute();
}

export interface Offer {
  staffId: string;
  agencyId: string;
  backupStaffId: string | null;
  chosenBy: Chooser;
  note: string;
  handoverOn: string | null;
  handoverNote: string | null;
}

/** Asks someone to lead. The database refuses a second open offer. */
export async function insertOffer(ctx: StaffCtx, episodeId: string, offer: Offer): Promise<string> {
  const id = randomUUID();
  await ctx.tx
    .insertInto('lead_professional')
    .values({
      id,
      episode_id: episodeId,
      staff_id: offer.staffId,
      agency_id: offer.agencyId,
      backup_staff_id: offer.backupStaffId,
      chosen_by: offer.chosenBy,
      offer_note: offer.note,
      offered_by: ctx.who.staffId,
      offered_at: ctx.now,
      handover_on: offer.handoverOn,
      handover_note: offer.handoverNote,
    })
    .execute();
  return id;
}

/** Takes an offer for change; undefined when there is none the reader may change. */
export async function lockOffer(ctx: Ctx, id: string) {
  return ctx.tx.selectFrom('lead_professional').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
}

/** Writes the answer to an offer. When it is a yes the lead before steps back in the same moment (a trigger), and one active lead is a constraint. */
export async function writeAnswer(ctx: StaffCtx, id: string, state: 'active' | 'declined', reason: string | null): Promise<void> {
  await ctx.tx
    .updateTable('lead_professional')
    .set({ state, answered_at: ctx.now, decline_reason: reason, started_on: state === 'active' ? today(ctx) : null })
    .where('id', '=', id)
    .execute();
}

/** Takes back an offer nobody answered. */
export async function takeBackOffer(ctx: StaffCtx, id: string): Promise<void> {
  await ctx.tx
    .updateTable('lead_professional')
    .set({ state: 'withdrawn', answered_at: ctx.now })
    .where('id', '=', id)
    .where('state', '=', 'offered')
    .execute();
}
/** Names who stands in for the active lead, or nobody. */
export const setBackup = async (ctx: StaffCtx, episodeId: string, backupStaffId: string | null): Promise<void> => {
  await ctx.tx
    .updateTable('lead_professional')
    .set({ backup_staff_id: backupStaffId })
    .where('episode_id', '=', episodeId)
    .where('state', '=', 'active')
    .execute();
};

/** Ends the active lead's part when help ends. */
export async function endLead(ctx: Ctx, episodeId: string, because: string): Promise<void> {
  await ctx.tx
    .updateTable('lead_professional')
    .set({ state: 'ended', ended_on: today(ctx), ended_because: because })
    .where('episode_id', '=', episodeId)
    .where('state', '=', 'active')
    .execute();
}

/** Roles that may work in early help, whoever employs them: only they are asked. */
const rolesWithFamilies = holdersOf('early-help.work');

/** A practitioner who may be asked: name, agency and present load (families led), so that asking is fair (S-011). */
export interface Practitioner {
  staffId: string;
  name: string;
  jobTitle: string;
  agencyId: string;
  agencyName: string;
  led: number;
}

/** Practitioners of any agency whose role works with families, by name or agency; at most 40. Words match anywhere in name, job title or agency. */
export async function practitioners(ctx: Ctx, words: string): Promise<Practitioner[]> {
  const like = `%${words.trim().replaceAll(/[%_\\]/g, '')}%`;
  const { rows } = await sql<Practitioner>`
    select s.id as "staffId", s.display_name as name, s.job_title as "jobTitle", a.id as "agencyId", a.name as "agencyName",
      (select count(*)::int from lead_professional l where l.staff_id = s.id and l.state = 'active') as led
    from staff s join lateral (select m.agency_id from membership m where m.staff_id = s.id and (m.valid_to is null or m.valid_to >= ${today(ctx)}::date)
      and m.role = any(${[...rolesWithFamilies]}) order by m.valid_from limit 1) m on true
    join agency a on a.id = m.agency_id and a.suspended_at is null
    where (s.left_on is null or s.left_on >= ${today(ctx)}::date) and (s.display_name ilike ${like} or s.job_title ilike ${like} or a.name ilike ${like})
    order by s.display_name limit 40`.execute(ctx.tx);
  return rows;
}

/** One practitioner by id, as they may be asked; undefined when they may not. */
export async function practitioner(ctx: Ctx, staffId: string): Promise<Practitioner | undefined> {
  const row = await ctx.tx
    .selectFrom('staff as s')
    .innerJoin('membership as m', 'm.staff_id', 's.id')
    .innerJoin('agency as a', 'a.id', 'm.agency_id')
    .select(['s.id as staffId', 's.display_name as name', 's.job_title as jobTitle', 'a.id as agencyId', 'a.name as agencyName'])
    .where('s.id', '=', staffId)
    .where('m.valid_to', 'is', null)
    .where('m.role', 'in', [...rolesWithFamilies])
    .where('a.suspended_at', 'is', null)
    .orderBy('m.valid_from')
    .executeTakeFirst();
  return row && { ...row, led: 0 };
}

/** Offers and invitations waiting for the signed-in person, with what the invitation says and the family's name where it is open to them. */
export async function waitingFor(ctx: StaffCtx) {
  const offers = await ctx.tx
    .selectFrom('lead_professional as l')
    .innerJoin('staff as o', 'o.id', 'l.offered_by')
    .select(['l.id', 'l.episode_id', 'l.offer_note as note', 'l.offered_at as at', 'o.display_name as by_name', 'l.chosen_by'])
    .where('l.staff_id', '=', ctx.who.staffId)
    .where('l.state', '=', 'offered')
    .orderBy('l.offered_at')
    .execute();
  const invites = await ctx.tx
    .selectFrom('taf_member as m')
    .innerJoin('staff as o', 'o.id', 'm.invited_by')
    .select(['m.id', 'm.episode_id', 'm.invite_note as note', 'm.invited_at as at', 'o.display_name as by_name', 'm.part'])
    .where('m.staff_id', '=', ctx.who.staffId)
    .where('m.accepted_at', 'is', null)
    .where('m.declined_at', 'is', null)
    .where('m.left_on', 'is', null)
    .orderBy('m.invited_at')
    .execute();
  return { offers, invites };
}

/** The people an offer or invitation concerns, as far as their identity is open because of it. */
export async function peopleBehind(ctx: StaffCtx, episodeId: string): Promise<{ personId: string; name: string }[]> {
  const rows = await ctx.tx
    .selectFrom('involvement as i')
    .innerJoin('person as p', 'p.id', 'i.person_id')
    .select(['p.id', 'p.given_name', 'p.family_name', 'p.preferred_name', 'p.date_of_birth'])
    .distinct()
    .where('i.because_kind', '=', 'early-help')
    .where('i.because_id', '=', episodeId)
    .where('i.staff_id', '=', ctx.who.staffId)
    .where('i.ended_on', 'is', null)
    .orderBy('p.date_of_birth', 'desc')
    .execute();
  return rows.map((row) => ({
    personId: row.id,
    name: [row.preferred_name ?? row.given_name, row.family_name].filter(Boolean).join(' ') || 'Name not known',
  }));
}
