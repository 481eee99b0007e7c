import type { Ctx, StaffCtx } from '../../../platform/access/ctx.ts';

export interface NewHealthConcern {
  contactId: string;
  personId: string;
  reason: string;
  issue: string;
  legalStatus: string;
  legalStatusSince: string | null;
  placedWith: string | null;
}

/** Writes what a health concern has beside its contact. */
export async function writeHealthConcern(ctx: StaffCtx, it: NewHealthConcern): Promise<void> {
  await ctx.tx
    .insertInto('health_trigger')
    .values({
      contact_id: it.contactId,
      person_id: it.personId,
      reason: it.reason,
      health_issue: it.issue,
      legal_status: it.legalStatus,
      legal_status_since: it.legalStatusSince,
      placed_with: it.placedWith,
      raised_by: ctx.who.staffId,
      raised_at: ctx.now,
    })
    .execute();
}

/** The health concern behind a contact; null when it is none. */
export async function healthConcernOf(ctx: Ctx, contactId: string) {
  const row = await ctx.tx
    .selectFrom('health_trigger as h')
    .leftJoin('staff as s', 's.id', 'h.raised_by')
    .selectAll('h')
    .select(['s.display_name as raised_by_name', 's.job_title as raised_by_title'])
    .where('h.contact_id', '=', contactId)
    .executeTakeFirst();
  return row ?? null;
}
export type HealthConcern = NonNullable<Awaited<ReturnType<typeof healthConcernOf>>>;

/** Health concerns about a child that this reader may see, newest first: their own, or at the front door all. */
export async function healthConcernsAbout(ctx: Ctx, personId: string) {
  return ctx.tx
    .selectFrom('health_trigger as h')
    .innerJoin('contact as c', 'c.id', 'h.contact_id')
    .select(['c.reference', 'c.state', 'h.reason', 'h.legal_status', 'h.legal_status_since', 'h.placed_with', 'h.raised_at', 'h.added_to'])
    .where('h.person_id', '=', personId)
    .orderBy('h.raised_at', 'desc')
    .limit(20)
    .execute();
}

/** Writes to which open work a health concern went. */
export async function addedTo(ctx: StaffCtx, contactId: string, reference: string): Promise<void> {
  await ctx.tx
    .updateTable('health_trigger')
    .set({ added_to: reference, added_by: ctx.who.staffId, added_at: ctx.now })
    .where('contact_id', '=', contactId)
    .execute();
}
