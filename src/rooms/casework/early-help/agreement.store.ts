import { randomUUID } from 'node:crypto';
import type { Ctx, StaffCtx } from '../../../platform/access/ctx.ts';
import type { SafeToStop, Right } from './agreement.ts';

export interface AgreementToWrite {
  agreedBy: string;
  holds: Right;
  competenceNote: string | null;
  howGiven: 'signed' | 'spoken';
  agreedOn: string;
  scope: string;
  familyCommitments: string | null;
  serviceCommitments: string | null;
  otherHolderView: string | null;
  explainedOn: string | null;
  copyGivenOn: string | null;
  sharing: readonly { agency: string; preference: 'yes' | 'ask first' | 'no' }[];
}

/** Writes an agreement with the family's preferences about sharing; returns its id. */
export async function insertAgreement(ctx: StaffCtx, episodeId: string, given: AgreementToWrite): Promise<string> {
  const id = randomUUID();
  await ctx.tx
    .insertInto('service_agreement')
    .values({
      id,
      episode_id: episodeId,
      agreed_by: given.agreedBy,
      holds: given.holds,
      competence_note: given.competenceNote,
      how_given: given.howGiven,
      agreed_on: given.agreedOn,
      scope: given.scope,
      family_commitments: given.familyCommitments,
      service_commitments: given.serviceCommitments,
      other_holder_view: given.otherHolderView,
      explained_on: given.explainedOn,
      copy_given_on: given.copyGivenOn,
      recorded_by: ctx.who.staffId,
      recorded_at: ctx.now,
    })
    .execute();
  if (given.sharing.length > 0) {
    await ctx.tx
      .insertInto('agreement_sharing')
      .values(
        given.sharing.map((one) => ({ agreement_id: id, episode_id: episodeId, agency_kind: one.agency, preference: one.preference })),
      )
      .execute();
  }
  return id;
}

/** The agreement that stands, else the last one; null when there never was one. */
export async function agreementOf(ctx: Ctx, episodeId: string) {
  const row = await ctx.tx
    .selectFrom('service_agreement')
    .selectAll()
    .where('episode_id', '=', episodeId)
    .orderBy((eb) => eb('withdrawn_on', 'is', null), 'desc')
    .orderBy('recorded_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ?? null;
}

/** What the family prefers about sharing, by kind of agency. */
export async function sharingOf(ctx: Ctx, agreementId: string): Promise<{ agency: string; preference: string }[]> {
  return ctx.tx
    .selectFrom('agreement_sharing')
    .select(['agency_kind as agency', 'preference'])
    .where('agreement_id', '=', agreementId)
    .orderBy('agency_kind')
    .execute();
}

/** Writes a withdrawal and its answer to "is it safe to stop?". */
export async function writeWithdrawal(
  ctx: StaffCtx,
  id: string,
  withdrawal: { on: string; why: string; safe: SafeToStop; safeWhy: string },
): Promise<void> {
  await ctx.tx
    .updateTable('service_agreement')
    .set({
      withdrawn_on: withdrawal.on,
      withdrawn_why: withdrawal.why,
      safe_to_stop: withdrawal.safe,
      safe_to_stop_why: withdrawal.safeWhy,
      safe_to_stop_by: ctx.who.staffId,
    })
    .where('id', '=', id)
    .execute();
}
