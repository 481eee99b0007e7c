import type { Ctx } from '../../platform/access/ctx.ts';
import { cancelClock, clocksOf, meetClock, startClock, type StandingClock } from '../../platform/time/clock.store.ts';
import { londonDate, londonInstant } from '../../platform/time/london.ts';

/** What a clock of this room runs on. */
export type ClockSubject = 'early-help' | 'referral' | 'strategy-request';
/** C34 assessment, C32 first meeting, C33 review, C01 referral decision, C08 strategy discussion, C06 single assessment (domain 3.1). */
export type CaseworkClock = 'C34' | 'C32' | 'C33' | 'C01' | 'C06' | 'C08' | 'C08-immediate';

/** Starts a clock on a thing; its due date is fixed from then on. A day starts at its first moment in London. */
export async function beginClock(
  ctx: Ctx,
  rule: CaseworkClock,
  subjectKind: ClockSubject,
  subjectId: string,
  from: Date | string,
): Promise<void> {
  await startClock(ctx, { rule, subjectKind, subjectId, startedAt: typeof from === 'string' ? momentOf(ctx, from) : from });
}

/** The thing the clock waited for has happened, now or on a day given. */
export async function stopClock(
  ctx: Ctx,
  rule: CaseworkClock,
  subjectKind: ClockSubject,
  subjectId: string,
  at: Date | string,
): Promise<void> {
  await meetClock(ctx, { rule, subjectKind, subjectId, metAt: typeof at === 'string' ? momentOf(ctx, at) : at });
}

/** Ends every clock still running on a thing that has itself ended. */
export async function stopEveryClock(ctx: Ctx, subjectKind: ClockSubject, subjectId: string): Promise<void> {
  for (const clock of await runningClocks(ctx, subjectKind, [subjectId]).then((all) => all.get(subjectId) ?? [])) {
    await cancelClock(ctx, { rule: clock.rule, subjectKind, subjectId });
  }
}

/** Clocks still running on these things, due first. */
export async function runningClocks(ctx: Ctx, subjectKind: ClockSubject, ids: readonly string[]): Promise<Map<string, StandingClock[]>> {
  const all = await clocksOf(ctx, subjectKind, ids);
  return new Map([...all].map(([id, clocks]) => [id, clocks.filter((clock) => clock.metAt === null && clock.cancelledAt === null)]));
}

/** The moment meant by a day: now for today, else its start. */
const momentOf = (ctx: Ctx, day: string): Date => (day === londonDate(ctx.now) ? ctx.now : londonInstant(day));
