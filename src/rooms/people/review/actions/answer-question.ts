import { about, saw, type StaffCtx } from '../../../../platform/access/ctx.ts';
import { invalid, refused, type FieldError } from '../../../../platform/access/refusal.ts';
import type { Question } from '../question.ts';
import { keepAfter, lockQuestion } from '../question.store.ts';
import { afterReadings, needsReason, type After, type AnswerGiven, type AskedFor } from '../reading.ts';
import { countedReadings, keepCarried, keepLabel, keepReading } from '../reading.store.ts';
import { askAgency } from '../request.store.ts';
import { carryOut } from './carry-out.ts';

/** An answer as it was given on the page. `asksFor` and `checks` count only for "not sure". */
export interface GivenAnswer {
  answer: AnswerGiven;
  reason: string | null;
  asksFor: AskedFor | null;
  checks: readonly string[];
}

/** Keeps a reader's answer and does what follows from all of them: settles the question and carries it out, or passes it on. Throws notFound,
 *  invalid (a reason is missing), refused (settled meanwhile, no longer held). */
export async function answerQuestion(ctx: StaffCtx, id: string, given: GivenAnswer): Promise<After> {
  const question = await lockQuestion(ctx, id);
  saw(ctx, question.personId, question.otherPersonId);
  about(ctx, 'link-question', id);
  if (question.settledAt) throw refused('Someone else settled this question meanwhile.');
  if (!question.heldByMe) throw refused('You held this question for 15 minutes and no longer do. Take it again to answer it.');
  const asksFor = given.answer === 'not sure' ? (given.asksFor ?? 'queue') : null;
  check(question, given, asksFor);
  const readingId = await keepReading(ctx, question, { answer: given.answer, reason: given.reason, asksFor });
  if (asksFor === 'agency' && question.agencyId) await askAgency(ctx, question, question.agencyId, given.checks);
  const needsSecondReader = question.needsSecondReader || asksFor === 'second reader';
  const counted = await countedReadings(ctx, id);
  const after = afterReadings(counted, needsSecondReader, asksFor);
  const settled = 'settled' in after ? after.settled : null;
  await keepAfter(ctx, question, {
    settled_as: settled,
    waits_for: 'waitsFor' in after ? after.waitsFor : question.waitsFor,
    needs_second_reader: needsSecondReader,
  });
  if (settled) {
    const carried = await carryOut(ctx, question, settled, given.reason ?? `Answered at the review desk: ${settled}`);
    if (carried) await keepCarried(ctx, readingId, carried);
    await keepLabel(ctx, question, settled, [...new Set(counted.map((one) => one.readerId))]);
  }
  return after;
}

function check(question: Question, given: GivenAnswer, asksFor: AskedFor | null): void {
  const errors: FieldError[] = [];
  if (needsReason(question, given.answer) && !given.reason)
    errors.push({
      field: 'reason',
      message:
        given.answer === 'not sure'
          ? 'Say what you could not tell, for whoever reads it next'
          : 'Say why: this is about twins or someone shielded',
    });
  if (asksFor === 'agency' && !question.agencyId)
    errors.push({ field: 'asksFor', message: 'No agency’s record raised this question. Ask a second reader' });
  if (asksFor === 'agency' && given.checks.length === 0) errors.push({ field: 'checks', message: 'Select what the agency should check' });
  if (errors.length > 0) throw invalid(errors);
}
