import { sql } from 'kysely';
import type { Ctx } from '../../../platform/access/ctx.ts';
import { holdersOf } from '../../../platform/access/roles.ts';
import { actAs, staffActor } from '../../../platform/access/transaction.ts';
import { notifyStaff } from '../../../platform/notify/notify.ts';
import { clocksDueBy } from '../../../platform/time/clock.store.ts';
import { stageOf, type ReminderKind } from './reminder.ts';

const aDay = 86_400_000;

/** Clocks of requests that have come to a stage, with that stage; at most 1,000, the most overdue first. */
export async function requestsToRemind(ctx: Ctx): Promise<{ clockId: string; requestId: string; stage: ReminderKind }[]> {
  const clocks = await clocksDueBy(ctx, new Date(ctx.now.getTime() + aDay), { subjectKinds: ['information-request'], limit: 1_000 });
  return clocks.flatMap((clock) => {
    const stage = stageOf(clock);
    return stage ? [{ clockId: clock.id, requestId: clock.subjectId, stage }] : [];
  });
}

/** For the worker: everyone of the agency who answers for it and may know of the request, each asked as themselves; nobody once it is answered. */
async function whoMayAnswer(ctx: Ctx, requestId: string): Promise<string[]> {
  const { rows } = await sql<{ agency: string | null }>`select access.agency_that_owes(${requestId}::uuid) as agency`.execute(ctx.tx);
  const agency = rows[0]?.agency;
  if (!agency) return [];
  const people = await ctx.tx
    .selectFrom('membership')
    .select('staff_id')
    .distinct()
    .where('agency_id', '=', agency)
    .where('role', 'in', [...holdersOf('hub.answer')])
    .where(sql<boolean>`valid_from <= current_date and (valid_to is null or valid_to >= current_date)`)
    .execute();
  const may: string[] = [];
  for (const { staff_id } of people) if (await mayKnow(ctx, staff_id, requestId)) may.push(staff_id);
  return may;
}

const newsOf = (requestId: string) => ({
  words: { link: `/asked-of-us/${requestId}` },
  about: { kind: 'information-request', id: requestId },
});

/** For the worker: tells them outside Goldthread that the hub asks. Answers how many are told. */
export async function tellAsked(ctx: Ctx, requestId: string): Promise<number> {
  return notifyStaff(ctx, await whoMayAnswer(ctx, requestId), { template: 'information-asked', ...newsOf(requestId) });
}

/** For the worker: reminds them of an answer they owe. Answers how many. */
export async function remindAgency(ctx: Ctx, requestId: string, kind: ReminderKind): Promise<number> {
  const toRemind = await whoMayAnswer(ctx, requestId);
  if (toRemind.length === 0) return 0;
  await ctx.tx
    .insertInto('alert')
    .values(toRemind.map((staff_id) => ({ staff_id, kind, record_id: requestId, href: `/asked-of-us/${requestId}`, raised_at: ctx.now })))
    .execute();
  if (kind !== 'return-due-soon') await notifyStaff(ctx, toRemind, { template: 'information-overdue', ...newsOf(requestId) });
  return toRemind.length;
}

async function mayKnow(ctx: Ctx, staffId: string, requestId: string): Promise<boolean> {
  const who = await staffActor(ctx.tx, staffId);
  if (!who) return false;
  await actAs(ctx.tx, who);
  try {
    const { rows } = await sql<{
      may: boolean;
    }>`select ${requestId}::uuid = any((select access.requests_asked_of_me())::uuid[]) as may`.execute(ctx.tx);
    return rows[0]?.may === true;
  } finally {
    await actAs(ctx.tx, ctx.who);
  }
}
