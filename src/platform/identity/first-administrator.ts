import { clauseCodes } from '../access/clauses.ts';
import { sql, type Kysely } from 'kysely';
import { about } from '../access/ctx.ts';
import { actingFor } from '../access/transaction.ts';
import { appendAudit } from '../audit/append.ts';
import type { DB } from '../db/schema.ts';
import { addDays, type PlainDate } from '../time/calendar-day.ts';
import { londonDate } from '../time/london.ts';
import { bindToEveryAgency } from './provider.store.ts';

/** Who administers first, and for whom. The agency is the authority itself; its agreement and impact assessment come first here too. */
export interface FirstAdministrator {
  agency: { name: string; agreementReference: string; agreementSignedOn: string; dpiaReference: string };
  name: string;
  jobTitle: string;
  /** The account they sign in with: issuer and subject, as the provider gives them. */
  issuer: string;
  subject: string;
}

/** Adds the first administrator of a new installation with their agency and account; the database allows it while there is none. Gives
 *  their id. Throws, in words, where somebody administers already. */
export async function addFirstAdministrator(db: Kysely<DB>, given: FirstAdministrator, now: Date): Promise<string> {
  return actingFor(db, { kind: 'system', job: 'first-administrator' }, now, 'platform.first-administrator.add', async (ctx) => {
    const { rows } = await sql<{ free: boolean }>`select access.nobody_administers() as free`.execute(ctx.tx);
    if (!rows[0]?.free)
      throw new Error('This installation has had an administrator already. They add others, on the page "People who work here".');
    const today = londonDate(now);
    const { agency } = given;
    const agencyRow = {
      name: agency.name,
      agency_type: 'LA_SOCIAL_CARE',
      agreement_reference: agency.agreementReference,
      agreement_signed_on: agency.agreementSignedOn,
      dpia_reference: agency.dpiaReference,
      live_from: today,
      clauses: [...clauseCodes],
    };
    const { id: agencyId } = await ctx.tx.insertInto('agency').values(agencyRow).returning('id').executeTakeFirstOrThrow();
    await ctx.tx
      .insertInto('partner_agreement')
      .values(firstAgreement(agencyId, agency, today, now))
      .execute();
    const { id: staffId } = await ctx.tx
      .insertInto('staff')
      .values({ display_name: given.name, job_title: given.jobTitle })
      .returning('id')
      .executeTakeFirstOrThrow();
    await ctx.tx.insertInto('membership').values({ staff_id: staffId, agency_id: agencyId, role: 'SYSADMIN', valid_from: today }).execute();
    await ctx.tx
      .insertInto('sign_in_identity')
      .values({ issuer: given.issuer, subject: given.subject, staff_id: staffId, added_at: now })
      .execute();
    const provider = await ctx.tx.selectFrom('identity_provider').select('id').where('issuer', '=', given.issuer).executeTakeFirst();
    if (provider) await bindToEveryAgency(ctx, provider.id);
    about(ctx, 'staff', staffId);
    await appendAudit(ctx);
    return staffId;
  });
}

const asSigned = 'As the signed agreement says';

/** The authority's own agreement, standing from the first day with every clause; looked at again within a year. */
const firstAgreement = (agencyId: string, agency: FirstAdministrator['agency'], today: PlainDate, now: Date) => ({
  agency_id: agencyId,
  number: 1,
  reference: agency.agreementReference,
  clauses: [...clauseCodes],
  purposes: asSigned,
  lawful_basis: asSigned,
  retention: asSigned,
  starts_on: agency.agreementSignedOn,
  review_on: addDays(today, 365),
  theirs_by: agency.name,
  theirs_on: agency.agreementSignedOn,
  ours_on: agency.agreementSignedOn,
  dpia_reference: agency.dpiaReference,
  stands_from: now,
  drafted_at: now,
});
