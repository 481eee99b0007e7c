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

/** For the worker: reminds everyone of the agency who answers for it and may know of the request; each is asked as themselves. Answers how many. */
export async function remindAgency(ctx: Ctx, requestId: string, kind: ReminderKind): Promise<number> {
  const { rows } = await sql<{ agency: string | null }>`select access.agency_that_owes(${requestId}::uuid) as agency`.execute(ctx.tx);
  const agency = rows[0]?.agency;
  if (!agency) return 0;
  const people = await ctx.tx
    .selectFrom('membership')
    .select('staff_id')
    .distinct()
    .where('agency_id', '=', agency)
    .where('role', 'in', [...holdersOf('hub.answer')])
    .where(sql<boolean>`valid_from <= current_date and (valid_to is null or valid_to >= current_date)`)
    .execute();
  const toRemind: string[] = [];
  for (const { staff_id } of people) if (await mayKnow(ctx, staff_id, requestId)) toRemind.push(staff_id);
  if (toRemind.length === 0) return 0;
  await ctx.tx
    .insertInto('alert')
    .values(toRemind.map((staff_id) => ({ staff_id, kind, record_id: requestId, href: `/asked-of-us/${requestId}`, raised_at: ctx.now })))
    .execute();
  const news = { words: { link: `/asked-of-us/${requestId}` }, about: { kind: 'information-request', id: requestId } };
  if (kind !== 'return-due-soon') await notifyStaff(ctx, toRemind, { template: 'information-overdue', ...news });
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
