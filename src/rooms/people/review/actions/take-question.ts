import { about, saw, type StaffCtx } from '../../../../platform/access/ctx.ts';
import { refused } from '../../../../platform/access/refusal.ts';
import { lookUp } from '../../actions/look-up.ts';
import { mayOpen } from '../../opening.store.ts';
import { personRow } from '../../person.store.ts';
import type { Question } from '../question.ts';
import { holdNext, holdQuestion, questionById } from '../question.store.ts';

const why = 'Review desk: may these two records be of one person?';

/**
 * Gives the reader one question (by its id, out of the list) or the next that is theirs to read (without), holds it for a quarter of an hour and
 * opens who both people are, with the reason and in the audit. Null when there is no next. Throws notFound for one the reader has no
 * right to, refused for one they may not read now.
 */
export async function takeQuestion(ctx: StaffCtx, id: string | null): Promise<Question | null> {
  const heldId = id === null ? await holdNext(ctx) : await holdOne(ctx, id);
  if (!heldId) return null;
  const question = await questionById(ctx, heldId);
  await openBoth(ctx, question);
  return question;
}

async function holdOne(ctx: StaffCtx, id: string): Promise<string> {
  const question = await questionById(ctx, id);
  if (question.settledAt) throw refused('This question has been settled.');
  if (await holdQuestion(ctx, id)) return id;
  throw refused(
    question.heldBy && !question.heldByMe
      ? `${question.heldBy} is reading this question. Take another one.`
      : 'You have read this question. Someone else has to read it now.',
  );
}

/** Opens who both are. Someone shielded is open to the shield desk without a look-up; anyone else who may not be opened is not there. */
async function openBoth(ctx: StaffCtx, question: Question): Promise<void> {
  for (const personId of new Set([question.personId, question.otherPersonId])) {
    const opening = await mayOpen(ctx, personId);
    if (opening.state === 'open') await lookUp(ctx, personId, why);
    else await personRow(ctx, personId);
    saw(ctx, personId);
  }
  ctx.note.purpose = why;
  about(ctx, 'link-question', question.id);
}
