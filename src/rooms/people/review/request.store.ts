import type { StaffCtx } from '../../../platform/access/ctx.ts';
import { addDays } from '../../../platform/time/calendar-day.ts';
import { londonDay } from '../today.ts';
import { agencyDays, type Question } from './question.ts';

export interface AgencyRequest {
  id: string;
  agency: string;
  checks: readonly string[];
  askedBy: string;
  askedAt: Date;
  dueOn: string;
  answer: string | null;
  answeredAt: Date | null;
}

/** What agencies were asked about a question, oldest first. */
export async function requestsOf(ctx: StaffCtx, question: Pick<Question, 'personId' | 'id'>): Promise<AgencyRequest[]> {
  const rows = await ctx.tx
    .selectFrom('link_request as r')
    .innerJoin('agency as a', 'a.id', 'r.agency_id')
    .innerJoin('staff as s', 's.id', 'r.asked_by')
    .where('r.person_id', '=', question.personId)
    .where('r.question_id', '=', question.id)
    .select(['r.id', 'a.name', 'r.checks', 's.display_name', 'r.asked_at', 'r.due_on', 'r.answer', 'r.answered_at'])
    .orderBy('r.asked_at')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    agency: row.name,
    checks: row.checks,
    askedBy: row.display_name,
    askedAt: row.asked_at,
    dueOn: row.due_on,
    answer: row.answer,
    answeredAt: row.answered_at,
  }));
}

/** Records that the agency whose record it is was asked to check. */
export async function askAgency(ctx: StaffCtx, question: Question, agencyId: string, checks: readonly string[]): Promise<void> {
  await ctx.tx
    .insertInto('link_request')
    .values({
      person_id: question.personId,
      question_id: question.id,
      agency_id: agencyId,
      checks: [...checks],
      asked_by: ctx.who.staffId,
      asked_at: ctx.now,
      due_on: addDays(londonDay(ctx), agencyDays),
    })
    .execute();
}

/** Notes what the agency said. */
export async function noteAnswer(ctx: StaffCtx, requestId: string, answer: string): Promise<void> {
  await ctx.tx
    .updateTable('link_request')
    .set({ answer, answered_at: ctx.now, answered_by: ctx.who.staffId })
    .where('id', '=', requestId)
    .where('answered_at', 'is', null)
    .execute();
}
