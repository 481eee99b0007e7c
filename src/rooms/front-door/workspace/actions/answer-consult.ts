import { about, may, saw, type StaffCtx } from '../../../../platform/access/ctx.ts';
import { notAllowed, notFound, refused } from '../../../../platform/access/refusal.ts';
import { cancelClock, meetClock } from '../../../../platform/time/clock.store.ts';
import { consultMoves, type ConsultState } from '../consult.ts';
import { consultOf, lockConsult, markConsultsRead, writeConsultAnswer, writeConsultWithdrawn } from '../consult.store.ts';

const clock = (id: string) => ({ rule: 'C02B', subjectKind: 'consult', subjectId: id });

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
  await meetClock(ctx, { ...clock(id), metAt: ctx.now });
  await ctx.tx
    .insertInto('alert')
    .values({ staff_id: row.asked_by, kind: 'consult-answered', record_id: id, href: `/consults/${id}`, raised_at: ctx.now })
    .execute();
  await settle(ctx, id);
}

/** Takes a consult back: the view is no longer needed. */
export async function withdrawConsult(ctx: StaffCtx, id: string, because: string): Promise<void> {
  if (!may(ctx, 'front-door.screen')) throw notAllowed();
  const row = await lockConsult(ctx, id);
  about(ctx, 'contact', row.contact_id);
  consultMoves(row.state as ConsultState, 'withdraw');
  await writeConsultWithdrawn(ctx, id, because);
  await cancelClock(ctx, clock(id));
  await settle(ctx, id);
}

/** Whoever asked has read the answer: it leaves their list. */
export async function readConsult(ctx: StaffCtx, id: string): Promise<void> {
  const row = await lockConsult(ctx, id);
  about(ctx, 'contact', row.contact_id);
  await markConsultsRead(ctx, id);
  await ctx.tx
    .updateTable('alert')
    .set({ seen_at: ctx.now, seen_by: ctx.who.staffId })
    .where('kind', '=', 'consult-answered')
    .where('record_id', '=', id)
    .execute();
}

/** Whoever was told of the question need not be told any longer. */
async function settle(ctx: StaffCtx, id: string): Promise<void> {
  await ctx.tx
    .updateTable('alert')
    .set({ seen_at: ctx.now, seen_by: ctx.who.staffId })
    .where('kind', '=', 'consult-asked')
    .where('record_id', '=', id)
    .execute();
}
