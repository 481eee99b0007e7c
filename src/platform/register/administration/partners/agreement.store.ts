import { sql } from 'kysely';
import type { Clause } from '../../../access/clauses.ts';
import type { Ctx, StaffCtx } from '../../../access/ctx.ts';
import { found, invalid, refused } from '../../../access/refusal.ts';
import { addDays, type PlainDate } from '../../../time/calendar-day.ts';
import { londonDate } from '../../../time/london.ts';
import { agreementProblems, agreementState, type Agreement } from './agreement.ts';

const all = (ctx: Ctx) =>
  ctx.tx
    .selectFrom('partner_agreement as p')
    .leftJoin('staff as o', 'o.id', 'p.ours_by')
    .select([
      'p.id',
      'p.agency_id as agencyId',
      'p.number',
      'p.reference',
      sql<Clause[]>`p.clauses`.as('clauses'),
      'p.purposes',
      'p.lawful_basis as lawfulBasis',
      'p.retention',
      'p.starts_on as startsOn',
      'p.review_on as reviewOn',
      'p.ends_on as endsOn',
      'p.theirs_by as theirsBy',
      'p.theirs_on as theirsOn',
      'o.display_name as oursBy',
      'p.ours_on as oursOn',
      'p.dpia_reference as dpiaReference',
      'p.stands_from as standsFrom',
      'p.ended_at as endedAt',
      'p.ended_why as endedWhy',
      'p.version',
    ]);

/** Every agreement with an agency, the latest first. */
export async function agreementsOf(ctx: StaffCtx, agencyId: string): Promise<Agreement[]> {
  return all(ctx).where('p.agency_id', '=', agencyId).orderBy('p.number', 'desc').execute();
}

/** One agreement; refuses with not found. */
export async function agreementOf(ctx: StaffCtx, id: string): Promise<Agreement> {
  return found(await all(ctx).where('p.id', '=', id).executeTakeFirst());
}

/** Agreements that stand and are due for review, or end, within so many days of today: overdue ones too. */
export async function agreementsDue(ctx: StaffCtx, withinDays: number) {
  const until = addDays(londonDate(ctx.now), withinDays);
  const rows = await all(ctx)
    .innerJoin('agency as a', 'a.id', 'p.agency_id')
    .select('a.name as agencyName')
    .where('p.stands_from', 'is not', null)
    .where('p.ended_at', 'is', null)
    .where((where) => where.or([where('p.review_on', '<=', until), where('p.ends_on', '<=', until)]))
    .orderBy('p.review_on')
    .execute();
  return rows;
}

export type AgreementFacts = Pick<
  Agreement,
  'reference' | 'clauses' | 'purposes' | 'lawfulBasis' | 'retention' | 'startsOn' | 'reviewOn' | 'endsOn'
>;

