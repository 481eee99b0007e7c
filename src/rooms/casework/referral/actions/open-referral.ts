import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { about, saw, type StaffCtx } from '../../../../platform/access/ctx.ts';
import { refused } from '../../../../platform/access/refusal.ts';
import { addMonths } from '../../../../platform/time/calendar-months.ts';
import { londonDate } from '../../../../platform/time/london.ts';
import { beginClock } from '../../clocks.ts';
import { mayOpenReferral } from '../referral.ts';
import { inboxTeam, insertReferral, openReferralOf, referenceOf } from '../referral.store.ts';

/** A referral to social care about one child, as the front door decides it. */
export interface NewReferral {
  childId: string;
  contactId?: string | null;
  /** Referral source code of the census, for example 2A (schools). */
  sourceCode: string;
  /** Primary need code of the census, N1 to N0. */
  primaryNeed: string;
  reason: string;
  receivedAt: Date;
  /** Decision maker: the person signed in. */
  decidedBy: string;
  /** Early help episode whose step-up led here, if any; it ends when this referral is accepted. */
  steppedUpFrom?: string | null;
  /** Team to send it to; without it, the team set as the referral inbox. */
  teamId?: string | null;
}

/** Opens a referral for one child and starts its one-working-day clock (C01, Working Together). It lies in a team's inbox and is not
 *  sent until the team accepts it. Refuses a second open referral for the child (domain 3.5). */
export async function openReferral(ctx: StaffCtx, wanted: NewReferral): Promise<{ id: string; reference: string; isReReferral: boolean }> {
  mayOpenReferral(await openReferralOf(ctx, wanted.childId));
  const teamId = wanted.teamId ?? (await inboxTeam(ctx));
  if (!teamId) throw refused('There is no social work team to send this to. Ask your administrator to add one.');
  const previous = await sql<{
    on: string | null;
  }>`select access.last_referral(${wanted.childId}, ${addMonths(londonDate(wanted.receivedAt), -12)}::date)::text as on`.execute(ctx.tx);
  const previousOn = previous.rows[0]?.on ?? null;
  const id = randomUUID();
  await insertReferral(ctx, { id, ...wanted, teamId, previousOn }).catch((error: unknown) => {
    throw openAlready(error) ? refused('This child already has an open referral. Send new information to the team that holds it.') : error;
  });
  await beginClock(ctx, 'C01', 'referral', id, wanted.receivedAt);
  saw(ctx, wanted.childId);
  about(ctx, 'referral', id);
  return { id, reference: await referenceOf(ctx, id), isReReferral: previousOn !== null };
}

/** True for the database's word that someone else opened one in the same moment. */
const openAlready = (error: unknown): boolean => (error as { constraint?: string }).constraint === 'referral_one_open';
