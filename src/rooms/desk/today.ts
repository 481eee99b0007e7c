import { may, type StaffCtx } from '../../platform/access/ctx.ts';
import { partnerTasks } from '../../platform/register/administration/partners/tasks.store.ts';
import { londonDate } from '../../platform/time/london.ts';
import { workOf } from '../casework/index.ts';
import { frontDoorTasks } from '../front-door/index.ts';
import { ownerMissing, pathway } from '../outcomes/index.ts';
import { peopleRoom } from '../people/index.ts';
import { openAlerts } from './alert.store.ts';
import { taskOfAlert } from './alert.ts';
import { awayAmong } from './away.store.ts';
import type { Away } from './away.ts';
import { daysWork, type DaysWork, type Task } from './task.ts';

type Work = Awaited<ReturnType<typeof workOf>>;

/** One person's day, drawn from every room. */
export interface Day {
  work: DaysWork;
  /** What others did since `since`. */
  changes: Work['changes'];
  since: Date;
  /** False on a first visit, when `since` is a week ago. */
  beenBefore: boolean;
  caseload: Work['caseload'];
  team: Work['team'];
  children: Work['children'];
  away: ReadonlyMap<string, Away>;
}

const aWeek = 7 * 24 * 3_600_000;

/** Gathers what the signed-in person must do before they go home, what changed, and whom they help. */
export async function dayOf(ctx: StaffCtx): Promise<Day> {
  const since = ctx.who.previousVisitAt ?? new Date(ctx.now.getTime() - aWeek);
  const [door, work] = [await frontDoorTasks(ctx), await workOf(ctx, since)];
  const alerts = (await openAlerts(ctx)).map(taskOfAlert).filter((task) => task !== null);
  const involved = may(ctx, 'person.view') || may(ctx, 'broker.decide') ? await peopleRoom.tasks(ctx) : [];
  const tasks: Task[] = [...door, ...withStates(work), ...involved, ...alerts, ...(await outcomeTasks(ctx)), ...(await partnerTasks(ctx))];
  const away = await awayAmong(ctx, [
    ...work.team.flatMap((row) => row.lead_staff_id ?? []),
    ...work.children.flatMap((row) => row.workerId ?? []),
    ...tasks.flatMap((task) => task.heldById ?? []),
  ]);
  return {
    work: daysWork(tasks, londonDate(ctx.now)),
    changes: work.changes,
    since,
    beenBefore: ctx.who.previousVisitAt !== null,
    caseload: work.caseload,
    team: work.team,
    children: work.children,
    away,
  };
}

/** A task with a clock of a family on the caseload stands as that clock does. */
function withStates({ tasks, caseload, team }: Work): Task[] {
  const clocks = new Map(
    [...team, ...caseload].flatMap((row) =>
      row.clock ? [[`${row.family_id} ${row.clock.reading.words}`, row.clock.reading.state] as const] : [],
    ),
  );
  return tasks.map((task) => {
    const clockState = clocks.get(`${task.familyId} ${task.clockWords}`);
    return clockState ? { ...task, clockState } : task;
  });
}

/** Rule G1: those who manage outcomes are told how many have no named owner. */
async function outcomeTasks(ctx: StaffCtx): Promise<Task[]> {
  if (!may(ctx, 'outcomes.manage')) return [];
  const today = londonDate(ctx.now);
  const count = (await pathway(ctx)).filter((outcome) => ownerMissing(outcome, today)).length;
  if (count === 0) return [];
  const what = count === 1 ? '1 outcome has no named owner' : `${count} outcomes have no named owner`;
  return [
    {
      kind: 'outcome-owner',
      what,
      whom: 'Outcomes',
      familyId: null,
      personId: null,
      dueOn: null,
      overdue: false,
      clockWords: null,
      href: '/outcomes/pathway',
      action: 'Name owners',
    },
  ];
}
