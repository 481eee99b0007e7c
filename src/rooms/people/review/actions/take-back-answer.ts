import { about, saw, type StaffCtx } from '../../../../platform/access/ctx.ts';
import { found, refused } from '../../../../platform/access/refusal.ts';
import { takeBack } from '../../index-model/actions/take-back.ts';
import { holdQuestion, keepAfter, lockQuestion } from '../question.store.ts';
import { afterReadings, type AskedFor, type Counted } from '../reading.ts';
import { readingsOf, withdrawLabel, type ToldReading } from '../reading.store.ts';

/** A reader takes their own newest answer back, within the hour: what it carried out is undone, its label withdrawn, and the question is open again and
 *  theirs to read. Throws notFound, refused (someone has answered after them; too late). */
export async function takeBackAnswer(ctx: StaffCtx, questionId: string): Promise<void> {
  const question = await lockQuestion(ctx, questionId);
  saw(ctx, question.personId, question.otherPersonId);
  about(ctx, 'link-question', questionId);
  const readings = (await readingsOf(ctx, question)).filter((one) => one.state === 'counts');
  const mine = found(readings.findLast((one) => one.mine));
  if (readings.at(-1)?.id !== mine.id) throw refused('Someone has answered after you, so your answer stands. Tell whoever leads the desk.');
  if (ctx.now.getTime() - mine.at.getTime() > 3_600_000)
    throw refused('An answer can be taken back here within the hour. After that, take the decision back on the person’s page.');
  await ctx.tx.updateTable('link_reading').set({ taken_back_at: ctx.now }).where('id', '=', mine.id).execute();
  if (question.settledAt) {
    if (question.harm === 'shielded') throw refused('A shield that was decided is changed at the shield desk.');
    await withdrawLabel(ctx, questionId);
  }
  const rest = readings.slice(0, -1);
  const after = afterReadings(rest.map(asCounted), question.needsSecondReader, (rest.at(-1)?.asksFor ?? null) as AskedFor | null);
  await keepAfter(ctx, question, {
    settled_as: null,
    waits_for: 'waitsFor' in after ? after.waitsFor : 'reader',
    needs_second_reader: question.needsSecondReader,
  });
  if (question.settledAt && mine.carriedPersonId && mine.carriedPlace !== null)
    await takeBack(ctx, {
      personId: mine.carriedPersonId,
      place: mine.carriedPlace,
      why: 'Taken back at the review desk by whoever answered',
    });
  await holdQuestion(ctx, questionId);
}

const asCounted = (one: ToldReading): Counted => ({ answer: one.answer as Counted['answer'], readerId: one.id, asThird: false });
