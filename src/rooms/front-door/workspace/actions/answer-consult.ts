import { about, saw, type StaffCtx } from '../../../../platform/access/ctx.ts';
import { notFound, refused } from '../../../../platform/access/refusal.ts';
import { meetClock } from '../../../../platform/time/clock.store.ts';
import { consultClock, consultMoves, type ConsultState } from '../consult.ts';
import { consultOf, lockConsult, putQuestionAway, writeConsultAnswer } from '../consult.store.ts';

/** Answers a consult for the discipline; whoever asked is told. The contact stays where it is. Never by whoever asked. */
export async function answerConsult(ctx: StaffCtx, id: string, answer: string): Promise<void> {
  const row = await lockConsult(ctx, id);
  const read = await consultOf(ctx, id);
  about(ctx, 'consult', id);
  saw(ctx, ...read.people.map((one) => one.personId));
  consultMoves(row.state as ConsultState, 'answer');
  if (!read.mine) throw notFound();
  if (row.asked_by === ctx.who.staffId) throw refused('You asked this. Somebody of the discipline answers it.');
  await writeConsultAnswer(ctx, id, answer);
  await meetClock(ctx, { ...consultClock(id), metAt: ctx.now });
  await ctx.tx
    .insertInto('alert')
    .values({ staff_id: row.asked_by, kind: 'consult-answered', record_id: id, href: `/consults/${id}`, raised_at: ctx.now })
    .execute();
  await putQuestionAway(ctx, id);
}
