import { may, type StaffCtx } from '../../platform/access/ctx.ts';
import { changedSince, type Change } from './changes.store.ts';
import { episodeStates } from './early-help/early-help.codes.ts';
import { familiesIn, type FamilyRow } from './early-help/families.store.ts';
import { childrenOpen, type ChildOpen } from './referral/children-open.store.ts';
import { tasksFor, type Task } from './tasks.store.ts';

/** A family being helped, with where its help stands in words. */
export type HelpedFamily = FamilyRow & { stateWords: string };

/** Everything of this room that one person's Today needs. */
export interface WorkToday {
  tasks: Task[];
  /** What others did since the moment given. */
  changes: Change[];
  /** Families the person leads, backs up or helps as a member of the team. */
  caseload: HelpedFamily[];
  /** Families their team holds, for those who allocate; empty for others. */
  team: HelpedFamily[];
  /** Children referred to social care: the person's own, or their team's for those who accept referrals. */
  children: ChildOpen[];
}

/** What the signed-in person must do, what changed since a moment, whom they help and, for those who allocate, whom their team helps. */
export async function workOf(ctx: StaffCtx, since: Date): Promise<WorkToday> {
  const tasks = await tasksFor(ctx);
  const children = await childrenOpen(ctx);
  if (!may(ctx, 'early-help.view')) return { tasks, changes: [], caseload: [], team: [], children };
  const changes = await changedSince(ctx, since);
  const caseload = inWords(await familiesIn(ctx, { whose: 'mine', state: 'open' }));
  const team = may(ctx, 'early-help.allocate') ? inWords(await familiesIn(ctx, { whose: 'team', state: 'open' })) : [];
  return { tasks, changes, caseload, team, children };
}

const inWords = (rows: readonly FamilyRow[]): HelpedFamily[] => rows.map((row) => ({ ...row, stateWords: episodeStates[row.state] }));
