import type { Ctx } from '../../platform/access/ctx.ts';
import type { OutcomeCode } from './decision.ts';

export interface NewDecision {
  id: string;
  contactId: string;
  namedId: string;
  personId: string;
  level: number;
  factors: readonly string[];
  analysis: string;
  protective: string;
  history: string | null;
  outcomeCode: OutcomeCode;
  rationale: string;
  disagreement: string | null;
  decidedBy: string;
}

/** Writes a decision for one child; an earlier one stays readable as superseded. */
export async function writeDecision(ctx: Ctx, decision: NewDecision): Promise<void> {
  await ctx.tx
    .updateTable('contact_decision')
    .set({ superseded_at: ctx.now })
    .where('contact_person_id', '=', decision.namedId)
    .where('superseded_at', 'is', null)
    .execute();
  await ctx.tx
    .insertInto('contact_decision')
    .values({
      id: decision.id,
      contact_id: decision.contactId,
      contact_person_id: decision.namedId,
      person_id: decision.personId,
      level: decision.level,
      factors: [...decision.factors],
      analysis: decision.analysis,
      protective: decision.protective,
      history: decision.history,
      outcome_code: decision.outcomeCode,
      rationale: decision.rationale,
      disagreement: decision.disagreement,
      decided_by: decision.decidedBy,
      decided_at: ctx.now,
    })
    .execute();
}

/** Notes what a decision opened. */
export async function decisionLedTo(ctx: Ctx, decisionId: string, kind: string, id: string): Promise<void> {
  await ctx.tx.updateTable('contact_decision').set({ led_to_kind: kind, led_to_id: id }).where('id', '=', decisionId).execute();
}

/** The decisions that stand for a contact, one a child, with who decided. */
export async function decisionsOf(ctx: Ctx, contactId: string) {
  return ctx.tx
    .selectFrom('contact_decision as d')
    .innerJoin('staff as s', 's.id', 'd.decided_by')
    .selectAll('d')
    .select('s.display_name as decided_by_name')
    .where('d.contact_id', '=', contactId)
    .where('d.superseded_at', 'is', null)
    .orderBy('d.decided_at')
    .execute();
}

/** What was passed on from a contact and whether it was accepted. */
export async function handoversOf(ctx: Ctx, contactId: string) {
  return ctx.tx.selectFrom('contact_handover').selectAll().where('contact_id', '=', contactId).orderBy('sent_at').execute();
}

/** Notes written while screening, oldest first. */
export async function notesOf(ctx: Ctx, contactId: string) {
  return ctx.tx
    .selectFrom('contact_note as n')
    .innerJoin('staff as s', 's.id', 'n.written_by')
    .select(['n.id', 'n.note', 'n.written_at', 's.display_name as by'])
    .where('n.contact_id', '=', contactId)
    .orderBy('n.written_at')
    .execute();
}

/** Questions to the referrer and their answers, oldest first. */
export async function questionsOf(ctx: Ctx, contactId: string) {
  return ctx.tx.selectFrom('contact_question').selectAll().where('contact_id', '=', contactId).orderBy('asked_at').execute();
}

/** What the referrer was told, oldest first. */
export async function feedbackOf(ctx: Ctx, contactId: string) {
  return ctx.tx.selectFrom('contact_feedback').selectAll().where('contact_id', '=', contactId).orderBy('given_at').execute();
}

/** Notes that the referrer has read everything they were told so far. */
export async function markFeedbackRead(ctx: Ctx, contactId: string): Promise<void> {
  await ctx.tx
    .updateTable('contact_feedback')
    .set({ read_at: ctx.now })
    .where('contact_id', '=', contactId)
    .where('read_at', 'is', null)
    .execute();
}
