import type { StaffCtx } from '../../platform/access/ctx.ts';
import { may } from '../../platform/access/ctx.ts';
import { londonDate } from '../../platform/time/london.ts';
import { actionTasks, approvalTasks, invitationTasks, lastingTasks, leadTasks } from './early-help/early-help-tasks.store.ts';
import { referralTasks } from './referral/referral-tasks.store.ts';
import { sharingTasks } from './sharing/sharing-tasks.store.ts';

/** Something this person must do, for Today. `action` is the one button's words. */
export interface Task {
  kind: string;
  /** What to do, in words. */
  what: string;
  /** For which family or child. */
  whom: string;
  familyId: string | null;
  personId: string | null;
  dueOn: string | null;
  overdue: boolean;
  /** A clock's words, where one runs: "due tomorrow, 24 Nov (working day 9 of 10)". */
  clockWords: string | null;
  href: string;
  action: string;
}

/** What the signed-in person must do in this room: overdue first, then by due date, undated last. */
export async function tasksFor(ctx: StaffCtx): Promise<Task[]> {
  const tasks: Task[] = [];
  if (may(ctx, 'early-help.view')) {
    tasks.push(...(await invitationTasks(ctx)), ...(await leadTasks(ctx)), ...(await actionTasks(ctx)));
    if (may(ctx, 'early-help.approve')) tasks.push(...(await approvalTasks(ctx)), ...(await lastingTasks(ctx)));
  }
  if (may(ctx, 'referral.accept')) tasks.push(...(await referralTasks(ctx)));
  tasks.push(...(await sharingTasks(ctx)));
  const today = londonDate(ctx.now);
  return tasks.map((task) => ({ ...task, overdue: task.overdue || (task.dueOn !== null && task.dueOn < today) })).sort(soonestFirst);
}

const soonestFirst = (a: Task, b: Task): number =>
  Number(b.overdue) - Number(a.overdue) || (a.dueOn ?? '9999').localeCompare(b.dueOn ?? '9999') || a.whom.localeCompare(b.whom);