/** Drafts a further agreement with an agency; refuses with every field's message. Gives its id. */
export async function draftAgreement(ctx: StaffCtx, agencyId: string, facts: AgreementFacts): Promise<string> {
  const problems = agreementProblems(facts, londonDate(ctx.now));
  if (problems.length > 0) throw invalid(problems);
  const last = (await agreementsOf(ctx, agencyId))[0];
  if (last && !['stands', 'ended'].includes(agreementState(last)))
    throw refused(`Agreement ${last.reference} is being signed. Finish or give up that one first.`);
  const { id } = await ctx.tx
    .insertInto('partner_agreement')
    .values({
      agency_id: agencyId,
      number: (last?.number ?? 0) + 1,
      reference: facts.reference,
      clauses: facts.clauses,
      purposes: facts.purposes,
      lawful_basis: facts.lawfulBasis,
      retention: facts.retention,
      starts_on: facts.startsOn,
      review_on: facts.reviewOn,
      ends_on: facts.endsOn,
      drafted_by: ctx.who.staffId,
      drafted_at: ctx.now,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

type Signature = { side: 'theirs'; by: string; on: PlainDate } | { side: 'ours' } | { side: 'privacy'; reference: string };

/** Puts a signature or the impact assessment under an agreement that is not in force yet. */
export async function signAgreement(ctx: StaffCtx, agreement: Agreement, signature: Signature): Promise<void> {
  if (agreement.standsFrom ?? agreement.endedAt) throw refused('This agreement stands as it was signed. Draft a further one to change it.');
  const today = londonDate(ctx.now);
  if (signature.side === 'theirs' && signature.on > today)
    throw invalid([{ field: 'theirsOn', message: 'The day they signed must be today or in the past' }]);
  const set =
    signature.side === 'theirs'
      ? { theirs_by: signature.by, theirs_on: signature.on }
      : signature.side === 'ours'
        ? { ours_by: ctx.who.staffId, ours_on: today }
        : { dpia_reference: signature.reference, dpia_by: ctx.who.staffId, dpia_at: ctx.now };
  await change(ctx, agreement, set);
}

/** Lets a signed agreement stand: the one before ends, and its clauses, signatures and days are compiled onto the agency. */
export async function letStand(ctx: StaffCtx, agreement: Agreement): Promise<void> {
  if (agreementState(agreement) !== 'ready to stand')
    throw refused('Both sides must have signed, and the impact assessment must be recorded, before an agreement stands.');
  await ctx.tx
    .updateTable('partner_agreement')
    .set({ ended_at: ctx.now, ended_why: `Replaced by ${agreement.reference}` })
    .where('agency_id', '=', agreement.agencyId)
    .where('stands_from', 'is not', null)
    .where('ended_at', 'is', null)
    .execute();
  await change(ctx, agreement, { stands_from: ctx.now });
  await ctx.tx
    .updateTable('agency')
    .set({
      clauses: agreement.clauses,
      agreement_reference: agreement.reference,
      agreement_signed_on: [agreement.theirsOn!, agreement.oursOn!].toSorted().at(-1)!,
      dpia_reference: agreement.dpiaReference,
      agreement_until: agreement.endsOn,
      live_from: sql`coalesce(live_from, ${agreement.startsOn}::date)`,
      version: sql`version + 1`,
      changed_at: ctx.now,
      changed_by: ctx.who.staffId,
    })
    .where('id', '=', agreement.agencyId)
    .execute();
}

async function change(ctx: StaffCtx, agreement: Agreement, set: object): Promise<void> {
  const changed = await ctx.tx
    .updateTable('partner_agreement')
    .set({ ...set, version: agreement.version + 1 })
    .where('id', '=', agreement.id)
    .where('version', '=', agreement.version)
    .executeTakeFirst();
  if (changed.numUpdatedRows === 0n) throw refused('Somebody changed this agreement while you were reading. Open it again.');
}

/** Ends an agreement, or gives up a draft. One that stood leaves the agency without any clause: from the next request it may do nothing. */
export async function endAgreement(ctx: Ctx, agreement: Pick<Agreement, 'id' | 'agencyId' | 'standsFrom'>, why: string): Promise<void> {
  await ctx.tx
    .updateTable('partner_agreement')
    .set({ ended_at: ctx.now, ended_why: why })
    .where('id', '=', agreement.id)
    .where('ended_at', 'is', null)
    .execute();
  if (agreement.standsFrom) await ctx.tx.updateTable('agency').set({ clauses: [] }).where('id', '=', agreement.agencyId).execute();
}

/** Agreements whose last day has passed, for the job that ends them. */
export async function agreementsPast(ctx: Ctx): Promise<{ id: string; agencyId: string; standsFrom: Date | null }[]> {
  return ctx.tx
    .selectFrom('partner_agreement')
    .select(['id', 'agency_id as agencyId', 'stands_from as standsFrom'])
    .where('stands_from', 'is not', null)
    .where('ended_at', 'is', null)
    .where('ends_on', '<', londonDate(ctx.now))
    .execute();
}
