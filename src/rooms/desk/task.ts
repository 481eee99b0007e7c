import type { PlainDate } from '../../platform/time/calendar-day.ts';
import type { ClockState } from '../../platform/time/clock.ts';

/** Something to do, from whichever room: what, for whom, by when, and the one action. */
export interface Task {
  kind: string;
  what: string;
  whom: string;
  familyId: string | null;
  personId: string | null;
  dueOn: PlainDate | null;
  overdue: boolean;
  clockWords: string | null;
  /** How the clock stands, where it is known more closely than the date tells. */
  clockState?: ClockState;
  href: string;
  action: string;
  /** The action is done in place by a POST to `href`. */
  post?: boolean;
  heldBy?: string | null;
  heldById?: string | null;
  /** The kind of alert it stands for; alerts are marked as dealt with on their own page. */
  alertKind?: string;
}

/** The day's work in the order it is read: what runs out today or has, what waits for an answer, what comes later. */
export interface DaysWork {
  now: Task[];
  toAnswer: Task[];
  later: Task[];
}

/** Sorts tasks into the day's work. Each task once, however many rooms tell of it: the same thing to do leads to the same place. */
export function daysWork(tasks: readonly Task[], today: PlainDate): DaysWork {
  const once = onlyOnce(tasks);
  return {
    now: once.filter((task) => isNow(task, today)).toSorted(soonestFirst),
    toAnswer: once.filter((task) => !isNow(task, today) && task.dueOn === null).toSorted(soonestFirst),
    later: once.filter((task) => !isNow(task, today) && task.dueOn !== null).toSorted(soonestFirst),
  };
}

const isNow = (task: Task, today: PlainDate): boolean => task.overdue || (task.dueOn !== null && task.dueOn <= today);

/** The same place and the same family or child: one task, the first told; an alert beside a room's own task says nothing new. */
function onlyOnce(tasks: readonly Task[]): Task[] {
  const known = new Map<string, Task>();
  const places = new Set(tasks.filter((task) => !task.alertKind).map((task) => task.href));
  for (const task of tasks) {
    if (task.alertKind && places.has(task.href)) continue;
    const key = `${task.href} ${task.what} ${task.whom}`;
    if (!known.has(key)) known.set(key, task);
  }
  return [...known.values()];
}

const soonestFirst = (a: Task, b: Task): number =>
  Number(b.overdue) - Number(a.overdue) ||
  (a.dueOn ?? '9999').localeCompare(b.dueOn ?? '9999') ||
  a.whom.localeCompare(b.whom) ||
  a.what.localeCompare(b.what);

/** Where a task's date stands, in the words of a clock tag. */
export function stateOf(task: Task, today: PlainDate): ClockState {
  if (task.overdue || (task.dueOn !== null && task.dueOn < today)) return 'overdue';
  return task.dueOn === today ? 'due today' : (task.clockState ?? 'running');
}
